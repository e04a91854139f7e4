import { afterAll, beforeAll, expect, test } from 'vitest';

import { SESSION_MS } from '#central/head-office/sessions.ts';
import type { Centre } from '#central/start.ts';
import { aCentre, aScreen, HEAD_OFFICE, post, signedIn } from '#tests/world/centre.ts';

let nowMs = Date.parse('2026-11-20T09:00:00.000Z');
let centre: Centre;
beforeAll(async () => {
  centre = await aCentre({ now: () => nowMs });
});
afterAll(() => centre.close());

const session = (cookie: string) => fetch(`${centre.url}/session`, { headers: { cookie } });

test('head office signs in, is known, and signs out', async () => {
  const answer = await post(centre, '/sign-in', {
    ...HEAD_OFFICE,
    email: ' Siege@OCpizza.example',
  });
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({
    email: HEAD_OFFICE.email,
    name: 'Siège',
    role: 'head-office',
  });
  const header = answer.headers.get('set-cookie') ?? '';
  expect(header).toContain('HttpOnly');
  expect(header).toContain('SameSite=Strict');
  const cookie = header.split(';')[0] ?? '';
  expect(await (await session(cookie)).json()).toMatchObject({ email: HEAD_OFFICE.email });

  expect((await post(centre, '/sign-out', {}, { cookie })).status).toBe(200);
  expect((await session(cookie)).status).toBe(401);
});

test('a wrong password and an unknown address are refused alike', async () => {
  nowMs += 60_001;
  const wrong = await post(centre, '/sign-in', { ...HEAD_OFFICE, password: 'reine' });
  const unknown = await post(centre, '/sign-in', { email: 'x@y.fr', password: 'reine' });
  expect([wrong.status, unknown.status]).toEqual([401, 401]);
  expect(await wrong.json()).toEqual(await unknown.json());
  expect((await session('oc_pizza_session=invented')).status).toBe(401);
});

test('who guesses passwords is stopped after five tries a minute, with a sentence', async () => {
  nowMs += 60_001;
  const guess = () => post(centre, '/sign-in', { ...HEAD_OFFICE, password: 'reine' });
  for (let index = 0; index < 5; index += 1) expect((await guess()).status).toBe(401);
  const stopped = await post(centre, '/sign-in', HEAD_OFFICE);
  expect(stopped.status).toBe(429);
  expect(await stopped.json()).toMatchObject({ sentence: expect.stringContaining('patientez') });
  nowMs += 60_001;
  expect((await post(centre, '/sign-in', HEAD_OFFICE)).status).toBe(200);
});

test('neither passwords nor session tokens can be read in the database', async () => {
  const cookie = await signedIn(centre);
  const token = cookie.split('=')[1] ?? '';
  const rows = [
    await centre.database.selectFrom('account').selectAll().execute(),
    await centre.database.selectFrom('session').selectAll().execute(),
    await centre.database.selectFrom('attempt').selectAll().execute(),
  ];
  const text = JSON.stringify(rows);
  expect(text).not.toContain(token);
  expect(text).not.toContain(HEAD_OFFICE.password);
  expect(text).toContain('argon2id$19456$2$1$');
});

test('another site can neither sign in nor connect with the cookie of a person', async () => {
  nowMs += 60_001;
  const cookie = await signedIn(centre);
  const foreign = { origin: 'https://pizza.example', cookie };
  expect((await post(centre, '/sign-in', HEAD_OFFICE, foreign)).status).toBe(403);
  expect((await post(centre, '/sign-out', {}, foreign)).status).toBe(403);
  await expect(aScreen(centre, foreign)).rejects.toThrow();
  expect((await session(cookie)).status).toBe(200);
});

test('a screen connects with a session only, and is let go when the session ends', async () => {
  nowMs += 60_001;
  await expect(aScreen(centre)).rejects.toThrow('sign-in.needed');
  const cookie = await signedIn(centre);
  const screen = await aScreen(centre, { cookie });
  expect(await screen.request('chain.live', {})).toMatchObject({ ok: true });
  await post(centre, '/sign-out', {}, { cookie });
  await screen.closed;
});

test('a session ends after a working day, on open screens too', async () => {
  nowMs += 60_001;
  const cookie = await signedIn(centre);
  const screen = await aScreen(centre, { cookie });
  nowMs += SESSION_MS;
  expect((await session(cookie)).status).toBe(401);
  await screen.closed;
});

test('what is not of the contract is refused with a code', async () => {
  nowMs += 60_001;
  const screen = await aScreen(centre, { cookie: await signedIn(centre) });
  const refusals: readonly [unknown, unknown, string][] = [
    ['chain.dead', {}, 'request.unknown-method'],
    ['constructor', {}, 'request.unknown-method'],
    [{ toString: 1 }, {}, 'request.unknown-method'],
    ['chain.live', { storeId: 'lyon-3' }, 'request.malformed'],
    ['chain.live', null, 'request.malformed'],
  ];
  for (const [method, input, code] of refusals) {
    expect(await screen.request(method, input)).toMatchObject({ ok: false, refusal: { code } });
  }
  screen.close();
});

test('a person of another role is refused what is for head office', async () => {
  nowMs += 60_001;
  await centre.database.updateTable('account').set({ role: 'manager' }).execute();
  const screen = await aScreen(centre, { cookie: await signedIn(centre) });
  expect(await screen.request('chain.live', {})).toMatchObject({
    ok: false,
    refusal: { code: 'request.forbidden' },
  });
  screen.close();
});
