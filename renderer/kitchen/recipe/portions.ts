import type { MenuView } from '#app/contract/store.ts';

/** The ingredient that is counted in balls by size, and not weighed at the bench. */
export const DOUGH = 'pate';

/**
 * What one portion of an ingredient weighs on a pizza of that size, in grams: as on the first pizza
 * of the menu that has it. Undefined where no pizza of that size has it.
 */
export function portionGrams(
  { ingredientId, sizeId }: { readonly ingredientId: string; readonly sizeId: string },
  menu: MenuView,
): number | undefined {
  for (const product of menu.products) {
    if (product.kind !== 'pizza') continue;
    const variant = product.variants.find((candidate) => candidate.sizeId === sizeId);
    const portion = variant?.recipe.find((candidate) => candidate.ingredientId === ingredientId);
    if (portion !== undefined) return portion.grams;
  }
  return undefined;
}
