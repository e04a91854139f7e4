import { useMemo } from 'react';

import type { Menu } from '#app/domain/menu.ts';

import { useLanguage, useText } from '../../ui/settings/settings.tsx';
import { clockText } from '../../ui/time/time-text.ts';
import { type CounterText, counterText } from '../text.ts';
import { useWhyOut, type WhyOut } from './sold-outs.tsx';
import { allergenText } from './text.ts';
import { dealTiles, productTiles, type TileData, type TileWords } from './tiles.ts';

/** The category of the meal deals, which are no products. */
export const DEALS_ID = 'deals';

/** The tiles of a category; of halves, only of those that can be one. */
export function useTiles({
  menu,
  categoryId,
  sizeId,
  isHalf,
}: {
  readonly menu: Menu;
  readonly categoryId: string;
  readonly sizeId: string;
  readonly isHalf: boolean;
}): TileData[] {
  const words = useTileWords();
  const whyOut = useWhyOut(menu);
  return useMemo(() => {
    if (categoryId === DEALS_ID) return dealTiles(menu.deals, words.language);
    const products = menu.products.filter(
      (product) =>
        product.categoryId === categoryId && (!isHalf || product.isSplittable === true),
    );
    return productTiles(menu, products, sizeId, whyOut, words);
  }, [menu, categoryId, sizeId, isHalf, words, whyOut]);
}

export function useTileWords(): TileWords {
  const text = useText(counterText);
  const allergens = useText(allergenText);
  const language = useLanguage();
  return useMemo(
    () => ({
      soldOut: text.soldOut,
      reasonOf: (name, why) => text.soldOutBecause(name, reasonOf(text, why)),
      allergens,
      language,
    }),
    [text, allergens, language],
  );
}

function reasonOf(text: CounterText, { ingredient, until }: WhyOut): string {
  if (ingredient !== undefined) return text.missesIngredient(ingredient);
  return until === undefined ? text.outToday : text.outUntil(clockText(until));
}
