import { describe, expect, test } from 'vitest';

import type { PricedLine } from '#app/domain/order/events.ts';
import { refundLines, refundOf } from '#app/domain/pricing/refund.ts';
import { priceCart } from '#app/domain/pricing.ts';
import { EXAMPLES } from '#tests/golden/pricing/menus.ts';
import { aLine } from '#tests/world/menu.ts';

const SALE = { mode: 'take-away', territory: 'mainland', date: '2026-11-22' } as const;

/** E6: 15 % off a pizza, a can and a beer. */
function soldE6(): readonly PricedLine[] {
  const lines = [aLine('pizza-1250'), aLine('canette-200'), aLine('biere-350')];
  const cart = priceCart({ ...SALE, menu: EXAMPLES, lines, couponCodes: ['QUINZE'] });
  if (!cart.ok) throw new Error(cart.refusal.code);
  return cart.value.lines;
}

describe('lines given back', () => {
  test('E11: the pizza of E6 is given back at what it was sold for, discount and all', () => {
    const sold = soldE6();
    const given = refundLines(sold, [], [{ lineId: '1', quantity: 1 }]);
    expect(given).toEqual([
      { lineId: '1', quantity: 1, grossCents: 1062, vatRateBp: 1000, name: 'pizza-1250' },
    ]);
    expect(refundOf(given, sold.slice(1))).toMatchObject({ totalCents: -1062, vatCents: -97 });
  });

  const three: PricedLine = {
    lineId: 'a',
    productId: 'reine',
    sizeId: 'm',
    kind: 'pizza',
    name: 'Reine',
    quantity: 3,
    unitPriceCents: 1190,
    grossCents: 3070,
    vatRateBp: 1000,
    changes: [],
    discounts: [{ source: 'promotion', id: 'cinq', name: '5 €', cents: 500 }],
  };
  const one = { lineId: 'a', quantity: 1 };

  test('one after the other add up to the line to the cent', () => {
    const parts = [0, 1, 2].flatMap((before) =>
      refundLines([three], before === 0 ? [] : [{ lineId: 'a', quantity: before }], [one]),
    );
    expect(parts.map(({ grossCents }) => grossCents)).toEqual([1023, 1024, 1023]);
  });

  test('asked for in two pieces at once are each counted', () => {
    const [first, rest] = refundLines([three], [], [one, { lineId: 'a', quantity: 2 }]);
    expect([first?.grossCents, rest?.grossCents]).toEqual([1023, 2047]);
  });

  test('are never more than were sold, nor of another order', () => {
    expect(() => refundLines([three], [one], [{ lineId: 'a', quantity: 3 }])).toThrow('no more');
    expect(() => refundLines([three], [], [{ lineId: 'b', quantity: 1 }])).toThrow('line b');
    expect(() => refundLines([three], [], [{ lineId: 'a', quantity: 0 }])).toThrow('at least one');
  });

  test('of the first version, without a name, are named by their place', () => {
    const { lineId: _lineId, ...nameless } = three;
    expect(refundLines([nameless], [], [{ lineId: '1', quantity: 3 }])[0]?.grossCents).toBe(3070);
  });
});
