import { allergensOf } from '#app/domain/menu/allergens.ts';
import type { Allergen, Deal, Menu, Product } from '#app/domain/menu.ts';
import { formatAmount, type Locale } from '#app/lib/money.ts';

import { namedAndPacked } from './product-name.ts';
import type { OutWords } from './availability.tsx';
import { variantOf } from './variant.ts';

/** What a tile of the grid shows, already in words. */
export type TileData = {
  readonly id: string;
  readonly name: string;
  readonly detail: string | undefined;
  readonly price: string;
  readonly code: string;
  /** Instead of the price; `reason` is said when it is pressed. */
  readonly unavailable: OutWords | undefined;
  /** Allergens that a customer would not expect: `poisson`. */
  readonly mark: string | undefined;
};

/** In every pizza: no mark, or all tiles bear it. */
const EXPECTED: readonly Allergen[] = ['gluten', 'milk', 'sulphites', 'celery'];
/** As many as a tile has room for. */
const MARKS_MAX = 2;

export type TileWords = {
  readonly allergens: Readonly<Record<Allergen, string>>;
  readonly language: Locale;
};

/** The tiles of products in a size, in the order of the menu. */
export function productTiles(
  menu: Menu,
  products: readonly Product[],
  sizeId: string,
  outOf: (product: { productId: string; sizeId: string; name: string }) => OutWords | undefined,
  words: TileWords,
): TileData[] {
  return products.map((product): TileData => {
    const variant = variantOf(menu, product.id, sizeId);
    const { name, packing } = namedAndPacked(product.name);
    return {
      id: product.id,
      name,
      detail: packing,
      price: formatAmount(variant?.priceCents ?? 0, words.language),
      code: product.code,
      unavailable: variant && outOf({ productId: product.id, sizeId: variant.sizeId, name }),
      mark: product.kind === 'pizza' ? markOf(menu, product, words) : undefined,
    };
  });
}

/** The tiles of meal deals; their price is that of the whole meal. */
export function dealTiles(
  deals: readonly Deal[],
  words: {
    readonly outOf: (deal: Deal) => OutWords | undefined;
    /** `3 choix`. */
    readonly slotsOf: (deal: Deal) => string;
    readonly language: Locale;
  },
): TileData[] {
  const { outOf, slotsOf, language } = words;
  return deals.map((deal) => ({
    id: deal.id,
    name: deal.name,
    detail: slotsOf(deal),
    price: formatAmount(deal.priceCents, language),
    code: deal.code,
    unavailable: outOf(deal),
    mark: undefined,
  }));
}

function markOf(menu: Menu, product: Product, words: TileWords): string | undefined {
  const [variant] = product.variants;
  if (variant === undefined) return undefined;
  const unexpected = allergensOf({ menu, productId: product.id, sizeId: variant.sizeId }).filter(
    (allergen) => !EXPECTED.includes(allergen),
  );
  if (unexpected.length === 0) return undefined;
  const shown = unexpected.slice(0, MARKS_MAX).map((allergen) => words.allergens[allergen]);
  return unexpected.length > MARKS_MAX ? `${shown.join(', ')}…` : shown.join(', ');
}
