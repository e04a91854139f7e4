import { assert } from '../lib/assert.ts';
import { ALLERGENS, type Allergen, type Menu } from './menu.ts';
import { indexOf } from './menu-index.ts';
import type { Change } from './order/events.ts';

/**
 * The allergens of a product as it will be made (R-LAW-01): of its recipe without what is left out,
 * with what is added, and those it declares itself. In the order of the regulation. A change takes
 * away what an ingredient contains, never the traces of a kitchen that works with all fourteen.
 */
export function allergensOf({
  menu,
  productId,
  sizeId,
  changes = [],
}: {
  readonly menu: Menu;
  readonly productId: string;
  readonly sizeId: string;
  readonly changes?: readonly Change[];
}): Allergen[] {
  const index = indexOf(menu);
  const indexed = index.products.get(productId);
  const variant = indexed?.variants.get(sizeId);
  assert(variant !== undefined, `${productId} in size ${sizeId} is on the menu`);
  const ingredientIds = new Set(variant.recipe.map((portion) => portion.ingredientId));
  for (const change of changes) {
    if (change.action === 'remove') ingredientIds.delete(change.ingredientId);
    else ingredientIds.add(change.ingredientId);
  }
  const present = new Set<Allergen>(indexed?.product.allergens ?? []);
  for (const ingredientId of ingredientIds) {
    const ingredient = index.ingredients.get(ingredientId);
    // R-LAW-02: an ingredient without data must never read as free of allergens.
    assert(ingredient !== undefined, `the ingredient ${ingredientId} is known`);
    for (const allergen of ingredient.allergens) present.add(allergen);
  }
  return ALLERGENS.filter((allergen) => present.has(allergen));
}
