import { describe, expect, test } from 'vitest';

import { productionOf } from '#renderer/kitchen/production/production.ts';
import { formatWeight } from '#renderer/kitchen/production/weight.ts';

import { aChange, aLine, aTicket, menuOfTheNode } from './tickets.ts';

const menu = menuOfTheNode();
/** What the recipe of the menu says, so that a change of the demonstration menu changes both sides. */
const grams = (productId: string, sizeId: string, ingredientId: string) =>
  menu.products
    .find(({ id }) => id === productId)
    ?.variants.find((variant) => variant.sizeId === sizeId)
    ?.recipe.find((portion) => portion.ingredientId === ingredientId)?.grams ?? Number.NaN;
const weightOf = (production: ReturnType<typeof productionOf>, ingredientId: string) =>
  production.garnishes.find((garnish) => garnish.ingredientId === ingredientId)?.grams;

describe('what is to be produced', () => {
  test('dough balls are counted by size over all orders, smallest first', () => {
    const production = productionOf(
      [
        aTicket({ lines: [aLine({ quantity: 2 }), aLine({ sizeId: 'g' })] }),
        aTicket({ lines: [aLine({ productId: 'margherita', name: 'Margherita', quantity: 3 })] }),
      ],
      menu,
    );
    expect(production.dough.map(({ letter, count }) => [letter, count])).toEqual([
      ['M', 5],
      ['G', 1],
    ]);
  });

  test('the same pizza in the same size is added up, the most numerous first', () => {
    const production = productionOf(
      [
        aTicket({ lines: [aLine({ productId: 'margherita', name: 'Margherita' }), aLine()] }),
        aTicket({ lines: [aLine({ quantity: 2 }), aLine({ sizeId: 'g' })] }),
      ],
      menu,
    );
    expect(
      production.pizzas.map(({ name, letter, count }) => `${name} ${letter} ${count}`),
    ).toEqual(['Reine M 3', 'Margherita M 1', 'Reine G 1']);
  });

  test('garnishes weigh what the recipes say for the size, times the number of pizzas', () => {
    const tickets = [aTicket({ lines: [aLine({ quantity: 3 }), aLine({ sizeId: 'g' })] })];
    const production = productionOf(tickets, menu);
    expect(weightOf(production, 'jambon')).toBe(
      3 * grams('reine', 'm', 'jambon') + grams('reine', 'g', 'jambon'),
    );
  });

  test('an ingredient taken off is not weighed', () => {
    const changes = [aChange('remove', 'jambon')];
    const production = productionOf([aTicket({ lines: [aLine({ changes })] })], menu);
    expect(weightOf(production, 'jambon')).toBeUndefined();
    expect(weightOf(production, 'champignons')).toBe(grams('reine', 'm', 'champignons'));
  });

  test('an ingredient added weighs what it does on the other pizzas of that size', () => {
    const changes = [aChange('add', 'olives')];
    const production = productionOf([aTicket({ lines: [aLine({ quantity: 2, changes })] })], menu);
    expect(weightOf(production, 'olives')).toBe(2 * grams('napolitaine', 'm', 'olives'));
  });

  test('an ingredient that no pizza weighs is counted in portions', () => {
    const changes = [
      { action: 'add' as const, ingredientId: 'frites', name: 'Frites', priceCents: 0 },
    ];
    const production = productionOf([aTicket({ lines: [aLine({ quantity: 2, changes })] })], menu);
    const fries = production.garnishes.find(({ ingredientId }) => ingredientId === 'frites');
    expect(fries).toMatchObject({ grams: 0, portions: 2 });
  });

  test('dough is counted in balls and never weighed', () => {
    const production = productionOf([aTicket()], menu);
    expect(production.garnishes.map(({ ingredientId }) => ingredientId)).not.toContain('pate');
  });

  test('drinks and desserts are not produced', () => {
    const lines = [
      aLine({ kind: 'drink', productId: 'coca-33', sizeId: 'unit', name: 'Coca-Cola' }),
    ];
    const production = productionOf([aTicket({ lines })], menu);
    expect(production).toEqual({ dough: [], pizzas: [], garnishes: [] });
  });

  test('a pizza that has left the menu still counts its dough and its name', () => {
    const lines = [aLine({ productId: 'gone', name: 'Pizza de l’an passé' })];
    const production = productionOf([aTicket({ lines })], menu);
    expect(production.dough.map(({ count }) => count)).toEqual([1]);
    expect(production.pizzas.map(({ name }) => name)).toEqual(['Pizza de l’an passé']);
    expect(production.garnishes).toEqual([]);
  });
});

describe('a weight', () => {
  test.each([
    [0, '0\u202fg'],
    [620, '620\u202fg'],
    [999, '999\u202fg'],
    [1_000, '1,0\u202fkg'],
    [1_449, '1,4\u202fkg'],
    [1_450, '1,5\u202fkg'],
    [12_960, '13,0\u202fkg'],
  ])('of %i grams reads %s in French', (weight, words) => {
    expect(formatWeight(weight, 'fr')).toBe(words);
  });

  test('has a decimal point in English', () => {
    expect(formatWeight(1_400, 'en')).toBe('1.4\u202fkg');
  });
});

test('a line that was taken off an order is not made', () => {
  const lines = [aLine({ mark: 'removed', quantity: 3 }), aLine()];
  const production = productionOf([aTicket({ lines })], menu);
  expect(production.dough.map(({ count }) => count)).toEqual([1]);
  expect(weightOf(production, 'jambon')).toBe(grams('reine', 'm', 'jambon'));
});

test('of halves each brings half of its garnish', () => {
  const parts = ['reine', 'margherita'].map((productId) => ({
    ...{ productId, name: productId, quarters: 2, wholePriceCents: 1190 },
    changes: [],
  }));
  const production = productionOf([aTicket({ lines: [aLine({ parts })] })], menu);
  expect(weightOf(production, 'jambon')).toBe(grams('reine', 'm', 'jambon') / 2);
  expect(weightOf(production, 'basilic')).toBe(grams('margherita', 'm', 'basilic') / 2);
});
