import type { KitchenTicket, MenuView } from '#app/contract/store.ts';
import { ALLERGENS, type Allergen } from '#app/domain/menu.ts';

import { portionGrams } from './portions.ts';

type Line = KitchenTicket['lines'][number];

/** One pizza as its recipe says, with what this customer changed. */
export type RecipeCard = {
  readonly name: string;
  readonly letter: string;
  readonly diameterCm: number | undefined;
  readonly quantity: number;
  readonly steps: readonly RecipeStep[];
  /** Of what really goes on it, in the order of the regulation's annex. */
  readonly allergens: readonly Allergen[];
  readonly note: string | undefined;
};

/** `grams` is absent for an addition that no pizza of that size has. */
export type RecipeStep = {
  readonly status: 'as-usual' | 'added' | 'removed';
  readonly ingredientId: string;
  readonly name: string;
  readonly grams: number | undefined;
};

/**
 * The recipe of a line in its size, in the order it is laid on. Undefined when the menu no longer
 * holds the pizza in that size.
 */
export function recipeCard(line: Line, menu: MenuView): RecipeCard | undefined {
  const product = menu.products.find((candidate) => candidate.id === line.productId);
  const variant = product?.variants.find((candidate) => candidate.sizeId === line.sizeId);
  if (product === undefined || variant === undefined) return undefined;
  const size = menu.sizes.find((candidate) => candidate.id === line.sizeId);
  const steps = [...recipeSteps(line, variant.recipe, menu), ...addedSteps(line, menu)];
  return {
    name: line.name,
    letter: size?.letter ?? '',
    diameterCm: size?.diameterCm,
    quantity: line.quantity,
    steps,
    allergens: allergensOf(steps, product.allergens ?? [], menu),
    note: line.note,
  };
}

type Recipe = MenuView['products'][number]['variants'][number]['recipe'];

function recipeSteps(line: Line, recipe: Recipe, menu: MenuView): RecipeStep[] {
  const removed = new Set(
    line.changes
      .filter(({ action }) => action === 'remove')
      .map(({ ingredientId }) => ingredientId),
  );
  const names = new Map(menu.ingredients.map(({ id, name }) => [id, name]));
  return recipe.map(({ ingredientId, grams }) => ({
    status: removed.has(ingredientId) ? 'removed' : 'as-usual',
    ingredientId,
    name: names.get(ingredientId) ?? ingredientId,
    grams,
  }));
}

function addedSteps(line: Line, menu: MenuView): RecipeStep[] {
  return line.changes
    .filter(({ action }) => action === 'add')
    .map(({ ingredientId, name }) => ({
      status: 'added',
      ingredientId,
      name,
      grams: portionGrams({ ingredientId, sizeId: line.sizeId }, menu),
    }));
}

function allergensOf(
  steps: readonly RecipeStep[],
  ofProduct: readonly string[],
  menu: MenuView,
): readonly Allergen[] {
  const present = new Set(ofProduct);
  const used = new Set(
    steps.filter(({ status }) => status !== 'removed').map(({ ingredientId }) => ingredientId),
  );
  for (const { id, allergens } of menu.ingredients) {
    if (used.has(id)) for (const allergen of allergens) present.add(allergen);
  }
  return ALLERGENS.filter((allergen) => present.has(allergen));
}
