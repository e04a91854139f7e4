import { afterAll, beforeAll, expect, test } from 'vitest';

import { enrol, CODE_VALID_MS, issueCode } from '#central/enrolment/codes.ts';
import type { Centre } from '#central/start.ts';
import { aCentre, post } from '#tests/world/centre.ts';
import { aKey } from '#tests/world/centre/link.ts';

let nowMs = Date.parse('2026-11-20T09:00:00.000Z');
let centre: Centre;
beforeAll(async () => {
  centre = await aCentre({ now: () => nowMs });
});
afterAll(() => centre.close());

const enrolWith = (code: string, publicKey = aKey().publicKey) =>
  post(centre, '/enrol', { code, publicKey });

test('a code makes one till a store, once', async () => {
  const code = await centre.issueCode('lyon-3');
  expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}$/);
  const first = await enrolWith(code);
  expect(first.status).toBe(200);
  expect(await first.json()).toEqual({ storeId: 'lyon-3', name: 'OC Pizza Lyon 3' });
  const second = await enrolWith(code);
  expect(second.status).toBe(403);
  expect(await second.json()).toMatchObject({ code: 'enrol.bad-code' });
});

test('a code read out without dashes and in small letters is the same code', async () => {
  nowMs += 60_000;
  const code = await centre.issueCode('bron');
  expect((await enrolWith(code.replaceAll('-', '').toLowerCase())).status).toBe(200);
});

test('two tills with the same code at the same moment: one of them', async () => {
  nowMs += 60_000;
  const code = await centre.issueCode('ecully');
  const answers = await Promise.all([enrolWith(code), enrolWith(code), enrolWith(code)]);
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 403, 403]);
});

test('after ten minutes a code is worth nothing', async () => {
  nowMs += 60_000;
  const code = await centre.issueCode('ecully');
  nowMs += CODE_VALID_MS;
  expect((await enrolWith(code)).status).toBe(403);
});

test('a code is kept as a digest only', async () => {
  const code = await centre.issueCode('lyon-3');
  const rows = await centre.database.selectFrom('enrolment_code').selectAll().execute();
  expect(JSON.stringify(rows)).not.toContain(code);
  expect(JSON.stringify(rows)).not.toContain(code.replaceAll('-', ''));
});

test('a key that is none, or that another store has, is not accepted and the code stays good', async () => {
  nowMs += 60_000;
  const taken = aKey().publicKey;
  expect((await enrolWith(await centre.issueCode('bron'), taken)).status).toBe(200);
  const code = await centre.issueCode('venissieux');
  for (const key of ['AAAA', taken]) expect((await enrolWith(code, key)).status).toBe(400);
  expect((await enrolWith(code)).status).toBe(200);
});

test('who guesses codes is stopped after ten tries a minute', async () => {
  nowMs += 60_000;
  const statuses: number[] = [];
  for (let index = 0; index < 12; index += 1)
    statuses.push((await enrolWith('0000-0000-0000')).status);
  expect(statuses).toEqual([...Array.from({ length: 10 }, () => 403), 429, 429]);
  nowMs += 60_001;
  expect((await enrolWith(await centre.issueCode('bron'))).status).toBe(200);
});

test('a store that is not of the chain gets no code', async () => {
  expect(await issueCode(centre.database, 'nowhere')).toEqual({
    ok: false,
    refusal: { code: 'enrol.unknown-store' },
  });
  await expect(centre.issueCode('nowhere')).rejects.toThrow('nowhere');
});

test('a till that is enrolled anew after a revocation is a store again', async () => {
  nowMs += 60_000;
  await centre.revokeStore('lyon-3');
  const code = await centre.issueCode('lyon-3');
  const key = aKey();
  await enrol(centre.database, { code, publicKey: key.publicKey }, () => nowMs);
  const store = await centre.database
    .selectFrom('store')
    .select(['public_key', 'revoked_at'])
    .where('store_id', '=', 'lyon-3')
    .executeTakeFirst();
  expect(store).toEqual({ public_key: key.publicKey, revoked_at: null });
});
