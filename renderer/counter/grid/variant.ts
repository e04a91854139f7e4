import type { Menu, OptionGroup, Variant } from '#app/domain/menu.ts';
import { indexOf } from '#app/domain/menu-index.ts';
import type { CartLine } from '#app/domain/order/events.ts';

/** What a press on a product sells: in the size chosen, or in the only one it has. */
export function variantOf(menu: Menu, productId: string, sizeId: string): Variant | undefined {
  const indexed = indexOf(menu).products.get(productId);
  return indexed?.variants.get(sizeId) ?? indexed?.product.variants[0];
}

/** One of a product, as its recipe is. Absent when the product is not on the menu. */
export function cartLineOf(
  menu: Menu,
  productId: string,
  sizeId: string,
  doughId?: string,
): CartLine | undefined {
  const variant = variantOf(menu, productId, sizeId);
  if (variant === undefined) return undefined;
  const line = { productId, sizeId: variant.sizeId, quantity: 1, changes: [] };
  const isMade = doughId !== undefined && canBeMadeIn(menu, line, doughId);
  return isMade ? { ...line, doughId } : line;
}

/** Whether a product is made in a dough in this size. */
export function canBeMadeIn(
  menu: Menu,
  { productId, sizeId }: { readonly productId: string; readonly sizeId: string },
  doughId: string,
): boolean {
  const dough = menu.doughs.find(({ id }) => id === doughId);
  const product = indexOf(menu).products.get(productId)?.product;
  return (
    dough?.surchargeCents[sizeId] !== undefined && product?.doughIds?.includes(doughId) === true
  );
}

/** What can be chosen beside its recipe. */
export function optionGroupsOf(menu: Menu, productId: string): OptionGroup[] {
  const ids = indexOf(menu).products.get(productId)?.product.optionGroupIds ?? [];
  return ids.flatMap((id) => menu.optionGroups.find((group) => group.id === id) ?? []);
}

/** A group that asks for something before the product can be sold. */
export function needsChoice(menu: Menu, productId: string): boolean {
  return optionGroupsOf(menu, productId).some(({ min }) => min > 0);
}
