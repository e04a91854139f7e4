import { expect, test } from 'vitest';

import { companyOf, NO_COMPANY, troubleOf } from '#renderer/counter/payment/papers/company.ts';

const typed = {
  ...NO_COMPANY,
  name: 'Garage Dupont',
  address: '4 rue Paul Bert',
  town: '69003 Lyon',
};

test('an invoice needs a name and an address, no more', () => {
  expect(companyOf(typed)).toEqual({
    name: 'Garage Dupont',
    addressLines: ['4 rue Paul Bert', '69003 Lyon'],
  });
  expect(companyOf({ ...typed, name: ' ' })).toBeUndefined();
  expect(companyOf({ ...typed, town: '' })).toBeUndefined();
});

test('a SIREN with a wrong digit is said, and makes no invoice', () => {
  const wrong = { ...typed, siren: '732 829 321' };
  expect(troubleOf(wrong)).toEqual({ siren: true });
  expect(companyOf(wrong)).toBeUndefined();
  expect(companyOf({ ...typed, siren: '732 829 320' })).toMatchObject({ siren: '732829320' });
});

test('a SIREN that is still being typed is not said to be wrong', () => {
  expect(troubleOf({ ...typed, siren: '7328' })).toEqual({});
  expect(companyOf({ ...typed, siren: '7328' })).toBeUndefined();
});

test('a VAT number is written without spaces, in capitals', () => {
  expect(companyOf({ ...typed, vatId: 'fr 44 732829320' })).toMatchObject({
    vatId: 'FR44732829320',
  });
  expect(troubleOf({ ...typed, vatId: '44732829320' })).toEqual({ vatId: true });
});
