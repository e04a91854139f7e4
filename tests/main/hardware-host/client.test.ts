import pino from 'pino';
import { expect, test, vi } from 'vitest';

import type { DeviceEvent } from '#hardware/host/messages.ts';
import { hardwareClient } from '#main/hardware-host/client.ts';
import { handTimers } from '#tests/main/shell/hand-timers.ts';

import { A_PRINTER, A_TERMINAL } from './devices.ts';
import { ScriptedHost } from './scripted-host.ts';

const PAYMENT = { paymentId: 'payment-1', amountCents: 3_790 };
const JOB = { jobId: 7, blocks: [{ type: 'text', text: 'Reçu' }] } as const;
const PAID = {
  status: 'paid',
  card: { authorisation: '548964', maskedNumber: '410849######4250' },
} as const;

function aClient(log = pino({ level: 'silent' })) {
  const hosts: ScriptedHost[] = [];
  const timers = handTimers();
  const client = hardwareClient({
    start() {
      const host = new ScriptedHost();
      hosts.push(host);
      return host;
    },
    now: () => '2026-11-22T12:00:00.000Z',
    timers,
    random: () => 0,
    log,
  });
  const host = (): ScriptedHost => {
    const newest = hosts.at(-1);
    if (newest === undefined) throw new Error('no host was started');
    return newest;
  };
  return { client, timers, hosts, host };
}

function aReadyClient() {
  const world = aClient();
  world.client.configure([{ configuration: A_PRINTER }, { configuration: A_TERMINAL }]);
  world.host().says({ type: 'ready' });
  return world;
}

/** Requests leave once the host is known to be ready, which takes a turn. */
const left = (host: ScriptedHost, type: 'pay' | 'print', count = 1) =>
  vi.waitUntil(() => host.heard(type).length === count);

test('a store without devices starts no host', () => {
  const { client, hosts } = aClient();
  client.configure([]);
  expect(hosts).toHaveLength(0);
});

test('the host is told the devices first, then each request once, and its answer comes back', async () => {
  const { client, host } = aReadyClient();
  const paying = client.terminal('terminal').pay(PAYMENT);
  await left(host(), 'pay');
  expect(host().told.map(({ type }) => type)).toEqual(['configure', 'pay']);
  host().answers('pay', PAID);
  expect(await paying).toEqual(PAID);
});

test('what is asked while the host starts waits for it', async () => {
  const { client, host } = aClient();
  client.configure([{ configuration: A_PRINTER }]);
  const printing = client.printer('printer').print(JOB);
  await Promise.resolve();
  expect(host().heard('print')).toEqual([]);
  host().says({ type: 'ready' });
  await left(host(), 'print');
  host().answers('print', { status: 'printed' });
  expect(await printing).toEqual({ status: 'printed' });
});

test('a host that does not start in time was asked nothing', async () => {
  const { client, timers, host } = aClient();
  client.configure([{ configuration: A_TERMINAL }]);
  const paying = client.terminal('terminal').pay(PAYMENT);
  await vi.waitUntil(() => timers.waiting().includes(5_000));
  timers.pass(5_000);
  expect(await paying).toEqual({ status: 'not-sent', reason: 'host-down' });
  host().says({ type: 'ready' });
  expect(host().heard('pay')).toEqual([]);
});

test('a host that dies leaves payments in doubt and prints unknown, and is told neither again', async () => {
  const { client, timers, hosts, host } = aReadyClient();
  const paying = client.terminal('terminal').pay(PAYMENT);
  const printing = client.printer('printer').print(JOB);
  const opening = client.printer('printer').openDrawer(8);
  await left(host(), 'print');
  await left(host(), 'pay');
  host().ends(null, 'segmentation fault');
  expect(await paying).toEqual({ status: 'in-doubt', reason: 'host-lost' });
  expect(await printing).toEqual({ status: 'unknown', reason: 'host-lost' });
  expect(await opening).toEqual({ status: 'unknown', reason: 'host-lost' });
  timers.pass(200);
  expect(hosts).toHaveLength(2);
  host().says({ type: 'ready' });
  expect(host().told.map(({ type }) => type)).toEqual(['configure']);
});

test('an answer of a host that is gone is nobody’s', async () => {
  const { client, timers, hosts, host } = aReadyClient();
  const first = client.terminal('terminal').pay(PAYMENT);
  await left(host(), 'pay');
  const { id } = host().heard('pay')[0] ?? { id: 0 };
  host().ends();
  timers.pass(200);
  host().says({ type: 'ready' });
  const second = client.terminal('terminal').pay({ ...PAYMENT, paymentId: 'payment-2' });
  await left(host(), 'pay');
  hosts[0]?.says({ type: 'reply', id, value: PAID });
  host().answers('pay', { status: 'declined', reason: 'refused', sentence: 'non' });
  expect(await first).toMatchObject({ status: 'in-doubt' });
  expect(await second).toMatchObject({ status: 'declined' });
});

test('an outcome that cannot be read is a doubt, never a payment', async () => {
  const { client, host } = aReadyClient();
  const paying = client.terminal('terminal').pay(PAYMENT);
  const printing = client.printer('printer').print(JOB);
  await left(host(), 'pay');
  await left(host(), 'print');
  host().answers('pay', { status: 'paid' });
  host().answers('print', 'printed');
  expect(await paying).toEqual({ status: 'in-doubt', reason: 'fault' });
  expect(await printing).toEqual({ status: 'unknown', reason: 'fault' });
});

test('giving up the wait tells the host, and its outcome is the one that counts', async () => {
  const { client, host } = aReadyClient();
  const giveUp = new AbortController();
  const paying = client.terminal('terminal').pay({ ...PAYMENT, signal: giveUp.signal });
  await left(host(), 'pay');
  giveUp.abort();
  const [asked] = host().heard('pay');
  expect(host().heard('give-up')).toEqual([{ type: 'give-up', requestId: asked?.id }]);
  host().answers('pay', { status: 'in-doubt', reason: 'cancelled' });
  expect(await paying).toEqual({ status: 'in-doubt', reason: 'cancelled' });
  const early = client.terminal('terminal').pay({ ...PAYMENT, signal: AbortSignal.abort() });
  expect(await early).toEqual({ status: 'not-sent', reason: 'cancelled' });
});

test('what devices say of their own accord is told, as far as it can be read', () => {
  const { client, host } = aReadyClient();
  const heard: DeviceEvent[] = [];
  client.onEvent((event) => heard.push(event));
  const scan = {
    kind: 'scan',
    deviceId: 'scanner',
    code: 'V-17',
    at: '2026-11-22T12:00:00.000Z',
  } as const;
  host().says({ type: 'event', event: scan });
  host().says({ type: 'event', event: { kind: 'scan', deviceId: 'scanner' } });
  host().says({ type: 'unheard-of' });
  expect(heard).toEqual([scan]);
});

test('the states of the devices are those their drivers tell, of these devices only', () => {
  const { client, host } = aReadyClient();
  let changes = 0;
  client.onState(() => (changes += 1));
  const state = { status: 'trouble', detail: 'Capot ouvert', since: '2026-11-22T12:00:00.000Z' };
  host().says({ type: 'state', state: { id: 'printer', ...state } });
  host().says({ type: 'state', state: { id: 'stranger', ...state } });
  expect(changes).toBe(1);
  expect(client.printer('printer').status()).toMatchObject(state);
  expect(client.states().map(({ id, status }) => `${id} ${status}`)).toEqual([
    'printer trouble',
    'terminal unknown',
  ]);
});

test('while the host is away each device says so; after several ends the till works without', () => {
  const { client, timers, host } = aReadyClient();
  const words: (string | undefined)[] = [];
  for (let end = 1; end <= 4; end += 1) {
    host().ends();
    words.push(client.printer('printer').status().detail);
    expect(client.terminal('terminal').status().status).toBe('trouble');
    timers.pass(10_000);
  }
  expect(words).toEqual([
    ...Array.from({ length: 3 }, () => 'Le service matériel redémarre'),
    'Le service matériel est en panne\u202f: carte en saisie manuelle, pas d’impression',
  ]);
  host().says({ type: 'ready' });
  expect(client.printer('printer').status().status).toBe('unknown');
});

test('what a driver says is in the log of the store node, with its device', () => {
  const lines: string[] = [];
  const log = pino({ base: null, timestamp: false }, { write: (line) => lines.push(line) });
  const { client, host } = aClient(log);
  client.configure([{ configuration: A_PRINTER }]);
  const line = { at: '2026-11-22T12:00:00.000Z', level: 'warn', sentence: 'printer not reached' };
  const say = (fields: string) =>
    host().says({ type: 'log', deviceId: 'printer', line: { ...line, fields } });
  say('{"reason":"connect-timeout"}');
  say('{"reason":"cut in the mid');
  expect(lines.map((text) => JSON.parse(text))).toEqual([
    { level: 40, deviceId: 'printer', reason: 'connect-timeout', msg: 'printer not reached' },
    {
      level: 40,
      deviceId: 'printer',
      fields: '{"reason":"cut in the mid',
      msg: 'printer not reached',
    },
  ]);
});

test('log and self test of a device are asked of the host, and have an answer without one', async () => {
  const { client, host } = aReadyClient();
  const testing = client.selfTest('printer');
  await vi.waitUntil(() => host().heard('self-test').length === 1);
  host().answers('self-test', { isOk: true, sentence: 'L’appareil répond' });
  expect(await testing).toMatchObject({ isOk: true });
  const reading = client.readLog('printer');
  await vi.waitUntil(() => host().heard('read-log').length === 1);
  host().ends();
  expect(await reading).toBeUndefined();
  const later = client.selfTest('printer');
  await client.close();
  expect(await later).toMatchObject({ isOk: false, sentence: 'Le service matériel ne répond pas' });
});

test('closing asks the host to end, takes its last answers, and sends nothing more', async () => {
  const { client, host } = aReadyClient();
  const paying = client.terminal('terminal').pay(PAYMENT);
  await left(host(), 'pay');
  const closing = client.close();
  expect(host().told.at(-1)).toEqual({ type: 'stop' });
  host().answers('pay', { status: 'in-doubt', reason: 'closed' });
  host().says({ type: 'closed' });
  host().ends(0);
  await closing;
  expect(await paying).toEqual({ status: 'in-doubt', reason: 'closed' });
  const after = await client.terminal('terminal').pay({ ...PAYMENT, paymentId: 'payment-2' });
  expect(after).toMatchObject({ status: 'not-sent' });
});
