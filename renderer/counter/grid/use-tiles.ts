import { useCallback, useMemo } from 'react';

import type { Menu } from '#app/domain/menu.ts';
import type { CartLine } from '#app/domain/order/events.ts';

import { useLanguage, useText } from '../../ui/settings/settings.tsx';
import { lineName } from '../halves/halves.ts';
import { counterText } from '../text.ts';
import { type OutWords, outWords, useAvailability } from './availability.tsx';
import { allergenText } from './text.ts';
import { dealTiles, productTiles, type TileData } from './tiles.ts';

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
  const text = useText(counterText);
  const allergens = useText(allergenText);
  const language = useLanguage();
  const available = useAvailability();
  const outOf = useOutOf(menu);
  return useMemo(() => {
    if (categoryId === DEALS_ID) {
      return dealTiles(menu.deals, {
        outOf: ({ id, name }) => {
          const found = available.deal(id);
          return found === 'available' ? undefined : outWords(menu, text, name, found);
        },
        slotsOf: ({ slots }) => text.choices(slots.length),
        language,
      });
    }
    const products = menu.products.filter(
      (product) => product.categoryId === categoryId && (!isHalf || product.isSplittable === true),
    );
    return productTiles(menu, products, sizeId, outOf, { allergens, language });
  }, [menu, categoryId, sizeId, isHalf, allergens, language, available, outOf, text]);
}

/** Why a line as it is asked for cannot be had, in words; nothing when it can. */
export function useOutOfLine(menu: Menu): (line: CartLine) => OutWords | undefined {
  const text = useText(counterText);
  const available = useAvailability();
  return useCallback(
    (line) => {
      const found = available.line(line);
      return found === 'available' ? undefined : outWords(menu, text, lineName(menu, line), found);
    },
    [menu, text, available],
  );
}

/** Why a product cannot be had in a size, in words; nothing when it can. */
export function useOutOf(
  menu: Menu,
): (asked: { productId: string; sizeId: string; name: string }) => OutWords | undefined {
  const text = useText(counterText);
  const available = useAvailability();
  return useCallback(
    ({ productId, sizeId, name }) => {
      const found = available.variant(productId, sizeId);
      return found === 'available' ? undefined : outWords(menu, text, name, found);
    },
    [menu, text, available],
  );
}
