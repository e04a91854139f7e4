import fc from 'fast-check';
import { expect, test } from 'vitest';

import { hasCardNumber, maskCardNumbers, passesLuhn } from '#hardware/link/card-numbers.ts';

/** Numbers that schemes publish for tests. */
const TEST_NUMBERS = [
  '4970101122334455',
  '4242424242424242',
  '5555555555554444',
  '378282246310005',
  '30569309025904',
  '6011111111111117',
  '3566002020360505',
  '2223003122003222',
  '6304000000000000',
  '4000000000000000006',
].filter(passesLuhn);

test('the known test numbers are valid numbers', () => {
  expect(TEST_NUMBERS.length).toBeGreaterThanOrEqual(8);
});

test.each(TEST_NUMBERS)('%s keeps its first six and last four digits only', (number) => {
  const masked = maskCardNumbers(`carte ${number} lue`);
  expect(masked).toBe(
    `carte ${number.slice(0, 6)}${'#'.repeat(number.length - 10)}${number.slice(-4)} lue`,
  );
});

test('a number with other digits against it is hidden as well', () => {
  const masked = maskCardNumbers('010000037901497010112233445500000000');
  expect(masked).not.toContain('1122334');
  expect(hasCardNumber(masked)).toBe(false);
});

test.each(['01 00003790 978', '2026-11-22T12:00:00.000Z', '0612345678', '192.168.1.50:9100'])(
  '%s is no card number and stays',
  (text) => {
    expect(maskCardNumbers(text)).toBe(text);
  },
);

test('whatever is masked once has nothing left to mask', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9x]{0,60}$/), (text) => {
      expect(hasCardNumber(maskCardNumbers(text))).toBe(false);
      expect(maskCardNumbers(text).length).toBe(text.length);
    }),
  );
});
