import { rmSync } from 'node:fs';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { Caller } from '#app/contract/contract.ts';
import type { Door } from '#app/contract/door.ts';
import { storeContract } from '#app/contract/store.ts';
import { accept } from '#app/lib/result.ts';
import { frontDoor } from '#main/gateway/front-door.ts';
import { NADIA, type PeopleOfTest, SOFIA, thePeople } from '#tests/world/people.ts';
import { temporaryFolder } from '#tests/world/store.ts';

let folder = '';
let people: PeopleOfTest;
const inTraining = new Set<string>();
beforeEach(async () => {
  folder = temporaryFolder();
  people = await thePeople(folder);
  inTraining.clear();
});
afterEach(() => {
  people.close();
  rmSync(folder, { recursive: true, force: true });
});

const TILL: Caller = { role: 'counter', name: 'counter', device: 'till-1' };
/** A world that answers its name and who asked. */
const world =
  (name: string): Door =>
  (_method, _input, caller) =>
    Promise.resolve(accept({ world: name, caller }));
function ask(method: string, caller: Caller = TILL) {
  const door = frontDoor({
    contract: storeContract,
    staff: people.staff,
    real: world('real'),
    training: { isIn: (device) => inTraining.has(device), door: async () => world('training') },
  });
  return door(method, {}, caller);
}
const begin = () => people.staff.sessions.begin('till-1', SOFIA.employeeId);

describe('a till where nobody signed in', () => {
  test.each([
    'staff.list',
    'session.current',
    'staff.sign-in',
    'store.status',
    'menu.current',
    'display.show',
    'display.current',
  ])('may ask %s', async (method) => {
    expect(await ask(method)).toMatchObject({ ok: true });
  });

  test('may ask nothing else of the whole contract', async () => {
    const refused: string[] = [];
    for (const method of Object.keys(storeContract)) {
      const answer = await ask(method);
      if (!answer.ok && answer.refusal.code === 'staff.sign-in-first') refused.push(method);
    }
    expect(refused).toHaveLength(Object.keys(storeContract).length - 7);
    expect(refused).toEqual(
      expect.arrayContaining(['order.place', 'order.board', 'customer.search', 'draft.take']),
    );
  });

  test('does not become somebody by saying so', async () => {
    const caller: Caller = { ...TILL, employee: { id: NADIA.employeeId, role: 'manager' } };
    expect(await ask('order.place', caller)).toMatchObject({
      refusal: { code: 'staff.sign-in-first' },
    });
  });
});

describe('a till where somebody signed in', () => {
  test('speaks for them, at each request anew', async () => {
    begin();
    expect(await ask('order.place')).toMatchObject({
      value: { caller: { device: 'till-1', employee: { id: SOFIA.employeeId, role: 'cashier' } } },
    });
    people.staff.sessions.begin('till-1', NADIA.employeeId);
    expect(await ask('order.place')).toMatchObject({
      value: { caller: { employee: { id: NADIA.employeeId, role: 'manager' } } },
    });
    people.staff.sessions.end('till-1');
    expect(await ask('order.place')).toMatchObject({
      refusal: { code: 'staff.sign-in-first' },
    });
  });

  test('shows its views while it is locked, and does nothing', async () => {
    begin();
    people.staff.sessions.lock('till-1');
    expect(await ask('order.board')).toMatchObject({ ok: true });
    expect(await ask('staff.sign-in')).toMatchObject({ ok: true });
    for (const method of ['order.place', 'customer.search', 'draft.take', 'staff.sign-out'])
      expect(await ask(method), method).toMatchObject({ refusal: { code: 'staff.locked' } });
  });

  test('stays open as long as somebody works at it, not as long as a view refreshes', async () => {
    begin();
    for (let minutes = 0; minutes < 30; minutes += 10) {
      people.pass(10 * 60_000);
      await ask('order.price');
    }
    expect(people.staff.sessions.at('till-1')?.isLocked).toBe(false);
    for (let minutes = 0; minutes < 30; minutes += 10) {
      people.pass(10 * 60_000);
      await ask('order.board');
    }
    expect(people.staff.sessions.at('till-1')?.isLocked).toBe(true);
  });

  test('in training is led to the other world, and the other till is not', async () => {
    begin();
    people.staff.sessions.begin('till-2', NADIA.employeeId);
    inTraining.add('till-1');
    expect(await ask('order.place')).toMatchObject({ value: { world: 'training' } });
    expect(await ask('order.place', { ...TILL, device: 'till-2' })).toMatchObject({
      value: { world: 'real' },
    });
  });
});

test('the kitchen needs no PIN, and can be in training too', async () => {
  const kitchen: Caller = { role: 'kitchen', name: 'kitchen', device: 'kitchen-1' };
  expect(await ask('order.start', kitchen)).toMatchObject({ value: { world: 'real' } });
  inTraining.add('kitchen-1');
  expect(await ask('order.start', kitchen)).toMatchObject({ value: { world: 'training' } });
});

test('a kitchen screen or a display that names itself as a till is nobody who signed in there', async () => {
  begin();
  for (const role of ['kitchen', 'display'] as const) {
    const caller: Caller = { role, name: role, device: 'till-1' };
    expect(await ask('store.status', caller)).toEqual({
      ok: true,
      value: { world: 'real', caller },
    });
  }
});

test('a program of the node itself, without a device, is what it says it is', async () => {
  const replay: Caller = { role: 'counter', name: 'replay' };
  expect(await ask('order.place', replay)).toEqual({
    ok: true,
    value: { world: 'real', caller: replay },
  });
});

describe('a trainee', () => {
  const LEA = { id: 'lyon-3-9', firstName: 'Léa', role: 'trainee' as const };
  const door = () =>
    frontDoor({
      contract: storeContract,
      staff: {
        presence: people.staff.presence,
        sessions: {
          ...people.staff.sessions,
          at: () => ({ employee: LEA, isLocked: false, isAbandoned: false }),
          touch: () => undefined,
        },
      },
      real: world('real'),
      training: { isIn: (device) => inTraining.has(device), door: async () => world('training') },
    });

  test('sells nothing in the real shop, and is told where to practise', async () => {
    expect(await door()('order.place', {}, TILL)).toMatchObject({
      ok: false,
      refusal: { code: 'staff.training-first' },
    });
    for (const method of ['training.start', 'staff.sign-out', 'order.board'])
      expect(await door()(method, {}, TILL)).toMatchObject({ ok: true, value: { world: 'real' } });
  });

  test('sells in the training world', async () => {
    inTraining.add('till-1');
    expect(await door()('order.place', {}, TILL)).toMatchObject({ value: { world: 'training' } });
  });
});
