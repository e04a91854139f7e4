import type { Menu, Variant } from '#app/domain/menu.ts';
import { indexOf } from '#app/domain/menu-index.ts';
import type { CartLine } from '#app/domain/order/events.ts';

/** What a press on a product sells: in the size chosen, or in the only one it has. */
export function variantOf(menu: Menu, productId: string, sizeId: string): Variant | undefined {
  const indexed = indexOf(menu).products.get(productId);
  return indexed?.variants.get(sizeId) ?? indexed?.product.variants[0];
}

/** One of a product, as its recipe is. Absent when the product is not on the menu. */
export function cartLineOf(menu: Menu, productId: string, sizeId: string): CartLine | undefined {
  const variant = variantOf(menu, productId, sizeId);
  if (variant === undefined) return undefined;
  return { productId, sizeId: variant.sizeId, quantity: 1, changes: [] };
}
