import { expect, test } from 'vitest';

import { demonstrationMenu as menu } from '#app/demonstration/menu.ts';
import { sellAgain } from '#app/domain/menu/sell-again.ts';
import type { Menu, SoldOutTarget } from '#app/domain/menu.ts';
import type { CartLine, PricedLine } from '#app/domain/order/events.ts';
import { cartLineOf } from '#app/domain/pricing/kept.ts';
import { priceCart } from '#app/domain/pricing.ts';
import { CARD } from '#tests/golden/pricing/menus.ts';
import { aPizza, change, inParts } from '#tests/golden/pricing/articles.ts';
import { cartOfChance, dice } from '#tests/world/carts-of-chance.ts';
import { aLine } from '#tests/world/menu.ts';

const SALE = {
  channel: 'counter',
  mode: 'take-away',
  storeId: 'lyon-3',
  territory: 'mainland',
  date: '2026-11-24',
  at: { date: '2026-11-24', time: '12:30', weekday: 2 },
} as const;

function sold(lines: readonly CartLine[], of: Menu = menu): readonly PricedLine[] {
  const cart = priceCart({ ...SALE, menu: of, lines });
  if (!cart.ok) throw new Error(cart.refusal.code);
  return cart.value.lines;
}

const again = (lines: readonly PricedLine[], of: Menu = menu, ...out: SoldOutTarget[]) =>
  sellAgain(lines, { ...SALE, menu: of, soldOuts: out.map((target) => ({ target })) });

const MIDDAY = (['reine', 'coca-33', 'tiramisu'] as const).map((productId, place) =>
  aLine(productId, {
    lineId: `m${place}`,
    sizeId: place === 0 ? 'p' : 'unit',
    deal: { instance: 'a', dealId: 'midi', slotId: ['pizza', 'boisson', 'dessert'][place] ?? '' },
  }),
);

test('everything that was asked for is asked for again, halves, doughs, deals and notes', () => {
  const lines: CartLine[] = [
    {
      ...inParts(['reine', 2, change('remove', 'oignons')], ['quatre-fromages', 2]),
      lineId: 'h',
      doughId: 'fine',
      note: 'bien cuite',
    },
    ...MIDDAY,
  ];
  expect(again(sold(lines))).toEqual({ lines, missing: [] });
});

test('what is out, or has left the menu, is named and left out', () => {
  const menuWithout = { ...menu, products: menu.products.filter(({ id }) => id !== 'burger') };
  const lines = sold([aPizza('reine'), aPizza('chevre-miel'), aPizza('burger')]);
  const out = { kind: 'ingredient', ingredientId: 'chevre' } as const;
  const { lines: kept, missing } = again(lines, menuWithout, out);
  expect(kept.map(({ productId }) => productId)).toEqual(['reine']);
  expect(missing).toEqual([
    { name: 'Chèvre-miel', why: 'sold-out' },
    { name: 'Burger', why: 'not-on-menu' },
  ]);
});

test('of a deal that cannot be had, what can is sold on its own', () => {
  const out = { kind: 'product', productId: 'tiramisu' } as const;
  const { lines, missing } = again(sold(MIDDAY), menu, out);
  expect(lines.map(({ productId, deal }) => [productId, deal])).toEqual([
    ['reine', undefined],
    ['coca-33', undefined],
  ]);
  expect(missing).toEqual([{ name: 'Tiramisu', why: 'sold-out' }]);
});

test('an extra that is no longer sold keeps its pizza from being repeated unseen', () => {
  const lines = sold([aPizza('reine', { changes: [change('add', 'olives')] })]);
  const ingredients = menu.ingredients.filter(({ id }) => id !== 'olives');
  const { missing } = again(lines, { ...menu, version: 'later', ingredients });
  expect(missing).toEqual([{ name: 'Reine', why: 'not-on-menu' }]);
});

test('any sold line, asked for again, costs the same and reads the same', () => {
  for (let seed = 0; seed < 300; seed += 1) {
    const cart = cartOfChance(CARD, dice(seed));
    const plain = { ...cart, couponCodes: [], overrides: [], manualDiscounts: [] };
    const first = priceCart(plain);
    if (!first.ok) throw new Error(first.refusal.code);
    const second = priceCart({ ...plain, lines: first.value.lines.map(cartLineOf) });
    expect(second).toEqual(first);
  }
});
