import fc from 'fast-check';
import { expect, test } from 'vitest';

import { e164Of, formatPhoneNumber } from '#app/domain/phone-number.ts';

test.each([
  ['0612345678', '+33612345678'],
  ['06 12 34 56 78', '+33612345678'],
  ['06.12.34.56.78', '+33612345678'],
  ['06-12-34-56-78', '+33612345678'],
  ['06\u00a012\u202f34 56 78', '+33612345678'],
  ['+33 6 12 34 56 78', '+33612345678'],
  ['+33 (0)6 12 34 56 78', '+33612345678'],
  ['+330612345678', '+33612345678'],
  ['0033612345678', '+33612345678'],
  ['33612345678', '+33612345678'],
  ['tel:+33612345678', '+33612345678'],
  ['0147200001', '+33147200001'],
  ['0262 12 34 56', '+262262123456'],
  ['0692123456', '+262692123456'],
  ['0639123456', '+262639123456'],
  ['06 39 98 00 01', '+33639980001'],
  ['0590 12 34 56', '+590590123456'],
  ['+32 470 12 34 56', '+32470123456'],
  ['0041 22 123 45 67', '+41221234567'],
])('%s is the number %s', (written, e164) => {
  expect(e164Of(written)).toBe(e164);
});

test.each([
  ['nothing', ''],
  ['a withheld number', 'P'],
  ['a word', 'anonymous'],
  ['a short number', '3615'],
  ['an extension', '102'],
  ['nine digits', '612345678'],
  ['eleven digits', '06123456789'],
  ['three zeros', '0002345678'],
  ['a French number that is too short', '+3361234567'],
  ['a French number that is too long', '+336123456789'],
  ['a number with a letter', '06 12 34 56 7O'],
  ['a plus sign in the middle', '0612+345678'],
  ['more digits than a number has', '+3212345678901234'],
  ['a page of text', '0612345678'.repeat(100)],
])('%s is no number', (_name, written) => {
  expect(e164Of(written)).toBeUndefined();
});

test('whatever is given, the answer is a number of E.164 or none', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[+0-9 ().-]{0,20}$/)), (written) => {
      expect(e164Of(written) ?? '+33612345678').toMatch(/^\+[1-9]\d{6,14}$/);
    }),
  );
});

test('a number is the same whichever way it is written', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[1-9]\d{8}$/),
      fc.constantFrom(' ', '.', '-', ''),
      (rest, gap) => {
        const national = `0${rest}`.replace(/\d{2}(?!$)/g, `$&${gap}`);
        const e164 = e164Of(national);
        expect(e164Of(e164 ?? '')).toBe(e164);
        expect(e164Of(`+33${rest}`)).toBe(`+33${rest}`);
        expect(e164Of(`0033${rest}`)).toBe(`+33${rest}`);
        expect(e164Of(formatPhoneNumber(`+33${rest}`))).toBe(e164);
      },
    ),
  );
});

test('people read a French number in pairs and a foreign one as it is', () => {
  expect(formatPhoneNumber('+33612345678')).toBe('06 12 34 56 78'.replaceAll(' ', '\u00a0'));
  expect(formatPhoneNumber('+32470123456')).toBe('+32470123456');
});
