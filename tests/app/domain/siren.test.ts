import { describe, expect, test } from 'vitest';

import { isSiren } from '#app/domain/siren.ts';

describe('the number of a company on an invoice', () => {
  test('a SIREN whose check digit is right is taken', () => {
    // 732 829 320 is the example of INSEE's own documentation.
    for (const siren of ['732829320', '999999998']) expect(isSiren(siren)).toBe(true);
  });

  test('one digit wrong, two digits swapped, or another length is refused', () => {
    for (const siren of ['732829321', '372829320', '73282932', '7328293200', '73282932A', ''])
      expect(isSiren(siren)).toBe(false);
  });

  test('every single wrong digit is found', () => {
    const right = '732829320';
    for (let place = 0; place < right.length; place += 1)
      for (const digit of '0123456789') {
        const typed = right.slice(0, place) + digit + right.slice(place + 1);
        expect(isSiren(typed)).toBe(typed === right);
      }
  });
});
