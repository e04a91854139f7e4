import fc from 'fast-check';
import { expect, test } from 'vitest';

import { cashSuggestions, changeDue } from '#app/domain/cash.ts';

test.each([
  [2580, [2580, 2600, 3000, 4000, 5000]],
  [990, [990, 1000, 2000, 5000, 10_000]],
  [1800, [1800, 2000, 5000, 10_000]],
  [2000, [2000, 5000, 10_000]],
  [4210, [4210, 4300, 4500, 5000, 6000]],
  [12_050, [12_050, 12_100, 12_500, 13_000, 14_000]],
  [0, []],
])('for %i cents the keys are %j', (due, keys) => {
  expect(cashSuggestions(due)).toEqual(keys);
});

test('every key covers the amount, the exact one comes first, each once, five at most', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200_000 }), (due) => {
      const keys = cashSuggestions(due);
      expect(keys[0]).toBe(due);
      expect(keys.length).toBeLessThanOrEqual(5);
      expect(keys).toEqual([...new Set(keys)].sort((left, right) => left - right));
    }),
  );
});

test('E12: 20,00 for 17,35 gives 2,65 back, without rounding', () => {
  expect(changeDue({ dueCents: 1735, tenderedCents: 2000 })).toBe(265);
});

test('too little gives nothing back', () => {
  expect(changeDue({ dueCents: 1735, tenderedCents: 1500 })).toBe(0);
});
