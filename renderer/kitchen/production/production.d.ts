import type { KitchenTicket, MenuView } from '#app/contract/store.ts';
/** What the open tickets ask for together. Weights in grams. */
export type Production = {
  /** Dough balls, smallest size first, sizes that nobody ordered left out. */
  readonly dough: readonly {
    readonly sizeId: string;
    readonly letter: string;
    readonly count: number;
  }[];
  /** Pizzas of one name and size, most numerous first. */
  readonly pizzas: readonly {
    readonly productId: string;
    readonly sizeId: string;
    readonly name: string;
    readonly letter: string;
    readonly count: number;
  }[];
  /** Garnishes, heaviest first. `portions`: asked on top, where no pizza of the menu gives a weight. */
  readonly garnishes: readonly Garnish[];
};
export type Garnish = {
  readonly ingredientId: string;
  readonly name: string;
  readonly grams: number;
  readonly portions: number;
};
/**
 * Adds up the pizzas of the tickets. A removed ingredient is not counted; an added one weighs what
 * it does on the other pizzas of that size, or is counted in portions. Dough is counted in balls, not in grams. A product that
 * has left the menu counts as a pizza, without garnish.
 */
export declare function productionOf(
  tickets: readonly Pick<KitchenTicket, 'lines'>[],
  menu: MenuView,
): Production;
