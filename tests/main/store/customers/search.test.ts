import { rmSync } from 'node:fs';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { saveCustomer } from '#main/store/customers/save.ts';
import { searchCustomers } from '#main/store/customers/search.ts';
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

function save(name: string, phones: string[], street?: string, customerId = newId()): string {
  const outcome = saveCustomer(
    people.sql,
    {
      customerId,
      name,
      phones,
      addresses:
        street === undefined
          ? []
          : [{ addressId: newId(), street, postcode: '69003', city: 'Lyon' }],
    },
    people.now(),
  );
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return customerId;
}
const names = (text: string) => searchCustomers(people, text).map(({ name }) => name);

describe('a customer is found', () => {
  test('by any part of any of their numbers, however it is written', () => {
    save('Amélie Duchemin', ['06 12 34 56 78', '04.78.60.00.01']);
    save('Un Autre', ['07 00 00 00 00']);
    for (const typed of ['0612', '3456', '5678', '06 12 34', '+33 6 12', '0033612', '78 60', '8'])
      expect(names(typed), typed).toEqual(['Amélie Duchemin']);
    expect(names('9')).toEqual([]);
  });

  test('by the beginning of a first or last name, with or without accents', () => {
    save('Amélie Duchemin', []);
    save('Jérôme Amelot', []);
    expect(names('ame')).toEqual(['Amélie Duchemin', 'Jérôme Amelot']);
    expect(names('AMÉLIE')).toEqual(['Amélie Duchemin']);
    expect(names('duch amel')).toEqual(['Amélie Duchemin']);
    expect(names('chemin')).toEqual([]);
  });

  test('by their street', () => {
    save('Amélie Duchemin', [], '12 Rue Paul Bert');
    expect(names('12 paul be')).toEqual(['Amélie Duchemin']);
    expect(names('rue lyon')).toEqual(['Amélie Duchemin']);
  });

  test('by a whole name before a longer one', () => {
    save('Martinez', []);
    save('Martin', []);
    expect(names('martin')[0]).toBe('Martin');
  });

  test('among seven at most', () => {
    for (let count = 0; count < 12; count += 1) save(`Martin ${count}`, []);
    expect(names('martin')).toHaveLength(7);
  });

  test('and nobody for what is no word: quotes, stars, operators', () => {
    save('Amélie Duchemin', [], '12 Rue Paul Bert');
    for (const typed of ['"', '*', '…', 'NEAR(', 'a" OR "b', '%', "'; drop table customer"])
      expect(names(typed), typed).toEqual([]);
  });
});

describe('what is saved', () => {
  test('twice is saved once, and the second time counts', () => {
    const customerId = save('Amélie Duchemin', ['0612345678']);
    save('Amélie Martin', ['0698765432'], '1 Rue Neuve', customerId);
    expect(names('duchemin')).toEqual([]);
    expect(names('0612345678')).toEqual([]);
    expect(searchCustomers(people, 'martin')).toMatchObject([
      { customerId, phones: ['+33698765432'], addresses: [{ street: '1 Rue Neuve' }] },
    ]);
  });

  test('has each number once, and never one that is none', () => {
    const customerId = newId();
    const input = { customerId, name: 'Ami', addresses: [] };
    saveCustomer(people.sql, { ...input, phones: ['0612345678', '+33 612345678'] }, people.now());
    expect(searchCustomers(people, 'ami')[0]?.phones).toEqual(['+33612345678']);
    expect(saveCustomer(people.sql, { ...input, phones: ['12 34 56'] }, people.now())).toEqual({
      ok: false,
      refusal: { code: 'customer.bad-phone', detail: { phone: '12 34 56' } },
    });
    expect(searchCustomers(people, 'ami')[0]?.phones).toEqual(['+33612345678']);
  });

  test('never takes the address of somebody else', () => {
    save('Amélie', [], '1 Rue Neuve');
    const [amelie] = searchCustomers(people, 'amelie');
    const addresses = [
      {
        addressId: amelie?.addresses[0]?.addressId ?? '',
        street: 'x',
        postcode: '69003',
        city: 'Lyon',
      },
    ];
    expect(
      saveCustomer(
        people.sql,
        { customerId: newId(), name: 'Voleur', phones: [], addresses },
        people.now(),
      ),
    ).toMatchObject({ refusal: { code: 'customer.address-of-another' } });
    expect(searchCustomers(people, 'amelie')[0]?.addresses[0]?.street).toBe('1 Rue Neuve');
  });
});
