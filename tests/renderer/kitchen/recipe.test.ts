import { expect, test } from 'vitest';

import { recipeCard } from '#renderer/kitchen/recipe/recipe.ts';

import { aChange, aLine, menuOfTheNode } from './tickets.ts';

const menu = menuOfTheNode();
const cardOf = (some: Parameters<typeof aLine>[0]) => {
  const card = recipeCard(aLine(some), menu);
  if (card === undefined) throw new Error('the menu has no such pizza');
  return card;
};
const step = (card: ReturnType<typeof cardOf>, id: string) =>
  card.steps.find(({ ingredientId }) => ingredientId === id);

test('the recipe shows the grams of the size that was ordered', () => {
  const medium = step(cardOf({ sizeId: 'm' }), 'mozzarella')?.grams ?? 0;
  const large = step(cardOf({ sizeId: 'g' }), 'mozzarella')?.grams ?? 0;
  expect(medium).toBeGreaterThan(0);
  expect(large).toBeGreaterThan(medium);
  expect(cardOf({ sizeId: 'g' })).toMatchObject({ letter: 'G', diameterCm: 40 });
});

test('what the customer refused stays in its place, marked as left out', () => {
  const card = cardOf({ changes: [aChange('remove', 'jambon')] });
  expect(step(card, 'jambon')?.status).toBe('removed');
  expect(card.steps.length).toBe(cardOf({}).steps.length);
});

test('what the customer added comes last, with its usual weight', () => {
  const card = cardOf({ changes: [aChange('add', 'olives')] });
  expect(card.steps.at(-1)).toMatchObject({ ingredientId: 'olives', status: 'added' });
  expect(card.steps.at(-1)?.grams).toBeGreaterThan(0);
});

test('allergens are those of what really goes on the pizza', () => {
  expect(cardOf({}).allergens).toEqual(['gluten', 'milk']);
  expect(cardOf({ changes: [aChange('add', 'oeuf')] }).allergens).toEqual([
    'gluten',
    'eggs',
    'milk',
  ]);
  expect(cardOf({ changes: [aChange('remove', 'mozzarella')] }).allergens).toEqual(['gluten']);
});

test('a pizza that has left the menu has no recipe', () => {
  expect(recipeCard(aLine({ productId: 'gone' }), menu)).toBeUndefined();
  expect(recipeCard(aLine({ sizeId: 'gone' }), menu)).toBeUndefined();
});

const halfPart = (productId: string, name: string) => ({
  ...{ productId, name, quarters: 2, wholePriceCents: 1190 },
  changes: [],
});
const HALVES = {
  name: '½ Reine ▏ ½ Margherita',
  parts: [halfPart('reine', 'Reine'), halfPart('margherita', 'Margherita')],
};

test('of halves each has its own steps, with half the weight', () => {
  const card = cardOf(HALVES);
  expect(card.parts).toEqual(['½ Reine', '½ Margherita']);
  const whole = step(cardOf({}), 'jambon')?.grams ?? 0;
  const half = card.steps.find(({ ingredientId }) => ingredientId === 'jambon');
  expect(half).toMatchObject({ part: 0, grams: whole / 2 });
  expect(card.steps.at(-1)).toMatchObject({ ingredientId: 'huile-olive', part: 1 });
  expect(recipeCard(aLine({ ...HALVES, sizeId: 'gone' }), menu)).toBeUndefined();
});

test('less of something, twice of it and another thing instead are told apart', () => {
  const card = cardOf({
    changes: [
      { ...aChange('remove', 'champignons'), action: 'light' },
      { ...aChange('add', 'mozzarella'), action: 'extra' },
      { ...aChange('remove', 'oignons'), action: 'swap', withIngredientId: 'olives' },
    ],
  });
  const told = ['champignons', 'mozzarella', 'oignons', 'olives'].map(
    (id) => step(card, id)?.status,
  );
  expect(told).toEqual(['light', 'doubled', 'removed', 'swapped-in']);
});
