import { expect, test } from 'vitest';

import { addressReadings } from '#app/domain/customer/address-text.ts';

const first = (text: string) => addressReadings(text)[0];

test.each([
  ['12 rue paul', 12, '', ['rue', 'paul']],
  ['12, Rue Paul-Bert', 12, '', ['rue', 'paul', 'bert']],
  ['12 bis rue paul', 12, 'bis', ['rue', 'paul']],
  ['12bis rue paul', 12, 'bis', ['rue', 'paul']],
  ['12b rue paul', 12, 'b', ['rue', 'paul']],
  ['12 b rue paul', 12, 'b', ['rue', 'paul']],
  ['12 r paul', 12, '', ['rue', 'paul']],
  ['rue paul bert 12', 12, '', ['rue', 'paul', 'bert']],
  ['rue paul bert 12 ter', 12, 'ter', ['rue', 'paul', 'bert']],
  ['3 av de la république', 3, '', ['avenue', 'republique']],
  ['7 bd st-jacques', 7, '', ['boulevard', 'saint', 'jacques']],
  ['1 pl du dr long', 1, '', ['place', 'docteur', 'long']],
  ['4 imp', 4, '', ['impasse']],
])('%s reads as number %i%s of %j', (text, value, suffix, words) => {
  const reading = first(text);
  expect(reading?.number).toEqual({ value, suffix });
  expect(reading?.words.map(([word]) => word)).toEqual(words);
});

test('a short form may also be the beginning of another word', () => {
  expect(first('pl')?.words).toEqual([['place', 'pl']]);
});

test('a number may belong to the name of the street', () => {
  const readings = addressReadings('8 mai 1945');
  expect(readings.map(({ number }) => number?.value)).toEqual([8, 1945, undefined]);
  expect(readings.at(-1)?.words.map(([word]) => word)).toEqual(['8', 'mai', '1945']);
});

test('a postcode is a word, not a number of the street', () => {
  expect(first('rue paul bert 69003')).toEqual({
    words: [['rue'], ['paul'], ['bert'], ['69003']],
  });
});

test('nothing that can be looked up is no reading at all', () => {
  expect(addressReadings('…')).toEqual([]);
  expect(addressReadings('12')).toEqual([{ words: [['12']] }]);
});
