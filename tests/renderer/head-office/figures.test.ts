import { describe, expect, test } from 'vitest';

import { ageText } from '#renderer/head-office/figures/ages.ts';
import {
  plainAmount,
  quantityText,
  signedEuros,
  wholeEuros,
} from '#renderer/head-office/figures/amounts.ts';
import {
  gapOf,
  percentText,
  shareOf,
  shareText,
  signedText,
} from '#renderer/head-office/figures/gap.ts';

describe('the gap to last week', () => {
  test('sales above last week are up, to a tenth of a percent', () => {
    expect(gapOf(1_062, 1_000)).toEqual({ direction: 'up', permille: 62, difference: 62 });
  });

  test('sales below last week are down, and the percentage is negative', () => {
    expect(gapOf(882, 1_000)).toEqual({ direction: 'down', permille: -118, difference: -118 });
  });

  test('the same sales are neither up nor down', () => {
    expect(gapOf(1_000, 1_000)).toEqual({ direction: 'same', permille: 0, difference: 0 });
  });

  test('a store without sales last week has no percentage', () => {
    expect(gapOf(5_000, 0).permille).toBeUndefined();
  });

  test('half a tenth is rounded away from zero on both sides', () => {
    expect(gapOf(20_001, 20_000).permille).toBe(0);
    expect(gapOf(20_010, 20_000).permille).toBe(1);
    expect(gapOf(19_990, 20_000).permille).toBe(-1);
  });

  test.each([
    [62, '+6,2\u202f%', '+6.2%'],
    [-118, '\u221211,8\u202f%', '\u221211.8%'],
    [0, '0,0\u202f%', '0.0%'],
    [5, '+0,5\u202f%', '+0.5%'],
    [1_234, '+123,4\u202f%', '+123.4%'],
  ])('%i tenths of a percent read %s in French and %s in English', (permille, french, english) => {
    expect(percentText(permille, 'fr')).toBe(french);
    expect(percentText(permille, 'en')).toBe(english);
  });

  test('a difference of orders carries its sign', () => {
    expect([14, -3, 0].map(signedText)).toEqual(['+14', '\u22123', '0']);
  });
});

describe('a share of all sales', () => {
  test('is given in tenths of a percent, rounded half up', () => {
    expect(shareOf(84, 750)).toBe(112);
    expect(shareText(112, 'fr')).toBe('11,2\u202f%');
    expect(shareOf(1, 2_000)).toBe(1);
  });

  test('is nothing on a day without sales', () => {
    expect(shareOf(0, 0)).toBe(0);
  });
});

describe('an amount on the page', () => {
  test.each([
    [841_249, '8\u202f412\u202f€', '€8,412'],
    [841_250, '8\u202f413\u202f€', '€8,413'],
    [0, '0\u202f€', '€0'],
    [49, '0\u202f€', '€0'],
    [123_456_789, '1\u202f234\u202f568\u202f€', '€1,234,568'],
  ])('of %i cents reads %s in French and %s in English', (cents, french, english) => {
    expect(wholeEuros(cents, 'fr')).toBe(french);
    expect(wholeEuros(cents, 'en')).toBe(english);
  });

  test('that differs from last week carries its sign', () => {
    expect(signedEuros(38, 'fr')).toBe('+0,38\u202f€');
    expect(signedEuros(-38, 'fr')).toBe('\u22120,38\u202f€');
  });

  test('in a file has no grouping and the decimal mark of the language', () => {
    expect(plainAmount(841_250, 'fr')).toBe('8412,50');
    expect(plainAmount(841_250, 'en')).toBe('8412.50');
    expect(plainAmount(-5, 'fr')).toBe('-0,05');
  });

  test('a number of pizzas sold counts halves, with the decimal mark of the language', () => {
    expect(quantityText(12.5, 'fr')).toBe('12,5');
    expect(quantityText(12.5, 'en')).toBe('12.5');
    expect(quantityText(12, 'fr')).toBe('12');
  });
});

describe('the age of the figures of a store', () => {
  test.each([
    [0, '0\u202fs'],
    [59_999, '59\u202fs'],
    [60_000, '1\u202fmin'],
    [12 * 60_000, '12\u202fmin'],
    [5 * 3_600_000, '5\u202fh'],
    [49 * 3_600_000, '2\u202fj'],
  ])('of %i ms reads %s', (ageMs, words) => {
    expect(ageText(ageMs, 'fr')).toBe(words);
  });

  test('is never negative, whatever the clocks', () => {
    expect(ageText(-3_000, 'fr')).toBe('0\u202fs');
  });
});
