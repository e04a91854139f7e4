import { expect, test } from 'vitest';

import { demonstrationMenu } from '#app/demonstration/menu.ts';
import { allergensOf } from '#app/domain/menu/allergens.ts';
import type { Change } from '#app/domain/order/events.ts';

const of = (productId: string, sizeId: string, ...changes: Change[]) =>
  allergensOf({ menu: demonstrationMenu, productId, sizeId, changes });

test('the allergens of a pizza are those of its recipe, in the order of the regulation (R-LAW-01)', () => {
  expect(of('margherita', 'm')).toEqual(['gluten', 'milk']);
  expect(of('napolitaine', 'g')).toEqual(['gluten', 'fish', 'milk', 'sulphites']);
  expect(of('burrata', 'p')).toEqual(['gluten', 'milk', 'nuts']);
  expect(of('fruits-de-mer', 'm')).toEqual(['gluten', 'crustaceans', 'fish', 'milk', 'molluscs']);
});

test('an ingredient left out takes its allergens with it, unless another brings them too', () => {
  const without = (ingredientId: string) => ({ ingredientId, action: 'remove' }) as const;
  expect(of('napolitaine', 'm', without('anchois'))).toEqual(['gluten', 'milk', 'sulphites']);
  expect(of('quatre-fromages', 'm', without('chevre'))).toContain('milk');
});

test('an extra brings its allergens', () => {
  expect(of('margherita', 'm', { ingredientId: 'pesto', action: 'add' })).toEqual([
    'gluten',
    'milk',
    'nuts',
  ]);
});

test('a pizza without cheese holds no milk', () => {
  expect(of('jardin-vegan', 'm')).toEqual(['gluten', 'sulphites']);
});

test('what is bought ready made has the allergens of its label', () => {
  expect(of('tiramisu', 'unit')).toEqual(['gluten', 'eggs', 'milk']);
  expect(of('eau-50', 'unit')).toEqual([]);
});

test('when a supplier changes an ingredient, every product made with it changes (R-LAW-01)', () => {
  const ingredients = demonstrationMenu.ingredients.map((ingredient) =>
    ingredient.id === 'jambon' ? { ...ingredient, allergens: ['celery'] as const } : ingredient,
  );
  const menu = { ...demonstrationMenu, ingredients };
  for (const productId of ['reine', 'royale', 'calzone', 'hawaienne']) {
    expect(allergensOf({ menu, productId, sizeId: 'm' })).toContain('celery');
    expect(of(productId, 'm')).not.toContain('celery');
  }
});

test('an ingredient without data never reads as free of allergens (R-LAW-02)', () => {
  const ingredients = demonstrationMenu.ingredients.filter(({ id }) => id !== 'jambon');
  const menu = { ...demonstrationMenu, ingredients };
  expect(() => allergensOf({ menu, productId: 'reine', sizeId: 'm' })).toThrow('jambon');
});
