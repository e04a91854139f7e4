import { expect, test } from 'vitest';

import { customerSearchOf, digitsOf } from '#app/domain/customer/search-text.ts';

test.each([
  ['06 12', '0612'],
  ['06.12.34.56.78', '0612345678'],
  ['06-12/34', '061234'],
  ['+33 6 12 34', '061234'],
  ['+33 (0)6 12', '0612'],
  ['0033612', '0612'],
  ['5678', '5678'],
])('%s is a part of a number: %s', (typed, digits) => {
  expect(customerSearchOf(typed)).toEqual({ kind: 'digits', digits });
});

test.each([
  ['Émilie', ['emilie']],
  ['da silva', ['da', 'silva']],
  ['12 rue Garib', ['12', 'rue', 'garib']],
  ["L'Hôte", ['l', 'hote']],
  ['Œuvrard', ['oeuvrard']],
  ['***', []],
])('%s is words: %s', (typed, words) => {
  expect(customerSearchOf(typed)).toEqual({ kind: 'words', words });
});

test('a number is found as the French say it, a foreign one with its code', () => {
  expect(digitsOf('+33612345678')).toBe('0612345678');
  expect(digitsOf('+41791234567')).toBe('41791234567');
});
