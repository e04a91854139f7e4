import { expect, test } from 'vitest';

import { csvText } from '#renderer/head-office/figures/csv.ts';

test('a French file is separated by semicolons and says that it is UTF-8', () => {
  const text = csvText(
    [
      ['Magasin', 'CA'],
      ['Écully', '1402,50'],
    ],
    'fr',
  );
  expect(text).toBe('\ufeffMagasin;CA\r\nÉcully;1402,50\r\n');
});

test('an English file is separated by commas', () => {
  expect(csvText([['Écully', '1402.50']], 'en')).toBe('\ufeffÉcully,1402.50\r\n');
});

test('a cell that holds the separator, a quote or a line break is quoted', () => {
  expect(csvText([['a;b', 'dit "oui"', 'deux\nlignes', 'c,d']], 'fr')).toBe(
    '\ufeff"a;b";"dit ""oui""";"deux\nlignes";c,d\r\n',
  );
});

test('a name that a spreadsheet would run as a formula is kept as words', () => {
  expect(csvText([['=1+1', '@somme', '-remise', '+33']], 'fr')).toBe(
    "\ufeff'=1+1;'@somme;'-remise;'+33\r\n",
  );
});

test('a negative amount stays a number', () => {
  expect(csvText([['-12,50']], 'fr')).toBe('\ufeff-12,50\r\n');
});
