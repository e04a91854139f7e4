import { rmSync } from 'node:fs';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { type PeopleOfTest, SOFIA, thePeople } from '#tests/world/people.ts';
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

const MINUTE = 60_000;
const at = () => people.staff.sessions.at('till-1');
const begin = () => people.staff.sessions.begin('till-1', SOFIA.employeeId);

describe('a session', () => {
  test('is of one device', () => {
    begin();
    expect(at()).toMatchObject({ employee: { firstName: 'Sofia' }, isLocked: false });
    expect(people.staff.sessions.at('till-2')).toBeUndefined();
    people.staff.sessions.end('till-1');
    expect(at()).toBeUndefined();
  });

  test('goes on through a restart of the node, locked if it was', async () => {
    begin();
    people.close();
    people = await thePeople(folder);
    expect(at()).toMatchObject({ employee: { id: SOFIA.employeeId }, isLocked: false });
    people.staff.sessions.lock('till-1');
    people.close();
    people = await thePeople(folder);
    expect(at()).toMatchObject({ isLocked: true });
  });

  test('locks itself after a quarter of an hour without a touch', () => {
    begin();
    people.pass(14 * MINUTE);
    people.staff.sessions.touch('till-1');
    people.pass(14 * MINUTE);
    expect(at()?.isLocked).toBe(false);
    people.pass(MINUTE);
    expect(at()?.isLocked).toBe(true);
    people.staff.sessions.touch('till-1');
    expect(at()?.isLocked).toBe(true);
  });

  test('locked for half an hour is open to whoever comes', () => {
    begin();
    people.staff.sessions.lock('till-1');
    people.pass(29 * MINUTE);
    expect(at()?.isAbandoned).toBe(false);
    people.pass(MINUTE);
    expect(at()?.isAbandoned).toBe(true);
  });

  test('of somebody who no longer works here is none', () => {
    begin();
    people.database.exec("update employee set is_active = 0 where employee_id = 'lyon-3-2'");
    expect(at()).toBeUndefined();
  });
});
