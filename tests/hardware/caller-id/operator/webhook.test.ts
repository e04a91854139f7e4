import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import { connect as connectTcp } from 'node:net';

import { afterEach, expect, test } from 'vitest';

import { callerIdOf } from '#hardware/caller-id/of-configuration.ts';
import type { CallerIdSource } from '#hardware/caller-id/source.ts';
import { postCall } from '#hardware/caller-id/virtual/operator-side.ts';
import { closeServer, listen, portOf } from '#hardware/virtual/listen.ts';

import { manualTimers } from '../../manual-timers.ts';
import { heardCalls } from '../heard-calls.ts';

const SECRET = 'between the operator and the shop';
const open: { close: () => Promise<void> }[] = [];

afterEach(async () => {
  for (const opened of open.splice(0).reverse()) await opened.close();
});

async function freePort(): Promise<number> {
  const server = createServer();
  await listen(server, { host: '127.0.0.1', port: 0 });
  const port = portOf(server);
  await closeServer(server);
  return port;
}

function start(port: number, timers = manualTimers(), secret: string | undefined = SECRET) {
  const source: CallerIdSource = callerIdOf(
    {
      ...{ kind: 'caller-id', id: 'hook', name: 'Ringover', lineId: 'Ligne 1' },
      ...{ source: 'webhook', host: '127.0.0.1', port },
    },
    { now: () => new Date().toISOString(), timers, secrets: () => secret },
  );
  open.push(source);
  return source;
}

async function listening() {
  const port = await freePort();
  const source = start(port);
  const heard = heardCalls(source);
  await heard.isNow('ready');
  return { ...heard, url: `http://127.0.0.1:${port}/calls` };
}

const RINGING = JSON.stringify({ event: 'ringing', call_id: 'c-1', from: '+33612345678' });

function post(url: string, headers: Record<string, string>, body = RINGING): Promise<number> {
  return fetch(url, { method: 'POST', headers, body }).then(({ status }) => status);
}

test('an operator tells of a call from its first ring to its end', async () => {
  const { events, count, url } = await listening();
  const call = { callId: 'c-1', number: '0612345678' };
  for (const kind of ['ringing', 'ringing', 'answered', 'ended'] as const) {
    expect(await postCall({ url, secret: SECRET }, { ...call, kind }, '')).toBe(204);
  }
  await count(3);
  expect(events.map(({ kind, e164 }) => `${kind} ${e164}`)).toEqual([
    'ringing +33612345678',
    'answered +33612345678',
    'ended +33612345678',
  ]);
});

test('the secret may come in any of the ways that operators have', async () => {
  const { events, url } = await listening();
  const seal = createHmac('sha256', SECRET).update(RINGING).digest('hex');
  expect(await post(url, { 'x-webhook-secret': SECRET })).toBe(204);
  expect(await post(`${url}?token=${encodeURIComponent(SECRET)}`, {})).toBe(204);
  expect(await post(url, { 'x-hub-signature-256': `sha256=${seal}` })).toBe(204);
  expect(events).toHaveLength(1);
});

test('who does not know the secret is not heard', async () => {
  const { events, url } = await listening();
  const seal = createHmac('sha256', 'guess').update(RINGING).digest('hex');
  expect(await post(url, {})).toBe(401);
  expect(await post(url, { authorization: 'Bearer guess' })).toBe(401);
  expect(await post(url, { 'x-signature': seal })).toBe(401);
  expect(await post(`${url}?token=`, { authorization: 'Bearer ' })).toBe(401);
  expect(events).toEqual([]);
});

test('what is no call, too long, or asked otherwise is answered and harms nothing', async () => {
  const { events, url } = await listening();
  const known = { authorization: `Bearer ${SECRET}` };
  expect(await post(url, known, '{"event":"recording_ready"}')).toBe(204);
  expect(await post(url, known, 'not JSON')).toBe(400);
  expect(await fetch(url).then(({ status }) => status)).toBe(405);
  expect(await post(url, known, `"${'x'.repeat(70_000)}"`).catch(() => 413)).toBe(413);
  expect(await post(url, known)).toBe(204);
  expect(events).toHaveLength(1);
});

test('an operator whose line breaks in the middle leaves the shop listening', async () => {
  const { events, url } = await listening();
  const { port } = new URL(url);
  const socket = connectTcp(Number(port), '127.0.0.1');
  const head = `POST /calls HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${SECRET}\r\nContent-Length: 500\r\n\r\n{"ev`;
  await new Promise<void>((resolve) => socket.write(head, () => resolve()));
  socket.resetAndDestroy();
  expect(await post(url, { 'x-webhook-secret': SECRET })).toBe(204);
  expect(events).toHaveLength(1);
});

test('without a secret nothing is listened to, until somebody types it in', async () => {
  const port = await freePort();
  const timers = manualTimers();
  let secret: string | undefined;
  const source = callerIdOf(
    {
      ...{ kind: 'caller-id', id: 'hook', name: 'Ringover', lineId: 'Ligne 1' },
      ...{ source: 'webhook', host: '127.0.0.1', port },
    },
    { now: () => new Date().toISOString(), timers, secrets: () => secret },
  );
  open.push(source);
  expect(source.status()).toMatchObject({ detail: 'Le secret du webhook manque' });
  const answer = postCall(
    { url: `http://127.0.0.1:${port}/`, secret: '' },
    { kind: 'ringing', callId: 'c', number: '0612345678' },
    '',
  );
  expect(await answer).toBeUndefined();
  secret = SECRET;
  await timers.pass(30_000);
  await heardCalls(source).isNow('ready');
});

test('a port that is taken is told, and tried again until it is free', async () => {
  const port = await freePort();
  const other = createServer();
  await listen(other, { host: '127.0.0.1', port });
  const timers = manualTimers();
  const source = start(port, timers);
  const { isNow } = heardCalls(source);
  await isNow('trouble');
  expect(source.status()).toMatchObject({ action: expect.stringContaining('un autre port') });
  await closeServer(other);
  await timers.pass(30_000);
  await isNow('ready');
});
