import { expect, test } from 'vitest';

import { emptyAddress, faultOf, formOf, saveInput } from '#renderer/counter/customer/form-state.ts';

const NEW_ID = '019aab00-0000-7000-8000-000000000001';
const form = formOf(undefined, { customerId: NEW_ID, phone: '06 12 34 56 78' });

test('a new customer begins with the number they call from', () => {
  expect(form).toMatchObject({ customerId: NEW_ID, phone: '06 12 34 56 78', name: '' });
});

test('a sheet is saved only with a name, a whole number and whole addresses', () => {
  expect(faultOf(form)).toBe('needsName');
  const named = { ...form, name: 'Diallo' };
  expect(faultOf(named)).toBeUndefined();
  expect(faultOf({ ...named, phone: '06 12' })).toBe('badPhone');
  expect(faultOf({ ...named, addresses: [emptyAddress('a')] })).toBe('needsStreet');
});

test('what was left empty is not sent', () => {
  const address = {
    ...emptyAddress('a'),
    street: '12 rue de la Part-Dieu',
    postcode: '69003',
    city: 'Lyon',
    doorCode: '12B4',
  };
  expect(saveInput({ ...form, name: ' Diallo ', addresses: [address] })).toEqual({
    customerId: NEW_ID,
    name: 'Diallo',
    phones: ['06 12 34 56 78'],
    addresses: [
      {
        addressId: 'a',
        street: '12 rue de la Part-Dieu',
        postcode: '69003',
        city: 'Lyon',
        doorCode: '12B4',
      },
    ],
  });
});
