import { expect, test } from 'vitest';

import { demonstrationStaff } from '#app/demonstration/staff.ts';
import { demonstrationStores } from '#app/demonstration/stores.ts';
import { businessCalendar } from '#app/lib/time.ts';

/** The check of SIREN and SIRET: from the right, every second digit doubled, the sum ends in 0. */
function passesLuhn(digits: string): boolean {
  const sum = digits
    .split('')
    .reverse()
    .reduce((total, digit, place) => {
      const value = Number(digit) * (place % 2 === 0 ? 1 : 2);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
  return sum % 10 === 0;
}

const open = demonstrationStores.filter(({ status }) => status === 'open');
const planned = demonstrationStores.filter(({ status }) => status === 'planned');

test('eight stores, five of which are open, each with a name and an address of its own', () => {
  expect(open.map(({ id }) => id)).toEqual([
    'lyon-3',
    'villeurbanne',
    'bron',
    'ecully',
    'venissieux',
  ]);
  expect(planned).toHaveLength(3);
  for (const key of ['id', 'name', 'siret'] as const) {
    expect(new Set(demonstrationStores.map((store) => store[key])).size).toBe(8);
  }
  for (const { addressLines } of demonstrationStores)
    expect(addressLines[1]).toMatch(/^69\d{3} \S/);
});

test('those still to open do so within six months of one another, after all the others', () => {
  const lastOpened =
    open
      .map(({ opensOn }) => opensOn)
      .sort()
      .at(-1) ?? '';
  for (const { opensOn } of planned) expect(opensOn > lastOpened).toBe(true);
});

test('company numbers are well formed', () => {
  expect(passesLuhn('73282932000074')).toBe(true);
  expect(passesLuhn('73282932000075')).toBe(false);
  for (const { siret, vatId } of demonstrationStores) {
    expect(siret).toMatch(/^999999998\d{5}$/);
    expect(passesLuhn(siret)).toBe(true);
    expect(passesLuhn(siret.slice(0, 9))).toBe(true);
    const key = (12 + 3 * (Number(siret.slice(0, 9)) % 97)) % 97;
    expect(vatId).toBe(`FR${String(key).padStart(2, '0')}${siret.slice(0, 9)}`);
  }
});

test('every store has a zone and a cut-off that make a calendar', () => {
  for (const { zone, cutOff } of demonstrationStores) {
    expect(businessCalendar({ zone, cutOff }).dayOf('2026-11-21T03:30:00.000Z')).toBe('2026-11-21');
  }
});

test('every open store has somebody to manage, sell, bake and ride', () => {
  for (const { id } of open) {
    const roles = new Set(
      demonstrationStaff.filter(({ storeId }) => storeId === id).flatMap((person) => person.roles),
    );
    expect([...roles].sort(), id).toEqual(['counter', 'kitchen', 'manager', 'rider']);
  }
  expect(new Set(demonstrationStaff.map(({ id }) => id)).size).toBe(demonstrationStaff.length);
});

test('nothing is known of anybody but a first name', () => {
  for (const person of demonstrationStaff) {
    expect(Object.keys(person).sort()).toEqual(['firstName', 'id', 'roles', 'storeId']);
    expect(person.firstName).toMatch(/^\p{Lu}\p{Ll}+$/u);
    expect(demonstrationStores.some(({ id }) => id === person.storeId)).toBe(true);
  }
});
