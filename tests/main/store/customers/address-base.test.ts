import { rmSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { type AddressBase, openAddressBase } from '#main/store/customers/address-base.ts';
import { importAddresses } from '#main/store/customers/import-addresses.ts';
import { temporaryFolder } from '#tests/world/store.ts';

let folder = '';
let base: AddressBase;
beforeAll(async () => {
  folder = temporaryFolder();
  const into = join(folder, 'addresses.sqlite');
  const from = 'app/demonstration/addresses/adresses-exemple-69.csv';
  await importAddresses({ from, into, now: '2026-11-20T18:00:00.000Z', say: () => undefined });
  base = openAddressBase(into);
});
afterAll(() => {
  base.close();
  rmSync(folder, { recursive: true, force: true });
});

const labels = (text: string) => base.complete(text).map(({ label }) => label);

test.each([
  ['12 rue pa', '12 Rue Paul Bert, 69003 Lyon'],
  ['rue paul bert 12', '12 Rue Paul Bert, 69003 Lyon'],
  ['12 bis av de saxe', '12 bis Avenue de Saxe, 69003 Lyon'],
  ['30 bd reguillon', '30 Boulevard Eugène Réguillon, 69100 Villeurbanne'],
  ['5 pl guich', '5 Place Guichard, 69003 Lyon'],
  ['4 imp turq', '4 Impasse Turquet, 69003 Lyon'],
  ['10 rue du 4 aout', '10 Rue du 4 Août 1789, 69100 Villeurbanne'],
  ['emile zola villeurbanne', 'Cours Émile Zola, 69100 Villeurbanne'],
  ['200 rue garibaldi 69003', '200 Rue Garibaldi, 69003 Lyon'],
])('« %s » is completed to %s', (typed, label) => {
  expect(labels(typed)[0]).toBe(label);
});

test('at most seven are offered, each once', () => {
  const offered = labels('rue');
  expect(offered).toHaveLength(7);
  expect(new Set(offered).size).toBe(7);
});

test('a number that the base does not know stands beside its neighbour', () => {
  const [known] = base.complete('7 rue paul bert');
  const [neighbour] = base.complete('9 rue paul bert');
  expect(neighbour).toMatchObject({ street: '9 Rue Paul Bert', latitude: known?.latitude });
});

test('what is nowhere is offered nowhere, whatever is typed', () => {
  for (const typed of ['zzzz', '" OR 1=1 --', '12 (', '*', 'rue NEAR(', 'a AND', "l'"])
    expect(base.complete(typed).length, typed).toBeLessThanOrEqual(7);
  expect(labels('champs elysees')).toEqual([]);
});
