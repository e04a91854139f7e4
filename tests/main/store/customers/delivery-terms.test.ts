import { rmSync } from 'node:fs';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { deliveryTerms } from '#main/store/customers/delivery-terms.ts';
import { saveCustomer } from '#main/store/customers/save.ts';
import { newId } from '#tests/world/order-input.ts';
import { type PeopleOfTest, thePeople } from '#tests/world/people.ts';
import { temporaryFolder } from '#tests/world/store.ts';

let folder = '';
let people: PeopleOfTest;
beforeEach(async () => {
  folder = temporaryFolder();
  people = await thePeople(folder);
});
afterEach(() => {
  people.close();
  rmSync(folder, { recursive: true, force: true });
});

function termsAt(place: { latitude?: number; longitude?: number }) {
  const addressId = newId();
  const address = { addressId, street: '1 Rue', postcode: '69003', city: 'Lyon', ...place };
  saveCustomer(
    people.sql,
    { customerId: newId(), name: 'Ami', phones: [], addresses: [address] },
    people.now(),
  );
  return deliveryTerms(people.sql, people.area)(addressId);
}

test('delivering next door is free, further away costs what the zone costs', () => {
  expect(termsAt({ latitude: 45_757_500, longitude: 4_854_000 })).toEqual({
    zoneId: 'lyon-3-centre',
    feeCents: 0,
    minimumCents: 1_500,
  });
  expect(termsAt({ latitude: 45_745_000, longitude: 4_875_000 })).toMatchObject({
    zoneId: 'ring-2500',
    feeCents: 250,
  });
});

test('nobody delivers to Paris, nor to an address nobody knows', () => {
  expect(termsAt({ latitude: 48_856_600, longitude: 2_352_200 })).toBeUndefined();
  expect(deliveryTerms(people.sql, people.area)(newId())).toBeUndefined();
});

test('an address typed by hand, without a place, costs what the furthest zone costs', () => {
  expect(termsAt({})).toMatchObject({ zoneId: 'ring-4000', feeCents: 400, minimumCents: 2_500 });
});
