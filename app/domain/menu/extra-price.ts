import type { Ingredient, Menu } from '../menu.ts';

/**
 * What one portion of an ingredient costs as an extra in a size, in cents: its own price where it has
 * one, else that of its class. Undefined where it is not sold as an extra, or not in this size.
 */
export function extraPriceCents(
  menu: Pick<Menu, 'extraPricesCents'>,
  ingredient: Ingredient,
  sizeId: string,
): number | undefined {
  const { extraClass, extraPricesCents } = ingredient;
  if (extraClass === undefined) return undefined;
  return extraPricesCents?.[sizeId] ?? menu.extraPricesCents[extraClass][sizeId];
}
