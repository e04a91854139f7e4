import { describe, expect, test } from 'vitest';

import { demonstrationMenu as menu } from '#app/demonstration/menu.ts';
import { checkChanges } from '#app/domain/pricing/changes.ts';
import { extrasOf, removableOf } from '#renderer/counter/grid/extras.ts';
import { namedAndPacked } from '#renderer/counter/grid/product-name.ts';
import { cartLineOf } from '#renderer/counter/grid/variant.ts';

const pizzas = menu.products.filter(({ kind }) => kind === 'pizza');

describe('what a press sells', () => {
  test('a pizza in the chosen size, a drink in the only one it has', () => {
    const [pizza] = pizzas;
    const drink = menu.products.find(({ kind }) => kind === 'drink');
    expect(cartLineOf(menu, pizza?.id ?? '', 'g')?.sizeId).toBe('g');
    expect(cartLineOf(menu, drink?.id ?? '', 'g')?.sizeId).toBe('unit');
  });

  test('nothing for a product that is not on the menu', () => {
    expect(cartLineOf(menu, 'absent', 'm')).toBeUndefined();
  });
});

describe('what can be changed', () => {
  test('every ingredient offered to be left out is one the till lets out, on every pizza', () => {
    for (const { id } of pizzas) {
      const removable = removableOf(menu, { productId: id, sizeId: 'm' });
      expect(removable.length).toBeGreaterThan(0);
      const changes = removable.map((ingredient) => ({
        ingredientId: ingredient.id,
        action: 'remove' as const,
      }));
      expect(checkChanges({ menu, productId: id, sizeId: 'm', changes }).ok).toBe(true);
    }
  });

  test('every extra offered is one the till sells, at the price shown', () => {
    const productId = pizzas[0]?.id ?? '';
    for (const { priceCents, ingredients } of extrasOf(menu, 'g')) {
      for (const { id } of ingredients) {
        const changes = [{ ingredientId: id, action: 'add' as const }];
        const priced = checkChanges({ menu, productId, sizeId: 'g', changes });
        expect(priced.ok && priced.value[0]?.priceCents).toBe(priceCents);
      }
    }
  });

  test('what has no size of pizza has no extras', () => {
    expect(extrasOf(menu, 'unit')).toEqual([]);
  });
});

test('a drink is its name, and how it is packed below it', () => {
  expect(namedAndPacked('Coca-Cola canette 33 cl')).toEqual({
    name: 'Coca-Cola',
    packing: 'canette 33\u00a0cl',
  });
  expect(namedAndPacked('Limonade artisanale bouteille verre 33 cl')).toEqual({
    name: 'Limonade artisanale',
    packing: 'verre 33\u00a0cl',
  });
  expect(namedAndPacked('Reine')).toEqual({ name: 'Reine', packing: undefined });
});
