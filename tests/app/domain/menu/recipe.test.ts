import { describe, expect, test } from 'vitest';

import { demonstrationMenu as menu } from '#app/demonstration/menu.ts';
import { type MadeLine, portionGrams, recipeOf, recipeSteps } from '#app/domain/menu/recipe.ts';
import { aPizza, change, inParts } from '#tests/golden/pricing/articles.ts';
import { aLine } from '#tests/world/menu.ts';

const grams = (line: MadeLine, ingredientId: string) =>
  recipeOf(menu, line).find((portion) => portion.ingredientId === ingredientId)?.grams;

describe('what one article takes from the stock', () => {
  test('is its recipe, as it stands', () => {
    expect(recipeOf(menu, aPizza('margherita'))).toEqual([
      { ingredientId: 'pate', grams: 260 },
      { ingredientId: 'sauce-tomate', grams: 90 },
      { ingredientId: 'mozzarella', grams: 120 },
      { ingredientId: 'basilic', grams: 4 },
      { ingredientId: 'huile-olive', grams: 7 },
    ]);
  });

  test('is double, half, none or another thing where it was asked for', () => {
    const line = aPizza('reine', {
      changes: [
        change('extra', 'mozzarella'),
        change('light', 'champignons'),
        change('remove', 'jambon'),
        change('swap', 'oignons', 'olives'),
        change('add', 'oeuf'),
      ],
    });
    const ids = ['mozzarella', 'champignons', 'jambon', 'oignons', 'olives', 'oeuf'];
    expect(ids.map((id) => grams(line, id))).toEqual([240, 30, undefined, undefined, 20, 55]);
  });

  test('is rounded up where half of it is no whole gram', () => {
    expect(grams(aPizza('reine', { changes: [change('light', 'oignons')] }), 'oignons')).toBe(18);
  });

  test('goes by the size, also for what is added', () => {
    const line = aPizza('reine', { sizeId: 'g', changes: [change('add', 'olives')] });
    expect(grams(line, 'olives')).toBe(35);
    expect(portionGrams(menu, 'olives', 'p')).toBe(15);
    expect(portionGrams(menu, 'croutons', 'm')).toBeUndefined();
  });

  test('is taken from the dough that was asked for', () => {
    const line = aPizza('reine', { doughId: 'fine' });
    expect([grams(line, 'pate'), grams(line, 'pate-fine')]).toEqual([undefined, 260]);
  });

  test('of halves is half of each', () => {
    const line = inParts(['reine', 2], ['quatre-fromages', 2, change('add', 'olives')]);
    expect(grams(line, 'pate')).toBe(260);
    expect(grams(line, 'mozzarella')).toBe(120);
    expect(grams(line, 'jambon')).toBe(35);
    expect(grams(line, 'chevre')).toBe(33);
    expect(grams(line, 'olives')).toBe(10);
  });

  test('of a half without something is none of it there, and all of it on the other', () => {
    const line = inParts(['reine', 2, change('remove', 'mozzarella')], ['quatre-fromages', 2]);
    expect(grams(line, 'mozzarella')).toBe(60);
    const whole = { ...line, changes: [change('remove', 'mozzarella')] };
    expect(grams({ ...whole, parts: line.parts }, 'mozzarella')).toBeUndefined();
  });

  test('holds the dips that go with it', () => {
    const options = [{ groupId: 'sauces', optionId: 'ketchup', quantity: 2 }];
    expect(recipeOf(menu, aLine('nuggets', { options }))).toEqual([
      { ingredientId: 'nuggets', grams: 160 },
      { ingredientId: 'ketchup', grams: 50 },
    ]);
  });

  test('is nothing for what is bought ready made', () => {
    expect(recipeOf(menu, aLine('coca-33'))).toEqual([]);
  });
});

test('the kitchen sees the steps part by part, what is left out in its place', () => {
  const steps = recipeSteps(
    menu,
    inParts(['margherita', 2, change('remove', 'basilic')], ['reine', 2]),
  );
  expect(steps.filter(({ part }) => part === 0).map(({ name, status }) => [name, status])).toEqual([
    ['Pâte à pizza', 'as-usual'],
    ['Sauce tomate', 'as-usual'],
    ['Mozzarella', 'as-usual'],
    ['Basilic frais', 'removed'],
    ["Huile d'olive", 'as-usual'],
  ]);
  expect(steps.filter(({ part }) => part === 1)).toHaveLength(7);
});
