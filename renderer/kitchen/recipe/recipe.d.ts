import type { KitchenTicket, MenuView } from '#app/contract/store.ts';
import { type Allergen } from '#app/domain/menu.ts';
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
export declare function recipeCard(line: Line, menu: MenuView): RecipeCard | undefined;
export {};
