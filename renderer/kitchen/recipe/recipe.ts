import type { KitchenTicket, MenuView } from '#app/contract/store.ts';
import { allergensOf } from '#app/domain/menu/allergens.ts';
import { fractionText } from '#app/domain/menu/fractions.ts';
import { type RecipeStep, recipeSteps } from '#app/domain/menu/recipe.ts';
import type { Allergen } from '#app/domain/menu.ts';
import { indexOf } from '#app/domain/menu-index.ts';

type Line = KitchenTicket['lines'][number];

/** One pizza as its recipe says, with what this customer changed. */
export type RecipeCard = {
  readonly name: string;
  readonly letter: string;
  readonly diameterCm: number | undefined;
  readonly quantity: number;
  /** `½ Reine`, for the steps that are of one part only. */
  readonly parts: readonly string[];
  readonly steps: readonly RecipeStep[];
  /** Of what really goes on it, in the order of the regulation's annex. */
  readonly allergens: readonly Allergen[];
  readonly note: string | undefined;
};

/**
 * The recipe of a line in its size, part by part, in the order it is laid on. Undefined when the menu
 * no longer holds one of its pizzas in that size.
 */
export function recipeCard(line: Line, menu: MenuView): RecipeCard | undefined {
  const productIds = line.parts?.map((part) => part.productId) ?? [line.productId];
  const { products, sizes } = indexOf(menu);
  if (productIds.some((id) => products.get(id)?.variants.has(line.sizeId) !== true)) {
    return undefined;
  }
  const size = sizes.get(line.sizeId);
  return {
    name: line.name,
    letter: size?.letter ?? '',
    diameterCm: size?.diameterCm,
    quantity: line.quantity,
    parts: (line.parts ?? []).map(({ name, quarters }) => `${fractionText(quarters)} ${name}`),
    steps: recipeSteps(menu, line),
    allergens: allergensOf({ menu, ...line }),
    note: line.note,
  };
}
