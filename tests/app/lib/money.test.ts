import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { allocate, assertCents, formatAmount, formatEuros } from '#app/lib/money.ts';

const sum = (parts: readonly number[]) => parts.reduce((total, part) => total + part, 0);

describe('splitting an amount (R-VAT-05)', () => {
  test('the cents left over go to the largest remainders', () => {
    expect(allocate(500, [1190, 1390, 990, 220])).toEqual([157, 183, 131, 29]);
  });

  test('between equal remainders the first line gets the cent', () => {
    expect(allocate(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(allocate(270, [1250, 200, 350])).toEqual([188, 30, 52]);
  });

  test('an amount given back is split as the opposite of the same amount', () => {
    expect(allocate(-100, [1, 1, 1])).toEqual([-34, -33, -33]);
  });

  test('nothing is split into nothings, whatever the weights', () => {
    expect(allocate(0, [3, 0, 5])).toEqual([0, 0, 0]);
    expect(allocate(0, [0, 0])).toEqual([0, 0]);
  });

  test('an amount cannot be split over weights that are all nil or below nil', () => {
    expect(() => allocate(10, [0, 0])).toThrow('all zero');
    expect(() => allocate(10, [5, -1])).toThrow('-1 is not a weight');
  });

  test('products beyond what a number holds exactly are still split exactly', () => {
    const billion = 1_000_000_000_000;
    expect(allocate(billion + 1, [billion, billion, billion])).toEqual([
      333_333_333_334, 333_333_333_334, 333_333_333_333,
    ]);
  });

  test('the shares always make up the amount, and none is negative or above its line', () => {
    const weights = fc.array(fc.nat({ max: 10_000_000_000 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(weights, fc.double({ min: 0, max: 1, noNaN: true }), (lines, share) => {
        const total = sum(lines);
        fc.pre(total > 0);
        const amount = Math.floor(total * share);
        const parts = allocate(amount, lines);
        expect(sum(parts)).toBe(amount);
        parts.forEach((part, place) => {
          expect(part).toBeGreaterThanOrEqual(0);
          expect(part).toBeLessThanOrEqual(lines[place] ?? 0);
        });
      }),
      { numRuns: 2000 },
    );
  });

  test('each share is less than a cent away from the exact one', () => {
    const weights = fc.array(fc.nat({ max: 100_000 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(weights, fc.nat({ max: 100_000 }), (lines, amount) => {
        const total = sum(lines);
        fc.pre(total > 0);
        allocate(amount, lines).forEach((part, place) => {
          const off = BigInt(part) * BigInt(total) - BigInt(amount) * BigInt(lines[place] ?? 0);
          expect(off < BigInt(total) && off > -BigInt(total)).toBe(true);
        });
      }),
    );
  });
});

describe('amounts as people write them', () => {
  test('in French, with a decimal comma and narrow spaces that never break', () => {
    expect(formatAmount(2580)).toBe('25,80');
    expect(formatAmount(5)).toBe('0,05');
    expect(formatAmount(0)).toBe('0,00');
    expect(formatAmount(81_786_005)).toBe('817\u202f860,05');
    expect(formatAmount(123_456_789_00)).toBe('123\u202f456\u202f789,00');
    expect(formatEuros(2580)).toBe('25,80\u202f€');
    expect(formatEuros(-59)).toBe('\u22120,59\u202f€');
  });

  test('in English, with the sign first', () => {
    expect(formatAmount(81_786_005, 'en')).toBe('817,860.05');
    expect(formatEuros(2580, 'en')).toBe('€25.80');
    expect(formatEuros(-2580, 'en')).toBe('\u2212€25.80');
  });

  test('a fraction of a cent is never accepted as an amount (R-VAT-01)', () => {
    expect(() => assertCents(12.5)).toThrow('12.5');
    expect(() => assertCents(Number.NaN)).toThrow('NaN');
    expect(() => formatAmount(0.1)).toThrow('whole number of cents');
    expect(() => allocate(0.5, [1])).toThrow('whole number of cents');
    expect(() => assertCents(-1250)).not.toThrow();
  });
});
