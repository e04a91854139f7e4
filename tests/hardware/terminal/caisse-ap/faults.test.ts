import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { faultInjector, type LineFault } from '#hardware/link/fault-injector.ts';
import { memoryTransport } from '#hardware/link/memory.ts';
import { tcpTransport } from '#hardware/link/tcp.ts';
import type { Transport } from '#hardware/link/transport.ts';
import { caisseApOver } from '#hardware/terminal/caisse-ap/device.ts';
import type { CardTerminal, TerminalOptions } from '#hardware/terminal/card-terminal.ts';
import { startVirtualTerminal, type VirtualTerminal } from '#hardware/terminal/virtual/server.ts';

import { until } from '../../until.ts';
import { manualTimers } from '../manual-timers.ts';
import { REQUEST_3790 } from './vectors.ts';

const TIMES = { connectMs: 1_000, answerMs: 700, quietMs: 60 };
const PAYMENT = { paymentId: 'one', amountCents: 3790 };

let virtual: VirtualTerminal;
const open: CardTerminal[] = [];

beforeEach(async () => {
  virtual = await startVirtualTerminal({
    name: 'Essai',
    port: 0,
    pagePort: 0,
    mode: { kind: 'accept', delayMs: 0 },
  });
});
afterEach(async () => {
  for (const terminal of open.splice(0)) await terminal.close();
  await virtual.close();
});

const TRANSPORTS: readonly (readonly [string, () => Transport])[] = [
  ['TCP', () => tcpTransport({ host: '127.0.0.1', port: virtual.port })],
  ['memory', () => memoryTransport((far) => virtual.serve(far))],
];

function terminalOver(transport: Transport, changed: Partial<TerminalOptions> = {}): CardTerminal {
  const now = (): string => new Date().toISOString();
  const terminal = caisseApOver(transport, { tillNumber: '01', now, times: TIMES, ...changed });
  open.push(terminal);
  return terminal;
}

describe.each(TRANSPORTS)('over %s', (_name, transport) => {
  test.each<[string, LineFault, object]>([
    ['nothing listens', { kind: 'refuse' }, { status: 'not-sent', reason: 'connection-refused' }],
    [
      'another till holds the terminal',
      { kind: 'busy' },
      { status: 'not-sent', reason: 'connection-lost' },
    ],
    [
      'the request is torn in its middle',
      { kind: 'reset', direction: 'toDevice', after: 20 },
      { status: 'in-doubt', reason: 'connection-lost' },
    ],
    [
      'the cable is pulled while the request leaves',
      { kind: 'half-open', direction: 'toDevice', after: 20 },
      { status: 'in-doubt', reason: 'no-answer' },
    ],
    [
      'the cable is pulled after the request',
      { kind: 'half-open', direction: 'fromDevice', after: 0 },
      { status: 'in-doubt', reason: 'no-answer' },
    ],
    [
      'the answer is torn',
      { kind: 'reset', direction: 'fromDevice', after: 40 },
      { status: 'in-doubt', reason: 'connection-lost' },
    ],
    [
      'the result is lost from the answer',
      { kind: 'drop', direction: 'fromDevice', after: 64, count: 7 },
      { status: 'in-doubt', reason: 'no-result' },
    ],
    [
      'a byte of a tag comes wrong',
      { kind: 'corrupt', direction: 'fromDevice', at: 26 },
      { status: 'in-doubt', reason: 'unreadable-answer' },
    ],
    [
      'a digit of the amount comes as another',
      { kind: 'corrupt', direction: 'fromDevice', at: 63, mask: 1 },
      { status: 'in-doubt', reason: 'mismatch' },
    ],
    [
      'the answer comes one byte at a time',
      { kind: 'split', direction: 'fromDevice', every: 1 },
      { status: 'paid' },
    ],
    [
      'the request leaves one byte at a time',
      { kind: 'split', direction: 'toDevice', every: 1 },
      { status: 'paid' },
    ],
    [
      'the line is slow',
      { kind: 'delay', direction: 'fromDevice', delayMs: 200 },
      { status: 'paid' },
    ],
  ])('when %s, the payment ends as it must', async (_what, fault, outcome) => {
    const terminal = terminalOver(faultInjector(transport(), [fault]));
    expect(await terminal.pay(PAYMENT)).toMatchObject(outcome);
  });

  test('whatever byte of the answer is lost, no refusal is told and no other amount is paid', async () => {
    for (let after = 0; after < 120; after += 7) {
      const fault = { kind: 'drop', direction: 'fromDevice', after, count: 1 } as const;
      const terminal = terminalOver(faultInjector(transport(), [fault]), {
        times: { ...TIMES, answerMs: 250 },
      });
      const { status } = await terminal.pay(PAYMENT);
      expect(['paid', 'in-doubt']).toContain(status);
    }
  });
});

test('a mismatch is said loudly in the log, without anything of the card', async () => {
  virtual.setMode({ kind: 'wrong-amount', delayMs: 0 });
  const warned: string[] = [];
  const log = {
    info: () => undefined,
    warn: (fields: object, sentence: string) => warned.push(JSON.stringify(fields), sentence),
  };
  const transport = memoryTransport((far) => virtual.serve(far));
  await terminalOver(transport, { log }).pay(PAYMENT);
  expect(warned.join(' ')).toContain('mismatch');
  expect(warned.join(' ')).not.toMatch(/497010/);
});

describe('when time does strange things', () => {
  /** A till and its terminal on a line of memory, the customer not yet done. */
  async function waitingForTheCustomer() {
    const time = manualTimers();
    virtual.setMode({ kind: 'manual' });
    const transport = memoryTransport((far) => virtual.serve(far));
    const { timers, now } = time;
    const times = { answerMs: 150_000, quietMs: 1_000 };
    const paying = terminalOver(transport, { timers, now, times }).pay(PAYMENT);
    await until(virtual.onChange, () => virtual.screen().status === 'waiting');
    return { time, paying };
  }

  test.each([86_400_000, -3_600_000])(
    'a clock set by %s ms in the middle changes nothing for a payment',
    async (byMs) => {
      const { time, paying } = await waitingForTheCustomer();
      time.setClock(byMs);
      virtual.decide('accept');
      expect((await paying).status).toBe('paid');
    },
  );

  test('a computer that slept through a payment wakes up in doubt', async () => {
    const { time, paying } = await waitingForTheCustomer();
    time.pass(8 * 3_600_000);
    expect(await paying).toEqual({ status: 'in-doubt', reason: 'no-answer' });
  });
});

test('the request on the wire is the known one, to the byte', async () => {
  const heard: string[] = [];
  const transport = memoryTransport((far) => {
    far.listen({
      received: (bytes) => heard.push(Buffer.from(bytes).toString('latin1')),
      over: () => undefined,
    });
  });
  await terminalOver(transport, { times: { ...TIMES, answerMs: 50 } }).pay(PAYMENT);
  expect(heard.join('')).toBe(REQUEST_3790);
});
