import { describe, expect, test } from 'vitest';

import { demonstrationMenu as menu } from '#app/demonstration/menu.ts';
import {
  type AvailabilityAsked,
  availability,
  checkAvailable,
} from '#app/domain/menu/availability.ts';
import type { Menu, SoldOutTarget } from '#app/domain/menu.ts';
import { aPizza, change, inParts } from '#tests/golden/pricing/articles.ts';
import { aLine } from '#tests/world/menu.ts';

const TUESDAY_EVENING = { date: '2026-11-24', time: '19:30', weekday: 2 };

function here(...out: SoldOutTarget[]): AvailabilityAsked {
  return {
    menu,
    storeId: 'lyon-3',
    channel: 'counter',
    mode: 'take-away',
    at: TUESDAY_EVENING,
    soldOuts: out.map((target) => ({ target })),
  };
}

const noGoat = { kind: 'ingredient', ingredientId: 'chevre' } as const;

describe('an ingredient that is out', () => {
  const sold = availability(here(noGoat));

  test('takes every pizza, salad and extra with it, and leaves the others', () => {
    const out = { why: 'sold-out', ingredientId: 'chevre' };
    expect(sold.product('chevre-miel')).toEqual(out);
    expect(sold.product('salade-chevre')).toEqual(out);
    expect(sold.variant('quatre-fromages', 'g')).toEqual(out);
    expect(sold.extra('chevre')).toEqual(out);
    expect(sold.product('reine')).toBe('available');
    expect(sold.extra('olives')).toBe('available');
  });

  test('does not matter where it is left out or swapped', () => {
    const without = (...changes: Parameters<typeof change>[]) =>
      sold.line(aPizza('quatre-fromages', { changes: changes.map((one) => change(...one)) }));
    expect(without(['remove', 'chevre'])).toBe('available');
    expect(without(['swap', 'chevre', 'emmental'])).toBe('available');
    expect(without(['light', 'chevre'])).toMatchObject({ why: 'sold-out' });
  });

  test('takes a half with it, and what brings it in', () => {
    expect(sold.line(inParts(['reine', 2], ['chevre-miel', 2]))).toMatchObject({ why: 'sold-out' });
    const brought = aPizza('reine', { changes: [change('swap', 'oignons', 'chevre')] });
    expect(sold.line(brought)).toMatchObject({ why: 'sold-out' });
  });

  test('takes a dip that is made of it, and a dough', () => {
    const curry = availability(here({ kind: 'ingredient', ingredientId: 'sauce-curry' }));
    const options = [{ groupId: 'sauces', optionId: 'curry', quantity: 1 }];
    expect(curry.line(aLine('nuggets', { options }))).toMatchObject({ why: 'sold-out' });
    const thin = availability(here({ kind: 'ingredient', ingredientId: 'pate-fine' }));
    expect(thin.line(aPizza('reine', { doughId: 'fine' }))).toMatchObject({ why: 'sold-out' });
    expect(thin.line(aPizza('reine'))).toBe('available');
  });
});

test('an extra may be out while the recipes still have it', () => {
  const sold = availability(here({ kind: 'extra', ingredientId: 'chevre' }));
  expect(sold.product('chevre-miel')).toBe('available');
  expect(sold.extra('chevre')).toMatchObject({ why: 'sold-out' });
  const doubled = aPizza('chevre-miel', { changes: [change('extra', 'chevre')] });
  expect(sold.line(doubled)).toMatchObject({ why: 'sold-out' });
});

test('one size may be out, the product then is not', () => {
  const sold = availability(here({ kind: 'variant', productId: 'reine', sizeId: 'g' }));
  expect(sold.variant('reine', 'g')).toEqual({ why: 'sold-out' });
  expect(sold.product('reine')).toBe('available');
});

test('it says until when, where that is known', () => {
  const until = '2026-11-25T10:00:00.000Z';
  const soldOuts = [{ target: { kind: 'product', productId: 'reine' } as const, until }];
  const sold = availability({ ...here(), soldOuts });
  expect(sold.product('reine')).toEqual({ why: 'sold-out', until });
});

describe('a deal', () => {
  test('is sold in its hours only', () => {
    const noon = { ...TUESDAY_EVENING, time: '12:15' };
    expect(availability(here()).deal('midi')).toEqual({ why: 'not-now' });
    expect(availability({ ...here(), at: noon }).deal('midi')).toBe('available');
    const sunday = { date: '2026-11-22', time: '12:15', weekday: 7 };
    expect(availability({ ...here(), at: sunday }).deal('midi')).toEqual({ why: 'not-now' });
  });

  test('is out once a slot has nothing left to choose', () => {
    const large = ['coca-150', 'orangina-150', 'the-glace-150', 'eau-150'];
    const out = large.map((productId) => ({ kind: 'product', productId }) as const);
    expect(availability(here(...out)).deal('famille')).toMatchObject({ why: 'sold-out' });
    expect(availability(here(...out.slice(1))).deal('famille')).toBe('available');
  });

  test('that the menu does not know is not on it', () => {
    expect(availability(here()).deal('brunch')).toEqual({ why: 'not-on-menu' });
    expect(availability(here()).product('lasagnes')).toEqual({ why: 'not-on-menu' });
  });
});

test('a category may be for other stores, and a size for another mode', () => {
  const restricted: Menu = {
    ...menu,
    restrictions: [
      { target: { kind: 'category', categoryId: 'desserts' }, storeIds: ['bron'] },
      { target: { kind: 'product', productId: 'reine', sizeId: 'g' }, modes: ['on-site'] },
    ],
  };
  const sold = availability({ ...here(), menu: restricted });
  expect(sold.product('tiramisu')).toEqual({ why: 'not-here' });
  expect(sold.variant('reine', 'g')).toEqual({ why: 'not-here' });
  expect(sold.variant('reine', 'm')).toBe('available');
});

describe('before an order is taken', () => {
  test('what is out is named, with the ingredient', () => {
    expect(checkAvailable([aPizza('reine'), aPizza('chevre-miel')], here(noGoat))).toEqual({
      ok: false,
      refusal: {
        code: 'pricing.sold-out',
        detail: { name: 'Chèvre-miel', ingredient: 'Fromage de chèvre', line: 1 },
      },
    });
  });

  test('what is not sold here and now is named, with the reason', () => {
    const asked = { ...here(), mode: 'delivery' } as const;
    expect(checkAvailable([aLine('cafe')], asked)).toMatchObject({
      ok: false,
      refusal: { code: 'pricing.not-available', detail: { why: 'not-here', line: 0 } },
    });
  });

  test('halves are named as halves', () => {
    const line = inParts(['reine', 2], ['chevre-miel', 2]);
    expect(checkAvailable([line], here(noGoat))).toMatchObject({
      ok: false,
      refusal: { detail: { name: '½ Reine ▏ ½ Chèvre-miel' } },
    });
  });

  test('all the rest goes through', () => {
    expect(checkAvailable([aPizza('reine'), aLine('coca-33')], here(noGoat)).ok).toBe(true);
  });
});
