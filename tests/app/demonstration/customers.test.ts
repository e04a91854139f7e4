import { expect, test } from 'vitest';

import { inventedCustomers } from '#app/demonstration/customers.ts';
import { demonstrationTillStaff } from '#app/demonstration/till-staff.ts';
import { demonstrationStores } from '#app/demonstration/stores.ts';
import { storeContract } from '#app/contract/store.ts';
import { e164Of } from '#app/domain/phone-number.ts';

test('invented customers are the same each time, each with an id of their own', () => {
  const customers = inventedCustomers(2_000);
  expect(inventedCustomers(2_000)).toEqual(customers);
  const ids = customers.flatMap(({ customerId, addresses }) => [
    customerId,
    ...addresses.map(({ addressId }) => addressId),
  ]);
  expect(new Set(ids).size).toBe(ids.length);
  expect(new Set(customers.map(({ name }) => name)).size).toBeGreaterThan(1_500);
});

test('every invented customer could be saved at a till, with numbers that ring', () => {
  for (const customer of inventedCustomers(2_000)) {
    expect(storeContract['customer.save'].input.safeParse(customer).error).toBeUndefined();
    for (const phone of customer.phones) expect(e164Of(phone), phone).toMatch(/^\+33[467]/);
  }
});

test('some share a number, as families do', () => {
  const numbers = inventedCustomers(2_000).map(({ phones }) => phones[0]);
  const shared = numbers.length - new Set(numbers).size;
  expect(shared).toBeGreaterThan(40);
  expect(shared).toBeLessThan(200);
});

test('in every open store somebody can sign in, and a manager can approve', () => {
  for (const { id } of demonstrationStores.filter(({ status }) => status === 'open')) {
    const staff = demonstrationTillStaff(id);
    expect(
      staff.some(({ role }) => role === 'manager'),
      id,
    ).toBe(true);
    expect(
      staff.some(({ role }) => role === 'cashier'),
      id,
    ).toBe(true);
    expect(new Set(staff.map(({ firstPin }) => firstPin)).size, id).toBe(staff.length);
  }
});
