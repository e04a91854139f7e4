import { assert } from '../../lib/assert.ts';
import { ALLERGENS, type Allergen, type Ingredient, type Menu } from '../menu.ts';
import { indexOf } from '../menu-index.ts';
import { ingredientsIn, type MadeLine } from './recipe.ts';

/** A line, or a product as it stands on the menu. */
type Asked = Omit<MadeLine, 'changes'> & {
  readonly menu: Menu;
  readonly changes?: MadeLine['changes'] | undefined;
};

/**
 * The allergens of a product as it will be made (R-LAW-01): of its recipe without what is left out,
 * with what is added, of all its parts, its dough and its options, and those it declares itself. In
 * the order of the regulation. A change takes away what an ingredient contains, never the traces of
 * a kitchen that works with all fourteen.
 */
export function allergensOf(asked: Asked): Allergen[] {
  const present = new Set<Allergen>(declaredBy(asked));
  for (const { allergens } of ingredientsOf(asked)) {
    for (const allergen of allergens) present.add(allergen);
  }
  return ALLERGENS.filter((allergen) => present.has(allergen));
}

/** What may be in it as traces though nothing in the recipe contains it, as the suppliers say it. */
export function tracesOf(asked: Asked): Allergen[] {
  const contained = new Set(allergensOf(asked));
  const traces = new Set(ingredientsOf(asked).flatMap((ingredient) => ingredient.traces ?? []));
  return ALLERGENS.filter((allergen) => traces.has(allergen) && !contained.has(allergen));
}

function productIdsOf({ productId, parts }: Asked): string[] {
  return parts === undefined ? [productId] : parts.map((part) => part.productId);
}

function declaredBy(asked: Asked): Allergen[] {
  const { products } = indexOf(asked.menu);
  return productIdsOf(asked).flatMap((id) => products.get(id)?.product.allergens ?? []);
}

function ingredientsOf(asked: Asked): Ingredient[] {
  const { menu, sizeId, changes = [] } = asked;
  const index = indexOf(menu);
  for (const productId of productIdsOf(asked)) {
    const variant = index.products.get(productId)?.variants.get(sizeId);
    assert(variant !== undefined, `${productId} in size ${sizeId} is on the menu`);
  }
  return [...ingredientsIn(menu, { ...asked, changes })].map((ingredientId) => {
    const ingredient = index.ingredients.get(ingredientId);
    // R-LAW-02: an ingredient without data must never read as free of allergens.
    assert(ingredient !== undefined, `the ingredient ${ingredientId} is known`);
    return ingredient;
  });
}
