import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { NADIA, type PeopleOfTest, SOFIA, thePeople } from '#tests/world/people.ts';
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

const wrong = { ...SOFIA, pin: '0000' };
const SECOND = 1_000;
const check = (asked: { employeeId: string; pin: string }, device = 'till-1') =>
  people.staff.checkPin({ ...asked, device });
async function failFiveTimes(device = 'till-1') {
  for (let times = 0; times < 5; times += 1) await check(wrong, device);
}

describe('a PIN', () => {
  test('lets in who knows it, and says who they are', async () => {
    expect(await check(SOFIA)).toEqual({
      ok: true,
      value: { id: 'lyon-3-2', firstName: 'Sofia', role: 'cashier' },
    });
    expect(await check(SOFIA)).toMatchObject({ ok: true });
  });

  test('of somebody else does not', async () => {
    expect(await check({ ...SOFIA, pin: NADIA.pin })).toMatchObject({
      refusal: { code: 'staff.wrong-pin' },
    });
    expect(await check({ employeeId: 'nobody', pin: '1111' })).toMatchObject({
      refusal: { code: 'staff.unknown' },
    });
  });

  test('is in no file of the store, and the secret that seasons it is for its owner only', async () => {
    await check(SOFIA);
    const stored = people.database.prepare('select pin_hash from employee').pluck().all();
    expect(stored.filter((hash) => hash !== null)).toEqual([
      expect.stringMatching(/^scrypt:.{8}:1024:8:1:/),
    ]);
    const pepper = join(folder, 'pin-pepper.json');
    expect(statSync(pepper).mode & 0o077).toBe(0);
    expect(readFileSync(pepper, 'utf8')).not.toContain('1111');
  });
});

describe('after five wrong PINs', () => {
  test('nobody may try for thirty seconds, not even with the right one', async () => {
    for (let times = 0; times < 4; times += 1)
      expect(await check(wrong)).toMatchObject({ refusal: { code: 'staff.wrong-pin' } });
    expect(await check(wrong)).toMatchObject({
      refusal: { code: 'staff.locked-out', detail: { until: '2026-11-20T18:00:30.000Z' } },
    });
    expect(await check(SOFIA)).toMatchObject({ refusal: { code: 'staff.locked-out' } });
    people.pass(30 * SECOND);
    expect(await check(SOFIA)).toMatchObject({ ok: true });
  });

  test('each further one doubles the wait, up to fifteen minutes', async () => {
    await failFiveTimes();
    const waits: number[] = [];
    for (let times = 0; times < 7; times += 1) {
      people.pass(15 * 60 * SECOND);
      const before = Date.parse(people.now());
      const outcome = await check(wrong);
      if (outcome.ok) throw new Error('let in');
      waits.push((Date.parse(String(outcome.refusal.detail?.['until'])) - before) / SECOND);
    }
    expect(waits).toEqual([60, 120, 240, 480, 900, 900, 900]);
  });

  test('the lock is in the journal, without the PIN', async () => {
    await failFiveTimes();
    expect(people.journaled()).toEqual(['staff.locked-out']);
    expect(people.journal.after(0, 1, 10_000)[0]?.text).not.toContain('0000');
    expect(people.told()).toContain('staff');
  });

  test('another till and another employee are not held back', async () => {
    await failFiveTimes();
    expect(await check(SOFIA, 'till-2')).toMatchObject({ ok: true });
    expect(await check(NADIA)).toMatchObject({ ok: true });
  });

  test('a restart does not help', async () => {
    await failFiveTimes();
    people.close();
    people = await thePeople(folder);
    expect(await check(SOFIA)).toMatchObject({ refusal: { code: 'staff.locked-out' } });
  });

  test('neither does calling oneself another till at each try', async () => {
    let refused = 0;
    for (let device = 0; device < 30; device += 1) {
      const outcome = await check(wrong, `till-made-up-${device}`);
      if (!outcome.ok && outcome.refusal.code === 'staff.locked-out') refused += 1;
    }
    expect(refused).toBe(6);
  });

  test('neither does asking for many at once', async () => {
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => check(wrong)));
    const looked = outcomes.filter(
      (outcome) => !outcome.ok && outcome.refusal.code === 'staff.wrong-pin',
    );
    expect(looked).toHaveLength(4);
  });
});

test('a store whose pepper was lost takes the first PINs again, and no hash of before', async () => {
  await check(SOFIA);
  people.close();
  rmSync(join(folder, 'pin-pepper.json'));
  people = await thePeople(folder);
  expect(await check(SOFIA)).toMatchObject({ ok: true });
  expect(await check(wrong)).toMatchObject({ refusal: { code: 'staff.wrong-pin' } });
});
