import { expect, test } from 'vitest';

import { maskNumber } from '#hardware/terminal/mask-number.ts';

test.each([
  ['410849######4250', '410849######4250'],
  ['***********0674', '***********0674'],
  ['4970101122331234', '497010######1234'],
  ['4970101122331234567', '497010#########4567'],
  ['12345678', '####5678'],
  ['', ''],
])('the card number «%s» is kept as «%s»', (sent, kept) => {
  expect(maskNumber(sent)).toBe(kept);
});
