import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  balanceOf,
  discountFor,
  pointsEarned,
  pointsToSpend,
  reversalOf,
  reversalOfAll,
} from '#app/domain/loyalty.ts';

describe('points', () => {
  test('are one for each whole euro of turnover', () => {
    expect([0, 99, 100, 199, 2580, -500].map((cents) => pointsEarned(cents))).toEqual([
      0, 0, 1, 1, 25, 0,
    ]);
  });

  test('are worth 5 € a hundred, and nothing by the piece', () => {
    expect([0, 99, 100, 250, -100].map((points) => discountFor(points))).toEqual([
      0, 0, 500, 1000, 0,
    ]);
  });

  test('are spent in whole rewards, none above the price of the order', () => {
    expect(pointsToSpend({ balance: 350, totalCents: 5000 })).toBe(300);
    expect(pointsToSpend({ balance: 350, totalCents: 1190 })).toBe(200);
    expect(pointsToSpend({ balance: 99, totalCents: 5000 })).toBe(0);
    expect(pointsToSpend({ balance: 350, totalCents: 0 })).toBe(0);
  });
});

describe('the ledger', () => {
  const earned = { orderId: 'a', kind: 'earned', points: 25 } as const;
  const used = { orderId: 'b', kind: 'used', points: 100 } as const;

  test('adds what was earned, takes what was used, gives back what was undone', () => {
    const undone = { orderId: 'a', kind: 'reversed', points: -10, refundId: 'r1' } as const;
    expect(balanceOf([earned, { ...earned, orderId: 'c', points: 200 }, used, undone])).toBe(115);
  });

  test('told twice counts once', () => {
    expect(balanceOf([earned, earned])).toBe(25);
    const undone = { orderId: 'a', kind: 'reversed', points: -5, refundId: 'r1' } as const;
    expect(balanceOf([earned, undone, undone, { ...undone, refundId: 'r2' }])).toBe(15);
  });
});

describe('a refund', () => {
  test('takes back what it had earned and returns what it had cost, in proportion', () => {
    const order = { totalCents: 2000, earned: 20, used: 100, refundedCents: 0 };
    expect(reversalOf(order, 500)).toEqual({ earned: -5, used: 25, points: 20 });
  });

  test('of everything, in whatever pieces, undoes every point', () => {
    const pieces = fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(pieces, fc.nat(500), (cents, used) => {
        const totalCents = cents.reduce((sum, one) => sum + one, 0);
        fc.pre(totalCents > 0);
        const earned = pointsEarned(totalCents);
        let refundedCents = 0;
        let points = 0;
        for (const piece of cents) {
          points += reversalOf({ totalCents, earned, used, refundedCents }, piece).points;
          refundedCents += piece;
        }
        expect(points).toBe(used - earned);
      }),
    );
  });

  test('a cancellation undoes what refunds have not, also of an order paid with points alone', () => {
    const order = { totalCents: 2000, earned: 20, used: 100, refundedCents: 500 };
    expect(reversalOfAll(order)).toEqual({ earned: -15, used: 75, points: 60 });
    const free = { totalCents: 0, earned: 0, used: 200, refundedCents: 0 };
    expect(reversalOfAll(free)).toEqual({ earned: 0, used: 200, points: 200 });
  });
});
