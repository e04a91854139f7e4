import { expect, test } from 'vitest';

import { passesLuhn } from '#hardware/link/card-numbers.ts';
import { cardOf } from '#hardware/terminal/virtual/card.ts';

test('every test card looks real: sixteen digits, the right check digit, none twice', () => {
  const numbers = Array.from({ length: 200 }, (_none, at) => cardOf(at).number);
  expect(new Set(numbers).size).toBe(200);
  for (const number of numbers) {
    expect(number).toMatch(/^497010\d{10}$/);
    expect(passesLuhn(number)).toBe(true);
  }
});
