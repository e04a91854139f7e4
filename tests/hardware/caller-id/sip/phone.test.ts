import { createSocket } from 'node:dgram';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { callerIdOf } from '#hardware/caller-id/of-configuration.ts';
import type { CallerIdSource } from '#hardware/caller-id/source.ts';
import { type SipSide, startSipSide } from '#hardware/caller-id/virtual/sip-side.ts';

import { until } from '../../until.ts';
import { heardCalls } from '../heard-calls.ts';

let exchange: SipSide;
const changes = new Set<() => void>();
const open: { close: () => Promise<void> }[] = [];

function onChange(listener: () => void): () => void {
  changes.add(listener);
  return () => void changes.delete(listener);
}

function connect(
  change: { readonly port?: number; readonly user?: string; readonly localPort?: number } = {},
  password: string | undefined = 'secret of the till',
): CallerIdSource {
  const source = callerIdOf(
    {
      ...{ kind: 'caller-id', id: 'sip-1', name: 'Standard', lineId: 'Ligne 1', source: 'sip' },
      ...{ registrar: '127.0.0.1', port: exchange.port, user: 'till', localPort: 0 },
      ...change,
    },
    {
      now: () => new Date().toISOString(),
      secrets: (name) => (name === 'caller-id.sip-1' ? password : undefined),
    },
  );
  open.push(source);
  return source;
}

beforeEach(async () => {
  exchange = await startSipSide({
    ...{ host: '127.0.0.1', port: 0, user: 'till', password: 'secret of the till' },
    changed() {
      for (const check of [...changes]) check();
    },
  });
  open.push(exchange);
});

afterEach(async () => {
  changes.clear();
  for (const opened of open.splice(0).reverse()) await opened.close();
});

test('the till registers with its password, rings, and is never answered', async () => {
  const { events, count, isNow } = heardCalls(connect());
  await isNow('ready');
  const callId = exchange.invite({ number: '+33612345678', name: 'Dupont' }) ?? '';
  await count(1);
  expect(events).toMatchObject([
    { lineId: 'Ligne 1', kind: 'ringing', e164: '+33612345678', isPrivate: false },
  ]);
  exchange.cancel(callId, false);
  await count(2);
  await until(onChange, () => exchange.answers(callId).includes(487));
  expect(events.map(({ kind }) => kind)).toEqual(['ringing', 'ended']);
  expect(exchange.answers(callId)).toEqual([100, 180, 487]);
});

test('a call that somebody takes on another telephone is answered, not ended', async () => {
  const { events, count, isNow } = heardCalls(connect());
  await isNow('ready');
  const callId = exchange.invite({ number: '0612345678', name: '' }) ?? '';
  await count(1);
  exchange.cancel(callId, true);
  await count(2);
  expect(events.map(({ kind }) => kind)).toEqual(['ringing', 'answered']);
  expect(exchange.answers(callId).filter((status) => status >= 200 && status < 300)).toEqual([]);
});

test('a withheld number stays withheld, though the network knows it', async () => {
  const { events, count, isNow } = heardCalls(connect());
  await isNow('ready');
  exchange.invite({ number: undefined, name: '' });
  await count(1);
  expect(events).toMatchObject([{ kind: 'ringing', isPrivate: true }]);
  expect(events[0]?.e164).toBeUndefined();
});

test('two callers at once are two calls', async () => {
  const { events, count, isNow } = heardCalls(connect());
  await isNow('ready');
  const first = exchange.invite({ number: '0612345678', name: '' }) ?? '';
  exchange.invite({ number: '0147200001', name: '' });
  await count(2);
  exchange.cancel(first, false);
  await count(3);
  expect(events.map(({ kind, e164 }) => `${kind} ${e164}`)).toEqual([
    'ringing +33612345678',
    'ringing +33147200001',
    'ended +33612345678',
  ]);
});

test('a wrong password is told, and what to do', async () => {
  const source = connect({}, 'wrong');
  await heardCalls(source).isNow('trouble');
  expect(source.status()).toMatchObject({
    detail: 'Le standard téléphonique refuse notre compte',
    action: 'Vérifier l’identifiant et le mot de passe du compte SIP',
  });
  expect(exchange.isRegistered()).toBe(false);
});

test('without a password none is made up', async () => {
  const source = callerIdOf(
    {
      ...{ kind: 'caller-id', id: 'sip-1', name: 'Standard', lineId: 'Ligne 1', source: 'sip' },
      ...{ registrar: '127.0.0.1', port: exchange.port, user: 'till', localPort: 0 },
    },
    { now: () => new Date().toISOString() },
  );
  open.push(source);
  await heardCalls(source).isNow('trouble');
  expect(source.status()).toMatchObject({ detail: 'Le mot de passe du compte SIP manque' });
});

test('an exchange that nobody finds, and a port that is taken, are told', async () => {
  const nowhere = callerIdOf(
    {
      ...{ kind: 'caller-id', id: 'sip-2', name: 'Standard', lineId: 'Ligne 2', source: 'sip' },
      ...{ registrar: 'no-such-exchange.invalid', port: 5060, user: 'till', localPort: 0 },
    },
    { now: () => new Date().toISOString(), secrets: () => 'x' },
  );
  open.push(nowhere);
  await heardCalls(nowhere).isNow('trouble');
  expect(nowhere.status()).toMatchObject({ detail: 'Le standard téléphonique est introuvable' });
  const taken = connect({ localPort: exchange.port });
  await heardCalls(taken).isNow('trouble');
  expect(taken.status()).toMatchObject({ detail: 'Le port SIP est déjà pris' });
});

test('closing takes the till off the exchange’s list', async () => {
  const source = connect();
  await heardCalls(source).isNow('ready');
  expect(exchange.isRegistered()).toBe(true);
  await source.close();
  await until(onChange, () => !exchange.isRegistered());
});

test('noise, and calls that are not from our exchange, ring nothing', async () => {
  const localPort = await freeUdpPort();
  const { events, count, isNow } = heardCalls(connect({ localPort }));
  await isNow('ready');
  const stranger = createSocket('udp4');
  await new Promise<void>((resolve) => stranger.bind(0, '127.0.0.2', resolve));
  const send = (text: string): Promise<void> =>
    new Promise((resolve) => stranger.send(text, localPort, '127.0.0.1', () => resolve()));
  await send('\r\n\r\n');
  await send('INVITE \u0000\r\n');
  await send(
    [
      `INVITE sip:till@127.0.0.1:${localPort} SIP/2.0`,
      'Via: SIP/2.0/UDP 127.0.0.2:5060;branch=z9hG4bKx;rport',
      'From: <sip:0699999999@127.0.0.2>;tag=1',
      'To: <sip:till@127.0.0.1>',
      'Call-ID: stranger',
      'CSeq: 1 INVITE',
      'Content-Length: 0',
      '',
      '',
    ].join('\r\n'),
  );
  exchange.invite({ number: '0612345678', name: '' });
  await count(1);
  expect(events).toMatchObject([{ e164: '+33612345678' }]);
  await new Promise<void>((resolve) => stranger.close(() => resolve()));
});

function freeUdpPort(): Promise<number> {
  const socket = createSocket('udp4');
  return new Promise((resolve) => {
    socket.bind(0, '127.0.0.1', () => {
      const { port } = socket.address();
      socket.close(() => resolve(port));
    });
  });
}
