import { expect, test } from 'vitest';

import { MenuShape } from '#app/contract/menu-shapes.ts';
import { demonstrationMenu as menu } from '#app/demonstration/menu.ts';
import { storeMenu } from '#app/domain/menu/store-menu.ts';
import type { Menu } from '#app/domain/menu.ts';
import type { CartLine } from '#app/domain/order/events.ts';
import { priceCart } from '#app/domain/pricing.ts';
import { aPizza, change } from '#tests/golden/pricing/articles.ts';

const dearer = storeMenu(menu, 'ecully', {
  version: '3',
  variants: { reine: { m: 1290 } },
  extras: { vegetable: { m: 120 } },
  ingredients: { burrata: { m: 500 } },
  deals: { duo: 2690 },
  doughs: { fine: { m: 50 } },
});

function totalOf(of: Menu, line: CartLine): number {
  const sale = { mode: 'take-away', territory: 'mainland', date: '2026-11-22' } as const;
  const cart = priceCart({ ...sale, menu: of, lines: [line] });
  if (!cart.ok) throw new Error(cart.refusal.code);
  return cart.value.totalCents;
}

test('a store charges its own price where it has one, that of the chain elsewhere', () => {
  expect(totalOf(dearer, aPizza('reine'))).toBe(1290);
  expect(totalOf(dearer, aPizza('reine', { sizeId: 'g' }))).toBe(1690);
  expect(totalOf(dearer, aPizza('margherita', { changes: [change('add', 'olives')] }))).toBe(1110);
  expect(totalOf(dearer, aPizza('margherita', { changes: [change('add', 'burrata')] }))).toBe(1490);
  expect(totalOf(dearer, aPizza('margherita', { doughId: 'fine' }))).toBe(1040);
  expect(dearer.deals.map(({ id, priceCents }) => [id, priceCents])).toEqual([
    ['midi', 1190],
    ['duo', 2690],
    ['famille', 4690],
  ]);
});

test('its menu is a menu like any other, under a version of its own', () => {
  expect(MenuShape.safeParse(dearer).error).toBeUndefined();
  expect(dearer.version).toBe(`${menu.version}+ecully-3`);
  expect(totalOf(menu, aPizza('reine'))).toBe(1190);
});

test('a store without prices of its own has the menu of the chain', () => {
  expect(storeMenu(menu, 'bron', undefined)).toBe(menu);
});
