import fc from 'fast-check';
import { expect, test } from 'vitest';

import { isPrintable, printable } from '#app/receipt/printable.ts';

test.each([
  ['Bœuf épicé à l’Ÿser, 13,90 €', 'Bœuf épicé à l’Ÿser, 13,90 €'],
  ['13,90\u202f€', '13,90\u00a0€'],
  ['e\u0301te\u0301', 'été'],
  ['Gödel Łódź Őri ǅ ﬁn', 'Gödel Lódz Ori Dz fin'],
  ['Pizza 🍕 du chef 👩‍🍳🏽', 'Pizza  du chef '],
  ['−5 → 6', '-5 -> 6'],
  ['שלום', '????'],
  ['ligne\r\nsuite\tfin', 'ligne  suite fin'],
  ['abc\u202edef\u2066ghi', 'abcdefghi'],
  ['\u001b[31mrouge\u001b[0m', 'rouge'],
  ['\u001bp\u0000\u0032\u00fa', 'p2ú'],
  ['\u001d\u0056\u0001', 'V'],
  ['soft\u00adhyphen', 'softhyphen'],
])('%j is printed as %j', (typed, printed) => {
  expect(printable(typed)).toBe(printed);
});

test('whatever is typed, only characters of the printer’s own page are left', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 0x1_ffff }), { maxLength: 80 }), (points) => {
      const typed = points.map((point) => String.fromCodePoint(point)).join('');
      const printed = printable(typed);
      expect(Array.from(printed).filter((character) => !isPrintable(character))).toEqual([]);
      expect(printable(printed)).toBe(printed);
    }),
  );
});

test('an amount never turns into question marks', () => {
  fc.assert(
    fc.property(fc.integer({ min: -9_999_999, max: 9_999_999 }), (cents) => {
      const written = new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' });
      expect(printable(written.format(cents))).not.toContain('?');
    }),
  );
});
