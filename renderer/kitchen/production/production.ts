import type { KitchenTicket, MenuView } from '#app/contract/store.ts';

import { recipeSteps } from '#app/domain/menu/recipe.ts';
import { indexOf } from '#app/domain/menu-index.ts';

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

type Line = KitchenTicket['lines'][number];

/**
 * Adds up the pizzas of the tickets. A removed ingredient is not counted; an added one weighs what
 * it does on the other pizzas of that size, or is counted in portions; of halves each brings its own.
 * Dough is counted in balls, not in grams. A product that has left the menu counts as a pizza,
 * without garnish. A line that was taken off is not made.
 */
export function productionOf(
  tickets: readonly Pick<KitchenTicket, 'lines'>[],
  menu: MenuView,
): Production {
  const lines = tickets
    .flatMap((ticket) => ticket.lines)
    .filter((line) => line.kind === 'pizza' && line.mark !== 'removed');
  return {
    dough: doughOf(lines, menu),
    pizzas: pizzasOf(lines, menu),
    garnishes: garnishesOf(lines, menu),
  };
}

function doughOf(lines: readonly Line[], menu: MenuView): Production['dough'] {
  return menu.sizes
    .map((size) => ({
      sizeId: size.id,
      letter: size.letter,
      count: lines
        .filter((line) => line.sizeId === size.id)
        .reduce((sum, line) => sum + line.quantity, 0),
    }))
    .filter((size) => size.count > 0);
}

function pizzasOf(lines: readonly Line[], menu: MenuView): Production['pizzas'] {
  const letters = new Map(menu.sizes.map((size) => [size.id, size.letter]));
  const counted = new Map<string, Production['pizzas'][number]>();
  for (const { productId, sizeId, name, quantity } of lines) {
    const key = `${productId} ${sizeId} ${name}`;
    const letter = letters.get(sizeId) ?? '';
    const count = (counted.get(key)?.count ?? 0) + quantity;
    counted.set(key, { productId, sizeId, name, letter, count });
  }
  return [...counted.values()].sort(
    (a, b) => b.count - a.count || a.name.localeCompare(b.name, 'fr'),
  );
}

function garnishesOf(lines: readonly Line[], menu: MenuView): readonly Garnish[] {
  const names = new Map(menu.ingredients.map((ingredient) => [ingredient.id, ingredient.name]));
  const totals = new Map<string, Garnish>();
  const add = (ingredientId: string, more: { grams: number; portions: number }) => {
    const before = totals.get(ingredientId);
    totals.set(ingredientId, {
      ingredientId,
      name: names.get(ingredientId) ?? ingredientId,
      grams: (before?.grams ?? 0) + more.grams,
      portions: (before?.portions ?? 0) + more.portions,
    });
  };
  const { doughIngredientIds } = indexOf(menu);
  for (const line of lines) {
    for (const { ingredientId, grams, status } of recipeSteps(menu, line)) {
      if (status === 'removed' || doughIngredientIds.has(ingredientId)) continue;
      if (grams === undefined) add(ingredientId, { grams: 0, portions: line.quantity });
      else add(ingredientId, { grams: grams * line.quantity, portions: 0 });
    }
  }
  return [...totals.values()].sort(
    (a, b) => b.grams - a.grams || a.name.localeCompare(b.name, 'fr'),
  );
}
