import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';

import type { CallEvent } from '#app/domain/caller-id.ts';
import { ModemCalls } from '#hardware/caller-id/modem/calls.ts';
import { callerIdOf } from '#hardware/caller-id/of-configuration.ts';
import type { CallerIdSource } from '#hardware/caller-id/source.ts';
import { listenModem, ModemSide } from '#hardware/caller-id/virtual/modem-side.ts';
import type { SerialLine } from '#hardware/configuration.ts';
import { faultInjector } from '#hardware/link/fault-injector.ts';
import { parseCapture } from '#hardware/link/capture.ts';
import { memoryTransport } from '#hardware/link/memory.ts';
import { player } from '#hardware/link/recorder.ts';
import type { Transport } from '#hardware/link/transport.ts';

import { pseudoTerminal } from '../../link/pseudo-terminal.ts';
import { manualTimers, type ManualTimers } from '../../manual-timers.ts';
import { until } from '../../until.ts';

const NOW = '2026-11-20T19:06:00.000Z';

let modem: ModemSide;
let timers: ManualTimers;
let events: CallEvent[];
const announced = new Set<() => void>();
const open: { close: () => Promise<void> }[] = [];

function line(path: string): SerialLine {
  return { path, baudRate: 9_600, dataBits: 8, parity: 'none', stopBits: 1, flow: 'none' };
}

/** A cable through memory, so that its time is the test's. */
function cable(): Transport {
  return memoryTransport((far) => {
    const side = modem.attach({ say: (bytes) => void far.write(bytes), cut: far.tear });
    far.listen(side);
  });
}

function connect(transport: Transport | undefined = cable(), path = ''): CallerIdSource {
  const source = callerIdOf(
    {
      ...{ kind: 'caller-id', id: 'modem-1', name: 'Modem', lineId: 'Ligne 1' },
      ...{ source: 'modem', line: line(path) },
    },
    { now: () => NOW, timers, ...(path === '' ? { transport } : {}) },
  );
  source.onCall((event) => {
    events.push(event);
    for (const check of announced) check();
  });
  open.push(source);
  return source;
}

function heard(count: number): Promise<void> {
  return until(
    (listener) => {
      announced.add(listener);
      return () => void announced.delete(listener);
    },
    () => events.length >= count,
  );
}

function isNow(source: CallerIdSource, status: string): Promise<void> {
  return until(source.onStatus, () => source.status().status === status);
}

beforeEach(() => {
  timers = manualTimers();
  events = [];
  modem = new ModemSide(() => NOW);
});

afterEach(async () => {
  for (const opened of open.splice(0).reverse()) await opened.close();
});

test('a call is told with its number between the first ring and the second, once', async () => {
  const source = connect();
  await isNow(source, 'ready');
  modem.ring();
  modem.report('0612345678', 'DUPONT');
  await heard(1);
  modem.ring();
  await timers.pass(5_000);
  modem.ring();
  await timers.pass(9_000);
  await heard(2);
  expect(events).toEqual([
    {
      lineId: 'Ligne 1',
      e164: '+33612345678',
      isPrivate: false,
      at: NOW,
      kind: 'ringing',
      sourceCallId: `modem-1/${NOW}/1`,
    },
    expect.objectContaining({ kind: 'ended', sourceCallId: `modem-1/${NOW}/1` }),
  ]);
});

test.each([
  ['withheld', undefined, true],
  ['not given by the network', 'O', false],
  ['no number at all', '118', false],
])('a number that is %s is a call without a number', async (_name, number, isPrivate) => {
  modem.setManner({ hasSpaces: false, knows: 'vcid' });
  await isNow(connect(), 'ready');
  modem.ring();
  modem.report(number, '');
  await heard(1);
  expect(events).toMatchObject([{ kind: 'ringing', isPrivate }]);
  expect(events[0]?.e164).toBeUndefined();
});

test('a line without the service tells that somebody calls, at the second ring', async () => {
  await isNow(connect(), 'ready');
  modem.ring();
  modem.ring();
  await heard(1);
  expect(events).toMatchObject([{ kind: 'ringing', isPrivate: false }]);
});

test('an older modem is asked in its own way', async () => {
  modem.setManner({ hasSpaces: true, knows: 'cid' });
  await isNow(connect(), 'ready');
  expect(modem.isReporting).toBe(true);
});

test('a modem that cannot report is told to the store', async () => {
  modem.setManner({ hasSpaces: true, knows: 'neither' });
  const source = connect();
  await isNow(source, 'trouble');
  expect(source.status()).toMatchObject({
    detail: 'Ce modem ne donne pas le numéro des appelants',
  });
});

test('noise on the line is no call, and the next call is understood', async () => {
  await isNow(connect(), 'ready');
  modem.say('\u00ff\u0010}NMBR 06\r\nRIN\r\nNO CARRIER\r\n=\r\n');
  modem.ring();
  modem.report('0147200001', '');
  await heard(1);
  expect(events).toMatchObject([{ e164: '+33147200001' }]);
});

test('a line in pieces of one byte gives the same calls', async () => {
  const pieces = faultInjector(cable(), [{ kind: 'split', direction: 'fromDevice', every: 1 }]);
  await isNow(connect(pieces), 'ready');
  modem.ring();
  modem.report('0612345678', '');
  await heard(1);
  expect(events).toMatchObject([{ e164: '+33612345678' }]);
});

test('a modem that falls silent is found by the heartbeat, and comes back by itself', async () => {
  const source = connect();
  await isNow(source, 'ready');
  modem.setSilent(true);
  await timers.pass(40_000);
  expect(source.status()).toMatchObject({
    status: 'trouble',
    detail: 'Le modem téléphonique ne répond pas',
  });
  modem.setSilent(false);
  await timers.pass(40_000);
  expect(source.status().status).toBe('ready');
});

test.each(['vcid', 'cid'] as const)(
  'a modem (%s) that lost its power while its line stayed open reports again by the next heartbeat',
  async (knows) => {
    modem.setManner({ hasSpaces: true, knows });
    const source = connect();
    await isNow(source, 'ready');
    modem.losePower();
    await timers.pass(20_000);
    expect(modem.isReporting).toBe(true);
    expect(source.status().status).toBe('ready');
  },
);

test('a modem pulled out while it rings ends its call', async () => {
  const source = connect();
  await isNow(source, 'ready');
  modem.ring();
  modem.report('0612345678', '');
  await heard(1);
  modem.cut();
  await heard(2);
  expect(events.map(({ kind }) => kind)).toEqual(['ringing', 'ended']);
  expect(source.status().status).toBe('trouble');
});

test('a modem behind a serial server tells who calls', async () => {
  const server = await listenModem(modem, { host: '127.0.0.1', port: 0 });
  open.push(server);
  const source = connect(undefined, `tcp://127.0.0.1:${server.port}`);
  await isNow(source, 'ready');
  modem.ring();
  modem.report('0612345678', '');
  await heard(1);
  expect(events).toMatchObject([{ e164: '+33612345678' }]);
});

test('a modem on a real serial line tells who calls', async () => {
  const terminal = await pseudoTerminal();
  open.push(terminal);
  const source = connect(undefined, terminal.path);
  expect(await terminal.heard(10)).toBe('AT+VCID=1\r');
  terminal.say('AT+VCID=1\r\r\nOK\r\n');
  await isNow(source, 'ready');
  terminal.say('\r\nRING\r\n\r\nDATE = 1120\r\nTIME = 2006\r\nNMBR = 0612345678\r\n');
  await heard(1);
  terminal.say('\r\nRING\r\n\u00ff~}\r\nNMBR\r\n\r\nRING\r\nNMBR = P\r\n');
  await heard(3);
  expect(events.map(({ kind, e164, isPrivate }) => [kind, e164, isPrivate])).toEqual([
    ['ringing', '+33612345678', false],
    ['ended', '+33612345678', false],
    ['ringing', undefined, true],
  ]);
});

const CAPTURE = `
{"t":0,"dir":"open"}
{"t":2,"dir":"out","hex":"41542b564349443d310d"}
{"t":9,"dir":"in","hex":"0d0a4f4b0d0a"}
{"t":5200,"dir":"in","hex":"0d0a52494e470d0a"}
{"t":6900,"dir":"in","hex":"0d0a44415445203d20313132300d0a54494d45203d20323030360d0a4e4d42"}
{"t":6904,"dir":"in","hex":"52203d20303633393938303030310d0a"}
{"t":12000,"dir":"over","end":"broken"}
`;

test('a recorded modem gives the same call again', async () => {
  const source = connect(player(parseCapture(CAPTURE)).transport);
  await isNow(source, 'trouble');
  expect(events).toMatchObject([
    { kind: 'ringing', e164: '+33639980001' },
    { kind: 'ended', e164: '+33639980001' },
  ]);
});

test('whatever rings and reports, every call that began has ended when the line is quiet', async () => {
  const message = fc.oneof(
    fc.constant({ type: 'ring' as const }),
    fc.constant({ type: 'private' as const }),
    fc.constant({ type: 'unavailable' as const }),
    fc.record({
      type: fc.constant('number' as const),
      number: fc.constantFrom('0612345678', '0147200001'),
    }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(message, fc.nat(12_000))), async (script) => {
      const clock = manualTimers();
      const told: string[] = [];
      let count = 0;
      const calls = new ModemCalls({
        timers: clock,
        tell: ({ kind, sourceCallId }) => told.push(`${kind} ${sourceCallId}`),
        newCallId: () => String((count += 1)),
      });
      for (const [one, waitMs] of script) {
        calls.hear(one);
        await clock.pass(waitMs);
      }
      await clock.pass(20_000);
      expect(calls.isRinging).toBe(false);
      expect(clock.waiting()).toBe(0);
      for (let call = 1; call <= count; call += 1) {
        expect(told.filter((one) => one === `ended ${call}`)).toHaveLength(1);
        expect(told.lastIndexOf(`ringing ${call}`)).toBeLessThan(told.indexOf(`ended ${call}`));
      }
    }),
    { numRuns: 50 },
  );
});
