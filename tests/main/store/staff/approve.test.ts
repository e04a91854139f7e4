import { rmSync } from 'node:fs';

import { afterEach, beforeEach, expect, test } from 'vitest';

import type { Caller } from '#app/contract/contract.ts';
import { approver } from '#main/store/staff/approve.ts';
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

const sofia: Caller = {
  role: 'counter',
  name: 'counter',
  device: 'till-1',
  employee: { id: SOFIA.employeeId, role: 'cashier' },
};
const nadia: Caller = { ...sofia, employee: { id: NADIA.employeeId, role: 'manager' } };
const approve = (asked: Parameters<ReturnType<typeof approver>>[0]) => approver(people)(asked);

test('a manager refunds by their own right, and nothing is written about it', async () => {
  expect(await approve({ caller: nadia, right: 'order.refund' })).toEqual({ ok: true, value: {} });
  expect(people.journaled()).toEqual([]);
});

test('a cashier does not, unless a manager types their PIN', async () => {
  expect(await approve({ caller: sofia, right: 'order.refund' })).toMatchObject({
    refusal: { code: 'staff.right-needed', detail: { right: 'order.refund' } },
  });
  const asked = { caller: sofia, right: 'order.refund', approval: NADIA } as const;
  expect(await approve({ ...asked, orderId: 'o-1', reason: 'pizza froide' })).toEqual({
    ok: true,
    value: { grantedBy: NADIA.employeeId },
  });
});

test('every override is in the journal: who, for whom, which right, on what, why', async () => {
  const asked = { caller: sofia, right: 'order.refund', approval: NADIA } as const;
  await approve({ ...asked, orderId: 'o-1', reason: 'pizza froide' });
  const [entry] = people.journal.after(0, 10, 100_000);
  expect(JSON.parse(entry?.text ?? '')).toMatchObject({
    type: 'staff.overrode',
    data: {
      right: 'order.refund',
      by: SOFIA.employeeId,
      grantedBy: NADIA.employeeId,
      device: 'till-1',
      orderId: 'o-1',
      reason: 'pizza froide',
    },
  });
});

test('the PIN of somebody without the right gives nothing', async () => {
  expect(await approve({ caller: sofia, right: 'order.refund', approval: HUGO })).toMatchObject({
    refusal: { code: 'staff.no-such-right' },
  });
  expect(await approve({ caller: sofia, right: 'discount.manual', approval: HUGO })).toMatchObject({
    ok: true,
    value: { grantedBy: HUGO.employeeId },
  });
  expect(people.journaled()).toEqual(['staff.overrode']);
});

test('wrong PINs are counted with those of the sign-in screen', async () => {
  const approval = { ...NADIA, pin: '0000' };
  for (let times = 0; times < 5; times += 1)
    await approve({ caller: sofia, right: 'order.refund', approval });
  expect(await people.staff.checkPin({ ...NADIA, device: 'till-1' })).toMatchObject({
    refusal: { code: 'staff.locked-out' },
  });
});

test('a program of the node itself, which carries nobody, is not held back', async () => {
  expect(
    await approve({ caller: { role: 'counter', name: 'replay' }, right: 'order.refund' }),
  ).toEqual({ ok: true, value: {} });
});
