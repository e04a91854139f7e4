import { expect, test } from 'vitest';

import { mealVoucherRules } from '#app/domain/meal-voucher.ts';

test('titres-restaurant pay 25 € a day, on paper too, and not on rest days', () => {
  expect(mealVoucherRules('2026-11-22')).toMatchObject({
    capCents: 2_500,
    isPaperAccepted: true,
    isEveryDay: false,
  });
});

test('a day before the first known rules goes by the first', () => {
  expect(mealVoucherRules('2019-01-01').capCents).toBe(2_500);
});
