import type { Menu, Portion } from '../menu.ts';
import { indexOf } from '../menu-index.ts';
import type { CartPart, Change, OptionChosen } from '../order/events.ts';

/** A line as asked, as priced or as the kitchen has it: what is made of it follows from these. */
export type MadeLine = {
  readonly productId: string;
  readonly sizeId: string;
  readonly changes: readonly Change[];
  readonly parts?: readonly CartPart[] | undefined;
  readonly doughId?: string | undefined;
  readonly dough?: { readonly doughId: string } | undefined;
  readonly options?: readonly OptionChosen[] | undefined;
};

/**
 * One ingredient of one article, in the order it is laid on. `grams` is what really goes on it: twice
 * the portion where it is doubled, half of it where there is to be less, none where it is left out,
 * by its quarters on a part. Undefined for an addition of which the menu knows no portion.
 */
export type RecipeStep = {
  readonly ingredientId: string;
  readonly name: string;
  readonly grams: number | undefined;
  readonly status: 'as-usual' | 'added' | 'doubled' | 'light' | 'removed' | 'swapped-in' | 'option';
  /** Of a pizza of several parts, from 0; absent: all over it. */
  readonly part?: number | undefined;
};

const QUARTERS = 4;

/** How to make one article of a line. Parts and products that the menu no longer has are left out. */
export function recipeSteps(menu: Menu, line: MadeLine): RecipeStep[] {
  const parts: readonly CartPart[] = line.parts ?? [
    { productId: line.productId, quarters: QUARTERS, changes: [] },
  ];
  const own = parts.map((part) => variantRecipe(menu, part.productId, line.sizeId));
  const onParts = parts.flatMap((part, place) =>
    partSteps({
      menu,
      line,
      recipe: own[place] ?? [],
      quarters: part.quarters,
      changes: [...line.changes.filter(({ action }) => action !== 'add'), ...part.changes],
      part: line.parts === undefined ? undefined : place,
    }),
  );
  const added = addedSteps(menu, line, line.changes, { quarters: QUARTERS, part: undefined });
  return [...onParts, ...added, ...optionSteps(menu, line)];
}

/** What one article takes from the stock, each ingredient once, in grams; what has no weight is left out. */
export function recipeOf(menu: Menu, line: MadeLine): Portion[] {
  const grams = new Map<string, number>();
  for (const step of recipeSteps(menu, line)) {
    if (step.grams === undefined || step.grams === 0) continue;
    grams.set(step.ingredientId, (grams.get(step.ingredientId) ?? 0) + step.grams);
  }
  return [...grams].map(([ingredientId, weight]) => ({ ingredientId, grams: weight }));
}

/** The ingredients that really are in a line, at whatever weight. */
export function ingredientsIn(menu: Menu, line: MadeLine): Set<string> {
  return new Set(
    recipeSteps(menu, line)
      .filter(({ status }) => status !== 'removed')
      .map(({ ingredientId }) => ingredientId),
  );
}

/**
 * What one portion of an ingredient weighs in a size, in grams: as on the first pizza of the menu
 * that has it. Undefined where no pizza of that size has it.
 */
export function portionGrams(menu: Menu, ingredientId: string, sizeId: string): number | undefined {
  const known = portionsOf(menu);
  return known.get(`${sizeId} ${ingredientId}`);
}

const portions = new WeakMap<Menu, ReadonlyMap<string, number>>();

function portionsOf(menu: Menu): ReadonlyMap<string, number> {
  const known = portions.get(menu);
  if (known !== undefined) return known;
  const found = new Map<string, number>();
  for (const { kind, variants } of menu.products) {
    if (kind !== 'pizza') continue;
    for (const { sizeId, recipe } of variants) {
      for (const { ingredientId, grams } of recipe) {
        const key = `${sizeId} ${ingredientId}`;
        if (!found.has(key)) found.set(key, grams);
      }
    }
  }
  portions.set(menu, found);
  return found;
}

/** The recipe of a product in a size, in its usual dough. */
function variantRecipe(menu: Menu, productId: string, sizeId: string): readonly Portion[] {
  return indexOf(menu).products.get(productId)?.variants.get(sizeId)?.recipe ?? [];
}

type PartOfLine = {
  readonly menu: Menu;
  readonly line: MadeLine;
  readonly recipe: readonly Portion[];
  readonly quarters: number;
  readonly changes: readonly Change[];
  readonly part: number | undefined;
};

function partSteps({ menu, line, recipe, quarters, changes, part }: PartOfLine): RecipeStep[] {
  const { doughIngredientIds } = indexOf(menu);
  const dough = indexOf(menu).doughs.get(line.doughId ?? line.dough?.doughId ?? '');
  const changed = new Map(changes.map((change) => [change.ingredientId, change]));
  const step = stepMaker(menu, part);
  const steps = recipe.flatMap(({ ingredientId, grams }): RecipeStep[] => {
    const share = ofQuarters(grams, quarters);
    if (dough !== undefined && doughIngredientIds.has(ingredientId)) {
      return [step(dough.ingredientId, share, 'as-usual')];
    }
    const change = changed.get(ingredientId);
    switch (change?.action) {
      case 'remove':
        return [step(ingredientId, 0, 'removed')];
      case 'light':
        return [step(ingredientId, halved(share), 'light')];
      case 'extra':
        return [step(ingredientId, 2 * share, 'doubled')];
      case 'swap':
        return [
          step(ingredientId, 0, 'removed'),
          ...swappedIn(menu, line, change, { quarters, part }),
        ];
      default:
        return [step(ingredientId, share, 'as-usual')];
    }
  });
  const onPart = part === undefined ? [] : changes;
  return [...steps, ...addedSteps(menu, line, onPart, { quarters, part })];
}

type Place = { readonly quarters: number; readonly part: number | undefined };

function swappedIn(menu: Menu, line: MadeLine, change: Change, place: Place): RecipeStep[] {
  const { withIngredientId } = change;
  if (withIngredientId === undefined) return [];
  const grams = portionGrams(menu, withIngredientId, line.sizeId);
  const share = grams === undefined ? undefined : ofQuarters(grams, place.quarters);
  return [stepMaker(menu, place.part)(withIngredientId, share, 'swapped-in')];
}

function addedSteps(
  menu: Menu,
  line: MadeLine,
  changes: readonly Change[],
  { quarters, part }: Place,
): RecipeStep[] {
  const step = stepMaker(menu, part);
  return changes
    .filter(({ action }) => action === 'add')
    .map(({ ingredientId }) => {
      const grams = portionGrams(menu, ingredientId, line.sizeId);
      return step(
        ingredientId,
        grams === undefined ? undefined : ofQuarters(grams, quarters),
        'added',
      );
    });
}

function optionSteps(menu: Menu, line: MadeLine): RecipeStep[] {
  const step = stepMaker(menu, undefined);
  return (line.options ?? []).flatMap(({ groupId, optionId, quantity }) => {
    const group = indexOf(menu).optionGroups.get(groupId);
    const option = group?.options.find(({ id }) => id === optionId);
    if (option?.ingredientId === undefined) return [];
    const grams = option.grams === undefined ? undefined : option.grams * quantity;
    return [step(option.ingredientId, grams, 'option')];
  });
}

function stepMaker(menu: Menu, part: number | undefined) {
  const { ingredients } = indexOf(menu);
  return (
    ingredientId: string,
    grams: number | undefined,
    status: RecipeStep['status'],
  ): RecipeStep => ({
    ingredientId,
    name: ingredients.get(ingredientId)?.name ?? ingredientId,
    grams,
    status,
    ...(part === undefined ? {} : { part }),
  });
}

/** Whole grams, the half up. */
function ofQuarters(grams: number, quarters: number): number {
  const doubled = 2 * grams * quarters + QUARTERS;
  return (doubled - (doubled % (2 * QUARTERS))) / (2 * QUARTERS);
}

function halved(grams: number): number {
  return (grams + (grams % 2)) / 2;
}
