import { createServer } from 'node:http';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { callerIdOf } from '#hardware/caller-id/of-configuration.ts';
import type { CallerIdSource } from '#hardware/caller-id/source.ts';
import {
  startVirtualPhone,
  type VirtualPhone,
  VIRTUAL_PHONE_SECRET,
  VIRTUAL_PHONE_USER,
} from '#hardware/caller-id/virtual/server.ts';
import type { CallerIdConfiguration } from '#hardware/configuration.ts';
import { closeServer, listen, portOf } from '#hardware/virtual/listen.ts';

import { heardCalls } from '../heard-calls.ts';

let phone: VirtualPhone;
const open: { close: () => Promise<void> }[] = [];

beforeEach(async () => {
  phone = await startVirtualPhone({ name: 'Essai', port: 0, pagePort: 0 });
  open.push(phone);
});

afterEach(async () => {
  for (const opened of open.splice(0).reverse()) await opened.close();
});

function connect(configuration: CallerIdConfiguration): CallerIdSource {
  const source = callerIdOf(configuration, {
    now: () => new Date().toISOString(),
    secrets: () => VIRTUAL_PHONE_SECRET,
  });
  open.push(source);
  return source;
}

const COMMON = { kind: 'caller-id', name: 'Téléphone', lineId: 'Ligne 1' } as const;

async function freePort(): Promise<number> {
  const server = createServer();
  await listen(server, { host: '127.0.0.1', port: 0 });
  const port = portOf(server);
  await closeServer(server);
  return port;
}

async function everyLine() {
  const webhookPort = await freePort();
  const path = `tcp://127.0.0.1:${phone.port}`;
  const line = {
    path,
    baudRate: 9_600,
    dataBits: 8,
    parity: 'none',
    stopBits: 1,
    flow: 'none',
  } as const;
  const registrar = '127.0.0.1';
  const user = VIRTUAL_PHONE_USER;
  const sources = {
    modem: connect({ ...COMMON, id: 'modem', source: 'modem', line }),
    sip: connect({
      ...{ ...COMMON, id: 'sip', source: 'sip' },
      ...{ registrar, port: phone.sipPort, user, localPort: 0 },
    }),
    poll: connect({ ...COMMON, id: 'poll', source: 'long-poll', url: phone.pollUrl }),
    webhook: connect({
      ...COMMON,
      id: 'hook',
      source: 'webhook',
      host: '127.0.0.1',
      port: webhookPort,
    }),
  };
  phone.setWebhook(`http://127.0.0.1:${webhookPort}/appels`);
  const heard = Object.values(sources).map(heardCalls);
  // An event server says nothing, not even that it is well, until there is a call.
  for (const source of [sources.modem, sources.sip, sources.webhook]) {
    await heardCalls(source).isNow('ready');
  }
  return heard;
}

test('a customer who calls is told alike by every kind of line', async () => {
  const heard = await everyLine();
  const id = phone.call({ number: '0639980001', name: 'Marie' });
  for (const { count, events } of heard) {
    await count(1);
    expect(events).toMatchObject([
      { kind: 'ringing', e164: '+33639980001', isPrivate: false, lineId: 'Ligne 1' },
    ]);
  }
  expect(phone.lines()).toMatchObject({ isModemAsked: true, isSipRegistered: true });
  expect(phone.end(id, 'ended')).toBe(true);
  for (const { count, events } of heard.slice(1)) {
    await count(2);
    expect(events.at(-1)).toMatchObject({ kind: 'ended' });
  }
  expect(phone.end(id, 'ended')).toBe(false);
});

test('a withheld number is told as one by every kind of line', async () => {
  for (const { count, events } of await everyLine().then((heard) => {
    phone.call({ number: undefined });
    return heard;
  })) {
    await count(1);
    expect(events).toMatchObject([{ kind: 'ringing', isPrivate: true }]);
    expect(events[0]?.e164).toBeUndefined();
  }
});

test('two customers at once are both told, where the line can ring for two', async () => {
  const [modem, ...others] = await everyLine();
  phone.call({ number: '0639980001' });
  phone.call({ number: '0639980002' });
  for (const { count, events } of others) {
    await count(2);
    expect(events.map(({ e164 }) => e164)).toEqual(['+33639980001', '+33639980002']);
  }
  await modem?.count(1);
  expect(modem?.events).toHaveLength(1);
});

function ask(path: string, body?: object): Promise<Response> {
  const post = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
  return fetch(`http://127.0.0.1:${phone.pagePort}${path}`, body === undefined ? {} : post);
}

test('the keypad of the page calls, takes and hangs up', async () => {
  expect(await (await ask('/')).text()).toContain('<html lang="fr">');
  const called = await (await ask('/call', { number: '06 39 98 00 01', name: 'Marie' })).json();
  expect(phone.calls()).toMatchObject([{ number: '0639980001', name: 'Marie', status: 'ringing' }]);
  expect((await ask('/end', { id: called.id, status: 'answered' })).status).toBe(200);
  expect((await ask('/end', { id: called.id, status: 'ended' })).status).toBe(200);
  expect((await ask('/end', { id: called.id, status: 'ended' })).status).toBe(400);
  await ask('/call', { number: null, name: '' });
  const state = await (await ask('/state')).json();
  expect(state.calls).toMatchObject([{ status: 'ringing' }, { status: 'ended' }]);
  expect(state.calls[0].number).toBeUndefined();
});

test('what cannot be dialled, and an address that is none, are refused', async () => {
  for (const number of ['', 'abc', '1', 12, {}]) {
    expect((await ask('/call', { number })).status).toBe(400);
  }
  expect((await ask('/webhook', { url: 'file:///x' })).status).toBe(400);
  expect((await ask('/webhook', { url: '' })).status).toBe(200);
  expect((await ask('/nothing', {})).status).toBe(404);
});
