import { afterEach, describe, expect, test } from 'vitest';

import { faultInjector, type LineFault } from '#hardware/link/fault-injector.ts';
import { memoryTransport } from '#hardware/link/memory.ts';
import type { Transport } from '#hardware/link/transport.ts';
import type { CardTerminal, TerminalOptions } from '#hardware/terminal/card-terminal.ts';
import { concertOver } from '#hardware/terminal/concert/device.ts';
import type { TerminalMode } from '#hardware/terminal/virtual/modes.ts';
import { startVirtualTerminal, type VirtualTerminal } from '#hardware/terminal/virtual/server.ts';

import { until } from '../../until.ts';
import { manualTimers } from '../manual-timers.ts';
import { WIRES } from './lines.ts';

const TIMES = { connectMs: 2_000, answerMs: 900, byteMs: 200, pauseMs: 20 };
const PAYMENT = { paymentId: 'one', amountCents: 9110 };
const ACCEPT = { kind: 'accept', delayMs: 0 } as const;

const open: { close: () => Promise<unknown> }[] = [];
afterEach(async () => {
  for (const opened of open.splice(0).reverse()) await opened.close();
});

function terminalOver(transport: Transport, changed: Partial<TerminalOptions> = {}): CardTerminal {
  const now = (): string => new Date().toISOString();
  const terminal = concertOver(transport, { tillNumber: '01', now, times: TIMES, ...changed });
  open.push(terminal);
  return terminal;
}

async function aVirtual(mode: TerminalMode): Promise<VirtualTerminal> {
  const virtual = await startVirtualTerminal({
    ...{ name: 'Essai', port: 0, pagePort: 0, protocol: 'concert', mode, waitMs: 300 },
  });
  open.push(virtual);
  return virtual;
}

describe.each(WIRES)('over %s', (_name, wire) => {
  // What the terminal says: ACK (0) to the call, ACK (1) to the request, ENQ (2), its frame (3 to 30).
  // What the till says: ENQ (0), its frame (1 to 37), EOT (38), ACK (39), ACK (40).
  test.each<[string, LineFault, object]>([
    ['nothing is there', { kind: 'refuse' }, { status: 'not-sent', reason: 'connection-refused' }],
    [
      'the line is over at once',
      { kind: 'busy' },
      { status: 'not-sent', reason: 'connection-lost' },
    ],
    [
      'the call is lost once',
      { kind: 'drop', direction: 'toDevice', after: 0, count: 1 },
      { status: 'paid' },
    ],
    [
      'the answer to the call is lost once',
      { kind: 'drop', direction: 'fromDevice', after: 0, count: 1 },
      { status: 'paid' },
    ],
    [
      'a byte of the request comes wrong once',
      { kind: 'corrupt', direction: 'toDevice', at: 12, mask: 1 },
      { status: 'paid' },
    ],
    [
      'the ACK of the request is lost',
      { kind: 'drop', direction: 'fromDevice', after: 1, count: 1 },
      { status: 'in-doubt', reason: 'unacknowledged' },
    ],
    [
      'a byte of the answer comes wrong once',
      { kind: 'corrupt', direction: 'fromDevice', at: 9, mask: 1 },
      { status: 'paid' },
    ],
    [
      'the check of the answer comes wrong once',
      { kind: 'corrupt', direction: 'fromDevice', at: 30 },
      { status: 'paid' },
    ],
    [
      'the start of the answer is lost once',
      { kind: 'drop', direction: 'fromDevice', after: 3, count: 1 },
      { status: 'paid' },
    ],
    [
      'the cable is pulled before the request',
      { kind: 'half-open', direction: 'toDevice', after: 0 },
      { status: 'not-sent', reason: 'not-acknowledged' },
    ],
    [
      'the cable is pulled after the request',
      { kind: 'half-open', direction: 'fromDevice', after: 2 },
      { status: 'in-doubt', reason: 'no-answer' },
    ],
    [
      'the cable is pulled within the answer',
      { kind: 'half-open', direction: 'fromDevice', after: 12 },
      { status: 'in-doubt', reason: 'no-answer' },
    ],
    [
      'the line is torn within the answer',
      { kind: 'reset', direction: 'fromDevice', after: 12 },
      { status: 'in-doubt', reason: 'connection-lost' },
    ],
    [
      'the line is torn as the request leaves',
      { kind: 'reset', direction: 'toDevice', after: 20 },
      { status: 'in-doubt', reason: 'connection-lost' },
    ],
    [
      'every byte comes alone',
      { kind: 'split', direction: 'fromDevice', every: 1 },
      { status: 'paid' },
    ],
    [
      'the line is slow',
      { kind: 'delay', direction: 'fromDevice', delayMs: 40 },
      { status: 'paid' },
    ],
  ])('when %s, the payment ends as it must', async (_what, fault, outcome) => {
    const virtual = await aVirtual(ACCEPT);
    const { transport, pull } = await wire(virtual);
    open.push({ close: pull });
    const told = await terminalOver(faultInjector(transport, [fault])).pay(PAYMENT);
    expect(told).toMatchObject(outcome);
    if (told.status === 'paid') expect(virtual.chargedCents()).toBe(9110);
    if (told.status === 'not-sent') expect(virtual.chargedCents()).toBe(0);
  });
});

test('whatever byte is lost on its way, the till never says «not sent» of a card that was charged', async () => {
  const notSent: VirtualTerminal[] = [];
  for (const direction of ['toDevice', 'fromDevice'] as const) {
    for (let after = 0; after < 41; after += 1) {
      const virtual = await aVirtual(ACCEPT);
      const transport = faultInjector(
        memoryTransport((far) => virtual.serve(far)),
        [{ kind: 'drop', direction, after, count: 1 }],
      );
      const times = { ...TIMES, byteMs: 40, answerMs: 150, pauseMs: 5 };
      const { status } = await terminalOver(transport, { times }).pay(PAYMENT);
      const isCharged = virtual.chargedCents() > 0;
      expect([after, isCharged ? ['paid', 'in-doubt'] : ['not-sent', 'in-doubt']]).toEqual([
        after,
        expect.arrayContaining([status]),
      ]);
      if (status === 'not-sent') notSent.push(virtual);
    }
  }
  expect(notSent.map((virtual) => virtual.chargedCents())).toEqual(notSent.map(() => 0));
});

describe('when time does strange things', () => {
  async function waitingForTheCustomer() {
    const time = manualTimers();
    const virtual = await aVirtual({ kind: 'manual' });
    const transport = memoryTransport((far) => virtual.serve(far));
    const { timers, now } = time;
    const paying = terminalOver(transport, { timers, now, times: {} }).pay(PAYMENT);
    await until(virtual.onChange, () => virtual.screen().status === 'waiting');
    return { time, virtual, paying };
  }

  test.each([86_400_000, -3_600_000])(
    'a clock set by %s ms in the middle changes nothing for a payment',
    async (byMs) => {
      const { time, virtual, paying } = await waitingForTheCustomer();
      time.setClock(byMs);
      virtual.decide('accept');
      expect((await paying).status).toBe('paid');
    },
  );

  test('a customer has two and a half minutes, then the payment is in doubt', async () => {
    const { time, paying } = await waitingForTheCustomer();
    time.pass(149_000);
    time.pass(1_000);
    expect(await paying).toEqual({ status: 'in-doubt', reason: 'no-answer' });
  });

  test('a computer that slept through a payment wakes up in doubt', async () => {
    const { time, paying } = await waitingForTheCustomer();
    time.pass(8 * 3_600_000);
    expect(await paying).toEqual({ status: 'in-doubt', reason: 'no-answer' });
  });
});
