import { describe, expect, test } from 'vitest';

import { demonstrationMenu as menu } from '#app/demonstration/menu.ts';
import { priceCart } from '#app/domain/pricing.ts';
import { checkChanges } from '#app/domain/pricing/changes.ts';
import { namedAndPacked } from '#renderer/counter/grid/product-name.ts';
import { cartLineOf } from '#renderer/counter/grid/variant.ts';
import { halvesLine, splittableIn } from '#renderer/counter/halves/halves.ts';
import { extrasOf, removableOf } from '#renderer/counter/line/ingredients.ts';

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
      const removable = removableOf(menu, { productId: id, sizeId: 'm' }, undefined);
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
    for (const { extras } of extrasOf(menu, 'g')) {
      for (const { ingredient, priceCents } of extras) {
        const changes = [{ ingredientId: ingredient.id, action: 'add' as const }];
        const priced = checkChanges({ menu, productId, sizeId: 'g', changes });
        expect(priced.ok && priced.value[0]?.priceCents).toBe(priceCents);
      }
    }
  });

  test('what has no size of pizza has no extras', () => {
    expect(extrasOf(menu, 'unit')).toEqual([]);
  });
});

describe('two halves', () => {
  test('a calzone is not offered as one', () => {
    const ids = splittableIn(menu, 'm').map(({ id }) => id);
    expect(ids).toContain('reine');
    expect(ids).not.toContain('calzone');
  });

  test('every pair offered is one the till sells', () => {
    const [first, ...others] = splittableIn(menu, 'm');
    for (const other of others) {
      const line = halvesLine(menu, {
        leftId: first?.id ?? '',
        rightId: other.id,
        sizeId: 'm',
        doughId: undefined,
      });
      const cart = { menu, mode: 'take-away', territory: 'mainland', date: '2026-11-22' } as const;
      expect(priceCart({ ...cart, lines: [line] }).ok).toBe(true);
    }
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
