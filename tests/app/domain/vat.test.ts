import { describe, expect, test } from 'vitest';

import type { Mode, VatClass } from '#app/domain/menu.ts';
import { standardRateBp, type Territory, vatBreakdown, vatOf, vatRateBp } from '#app/domain/vat.ts';

const TODAY = '2026-11-22';

function rates(territory: Territory, date: string = TODAY) {
  const of = (vatClass: VatClass, mode: Mode) => vatRateBp({ vatClass, mode, territory, date });
  const classes: VatClass[] = ['prepared', 'conservable', 'confectionery', 'alcohol'];
  return classes.map((vatClass) => [of(vatClass, 'on-site'), of(vatClass, 'take-away')]);
}

describe('the rate follows from what, how, where and when (R-VAT-02, R-VAT-11)', () => {
  test.each<[Territory, number[][]]>([
    // Each row: on site, to take away; for meals, what keeps, sweets, alcohol.
    [
      'mainland',
      [
        [1000, 1000],
        [1000, 550],
        [1000, 2000],
        [2000, 2000],
      ],
    ],
    [
      'corsica',
      [
        [1000, 1000],
        [1000, 210],
        [1000, 2000],
        [2000, 2000],
      ],
    ],
    [
      'guadeloupe',
      [
        [210, 210],
        [210, 210],
        [210, 850],
        [850, 850],
      ],
    ],
    [
      'martinique',
      [
        [210, 210],
        [210, 210],
        [210, 850],
        [850, 850],
      ],
    ],
    [
      'reunion',
      [
        [210, 210],
        [210, 210],
        [210, 850],
        [850, 850],
      ],
    ],
    [
      'guyane',
      [
        [0, 0],
        [0, 0],
        [0, 0],
        [0, 0],
      ],
    ],
    [
      'mayotte',
      [
        [0, 0],
        [0, 0],
        [0, 0],
        [0, 0],
      ],
    ],
  ])('in %s', (territory, expected) => {
    expect(rates(territory)).toEqual(expected);
  });

  test('a delivered can bears the same rate as one that is taken away', () => {
    const can = { vatClass: 'conservable', territory: 'mainland', date: TODAY } as const;
    expect(vatRateBp({ ...can, mode: 'delivery' })).toBe(550);
    expect(vatRateBp({ ...can, mode: 'on-site' })).toBe(1000);
  });
});

describe('the rules are dated (R-VAT-10)', () => {
  test('the last day of 2013 has the rates of 2013, the first of 2014 those of today', () => {
    expect(rates('mainland', '2013-12-31')).toEqual([
      [700, 700],
      [700, 550],
      [700, 1960],
      [1960, 1960],
    ]);
    expect(rates('mainland', '2014-01-01')).toEqual(rates('mainland'));
    expect(standardRateBp({ territory: 'mainland', date: '2013-12-31' })).toBe(1960);
    expect(standardRateBp({ territory: 'mainland', date: TODAY })).toBe(2000);
  });

  test('a day before any known rule stops the sale instead of guessing a rate (R-VAT-08)', () => {
    expect(() => rates('mainland', '2011-12-31')).toThrow('mainland');
  });
});

describe('VAT inside an amount (R-VAT-03)', () => {
  test('E1: a pizza of 9,90 at 10 % holds 0,90', () => {
    expect(vatOf(990, 1000)).toBe(90);
  });

  test('E4: half a cent is rounded up, and given back in full when the sale is refunded', () => {
    // 3,51 at 20 % is 58.5 cents exactly, which floating point takes for less.
    expect(vatOf(351, 2000)).toBe(59);
    expect(vatOf(-351, 2000)).toBe(-59);
  });

  test('nothing holds nothing, and no rate takes nothing', () => {
    expect(vatOf(0, 2000)).toBe(0);
    expect(vatOf(-0, 2000)).toBe(0);
    expect(vatOf(1250, 0)).toBe(0);
  });

  test('the integer formula is half-up at every amount up to 1 000 €, at every rate', () => {
    const wrong: string[] = [];
    for (const rate of [210, 550, 700, 850, 1000, 1960, 2000]) {
      const whole = 10_000 + rate;
      for (let cents = 0; cents <= 100_000; cents += 1) {
        // Exact VAT = cents × rate / whole. Twice its distance to the rounded one, without a fraction:
        const twiceOff = 2 * (vatOf(cents, rate) * whole - cents * rate);
        if (twiceOff <= -whole || twiceOff > whole) wrong.push(`${cents} cents at ${rate}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('the VAT of a ticket', () => {
  test('E5: seven pots at 1,60 hold 1,02 on the ticket, not 7 times 0,15', () => {
    const lines = Array.from({ length: 7 }, () => ({ grossCents: 160, vatRateBp: 1000 }));
    expect(vatBreakdown(lines)).toEqual([
      { rateBp: 1000, grossCents: 1120, netCents: 1018, vatCents: 102 },
    ]);
  });

  test('rates come lowest first, each once', () => {
    const breakdown = vatBreakdown([
      { grossCents: 350, vatRateBp: 2000 },
      { grossCents: 200, vatRateBp: 550 },
      { grossCents: 350, vatRateBp: 2000 },
    ]);
    expect(breakdown.map((amount) => [amount.rateBp, amount.grossCents])).toEqual([
      [550, 200],
      [2000, 700],
    ]);
  });

  test('an empty ticket holds no rate', () => {
    expect(vatBreakdown([])).toEqual([]);
  });
});
