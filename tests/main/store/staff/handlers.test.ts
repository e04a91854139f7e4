import { rmSync } from 'node:fs';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { Caller } from '#app/contract/contract.ts';
import { staffHandlers } from '#main/store/staff/handlers.ts';
import type { Training } from '#main/store/till/training/training.ts';
import { HUGO, NADIA, type PeopleOfTest, SOFIA, thePeople } from '#tests/world/people.ts';
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

const TILL: Caller = { role: 'counter', name: 'counter', device: 'till-1' };
/** Nobody is in training here. */
const training = { isIn: () => false, stop: () => undefined } as unknown as Training;
const handlers = () => staffHandlers({ ...people, training });
/** What the journal says of staff: type, and whom. */
const noted = () =>
  people.journal.after(0, 100, 1_000_000).map(({ text }) => {
    const { type, data } = JSON.parse(text) as {
      type: string;
      data: { employeeId: string; cause?: string };
    };
    return [type, data.employeeId, data.cause].filter((part) => part !== undefined).join(' ');
  });

test('coming, switching and going are in the journal; opening a lock is neither', async () => {
  await handlers()['staff.sign-in'](SOFIA, TILL);
  await handlers()['staff.lock']({}, TILL);
  await handlers()['staff.sign-in'](SOFIA, TILL);
  await handlers()['staff.sign-in'](HUGO, TILL);
  await handlers()['staff.sign-out']({}, TILL);
  await handlers()['staff.sign-out']({}, TILL);
  expect(noted()).toEqual([
    'staff.signed-in lyon-3-2',
    'staff.signed-out lyon-3-2 switch',
    'staff.signed-in lyon-3-3',
    'staff.signed-out lyon-3-3 person',
  ]);
});

test('a wrong PIN changes nothing at the till', async () => {
  await handlers()['staff.sign-in'](SOFIA, TILL);
  await handlers()['staff.sign-in']({ ...NADIA, pin: '0000' }, TILL);
  expect(await handlers()['session.current']({}, TILL)).toMatchObject({
    value: { session: { firstName: 'Sofia', lockAfterSeconds: 180 } },
  });
});

test('a till that its owner left half an hour ago is for whoever comes', async () => {
  await handlers()['staff.sign-in'](SOFIA, TILL);
  await handlers()['staff.lock']({}, TILL);
  expect(await handlers()['staff.sign-in'](HUGO, TILL)).toMatchObject({
    refusal: { code: 'staff.locked-by-another' },
  });
  people.pass(30 * 60_000);
  expect(await handlers()['staff.sign-in'](HUGO, TILL)).toMatchObject({
    value: { firstName: 'Hugo', role: 'shift-lead' },
  });
});

test('the keys of the sign-in screen tell who must wait, and the PINs of the demonstration', async () => {
  for (let times = 0; times < 5; times += 1)
    await handlers()['staff.sign-in']({ ...SOFIA, pin: '0000' }, TILL);
  expect(await handlers()['staff.list']({}, TILL)).toEqual({
    ok: true,
    value: [
      { employeeId: 'lyon-3-1', firstName: 'Nadia', role: 'manager', firstPin: '9999' },
      {
        employeeId: 'lyon-3-2',
        firstName: 'Sofia',
        role: 'cashier',
        firstPin: '1111',
        lockedUntil: '2026-11-20T18:00:30.000Z',
      },
      { employeeId: 'lyon-3-3', firstName: 'Hugo', role: 'shift-lead', firstPin: '2222' },
    ],
  });
});

describe('the PIN of an approval', () => {
  const check = (approval: typeof NADIA) =>
    handlers()['staff.check-approval']({ right: 'order.refund', approval }, TILL);

  test('is checked when it is typed, and nothing is written: nothing was done with it', async () => {
    expect(await check(NADIA)).toEqual({ ok: true, value: {} });
    expect(await check({ ...NADIA, pin: '1234' })).toMatchObject({
      refusal: { code: 'staff.wrong-pin' },
    });
    expect(await check(HUGO)).toMatchObject({ refusal: { code: 'staff.no-such-right' } });
    expect(noted()).toEqual([]);
  });

  test('counts with those of the sign-in screen: after five wrong ones everybody waits', async () => {
    for (let times = 0; times < 5; times += 1) await check({ ...NADIA, pin: '1234' });
    expect(await check(NADIA)).toMatchObject({ refusal: { code: 'staff.locked-out' } });
    expect(await handlers()['staff.sign-in'](NADIA, TILL)).toMatchObject({
      refusal: { code: 'staff.locked-out' },
    });
  });
});
