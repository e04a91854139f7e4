import { type Portion, type Product, UNIT_SIZE } from '../../domain/menu.ts';

/** A product sold by the piece; `recipe` in grams where the kitchen makes it. */
export function unitProduct(
  product: Omit<Product, 'variants'>,
  priceCents: number,
  recipe: readonly Portion[] = [],
): Product {
  return { ...product, variants: [{ sizeId: UNIT_SIZE, priceCents, recipe }] };
}
