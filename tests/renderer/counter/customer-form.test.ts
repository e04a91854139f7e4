import { expect, test } from 'vitest';

import {
  emptyAddress,
  faultOf,
  formOf,
  saveInput,
} from '#renderer/counter/customer/form/form-state.ts';

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

test('a known number stands as it is read out in France', () => {
  const known = {
    ...{ customerId: NEW_ID, name: 'Solène', phones: ['+33698765432'], addresses: [] },
    ...{ orders: 0, loyaltyPoints: 0, recency: 'new' as const },
  };
  const shown = formOf(known, { customerId: NEW_ID, phone: undefined });
  expect(shown.phone).toBe('06\u00a098\u00a076\u00a054\u00a032');
  expect(saveInput(shown).phones).toEqual(['06 98 76 54 32']);
});
