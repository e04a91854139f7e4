import { afterEach, describe, expect, test } from 'vitest';

import type {
  CardTerminal,
  LateAnswer,
  TerminalOptions,
} from '#hardware/terminal/card-terminal.ts';
import { concertOver } from '#hardware/terminal/concert/device.ts';
import type { TerminalMode } from '#hardware/terminal/virtual/modes.ts';
import { startVirtualTerminal, type VirtualTerminal } from '#hardware/terminal/virtual/server.ts';

import { until } from '../../until.ts';
import { WIRES } from './lines.ts';

/** Short enough for a test, long enough for a busy machine. */
const TIMES = { connectMs: 2_000, answerMs: 1_500, byteMs: 250, pauseMs: 20 };
const PAYMENT = { paymentId: 'one', amountCents: 1250 };

const open: { close: () => Promise<unknown> }[] = [];
afterEach(async () => {
  for (const opened of open.splice(0).reverse()) await opened.close();
});

describe.each(WIRES)('over %s', (_name, wire) => {
  async function aTerminal(
    mode: TerminalMode,
    changed: Partial<TerminalOptions['times']> = {},
  ): Promise<{ virtual: VirtualTerminal; terminal: CardTerminal; pull: () => Promise<void> }> {
    const virtual = await startVirtualTerminal({
      ...{ name: 'Essai', port: 0, pagePort: 0, protocol: 'concert', mode, waitMs: 500 },
    });
    open.push(virtual);
    const { transport, pull } = await wire(virtual);
    open.push({ close: pull });
    const terminal = concertOver(transport, {
      tillNumber: '01',
      now: () => new Date().toISOString(),
      times: { ...TIMES, ...changed },
    });
    open.push(terminal);
    return { virtual, terminal, pull };
  }

  test.each([
    ['accept', { status: 'paid', card: { authorisation: '', maskedNumber: '' } }],
    ['refuse', { status: 'declined', reason: 'refused', sentence: 'refusé par la banque' }],
    ['nak-once', { status: 'paid' }],
    ['bad-check-once', { status: 'paid' }],
    ['garbage', { status: 'paid' }],
    ['busy-once', { status: 'paid' }],
    ['slow', { status: 'paid' }],
    ['mute', { status: 'not-sent', reason: 'not-acknowledged' }],
    ['busy', { status: 'busy' }],
    ['nak', { status: 'not-sent', reason: 'request-refused' }],
    ['silent', { status: 'in-doubt', reason: 'no-answer' }],
    ['lost-acknowledgement', { status: 'in-doubt', reason: 'unacknowledged' }],
    ['wrong-amount', { status: 'in-doubt', reason: 'mismatch' }],
    ['unverified', { status: 'in-doubt', reason: 'unclear-result' }],
    ['power-cut', { status: 'in-doubt' }],
    [
      'full-number',
      { status: 'paid', card: { maskedNumber: expect.stringMatching(/^497010######\d{4}$/) } },
    ],
  ] as const)('a terminal in mode %s ends a payment as %o', async (kind, outcome) => {
    const { virtual, terminal } = await aTerminal({ kind, delayMs: 0 });
    const told = await terminal.pay(PAYMENT);
    expect(told).toMatchObject(outcome);
    // What the till believes and what the card was charged never contradict each other.
    if (told.status === 'paid') expect(virtual.chargedCents()).toBe(1250);
    if (told.status === 'declined' || told.status === 'not-sent' || told.status === 'busy')
      expect(virtual.chargedCents()).toBe(0);
  });

  test('ten payments, a refund and a cancellation leave the right amount charged', async () => {
    const { virtual, terminal } = await aTerminal({ kind: 'accept', delayMs: 0 });
    for (let count = 1; count <= 10; count += 1) {
      const outcome = await terminal.pay({ paymentId: `p${count}`, amountCents: count * 100 });
      expect(outcome.status).toBe('paid');
    }
    await terminal.refund({ paymentId: 'back', originalId: 'p2', amountCents: 150 });
    await terminal.cancel({ paymentId: 'undo', originalId: 'p10', amountCents: 1000 });
    expect(virtual.chargedCents()).toBe(5_500 - 150 - 1_000);
    await until(virtual.onChange, () => virtual.transactions().every((one) => one.isAnswered));
  });

  test('an answer after the till gave up settles the doubt, and the next payment is its own', async () => {
    const { virtual, terminal } = await aTerminal({ kind: 'manual' }, { answerMs: 400 });
    const late: LateAnswer[] = [];
    const heard = new Promise<void>((resolve) => {
      terminal.onLate((answer) => {
        late.push(answer);
        resolve();
      });
    });
    expect(await terminal.pay(PAYMENT)).toEqual({ status: 'in-doubt', reason: 'no-answer' });
    virtual.decide('accept');
    await heard;
    expect(late).toMatchObject([{ paymentId: 'one', outcome: { status: 'paid' } }]);
    virtual.setMode({ kind: 'refuse', delayMs: 0 });
    const next = await terminal.pay({ paymentId: 'two', amountCents: 1250 });
    expect(next.status).toBe('declined');
    expect(virtual.chargedCents()).toBe(1250);
  });

  test('unplugged while idle, a sign of life finds it out, without any amount', async () => {
    const { virtual, terminal, pull } = await aTerminal(
      { kind: 'accept', delayMs: 0 },
      { heartbeatMs: 30 },
    );
    await until(terminal.onStatus, () => terminal.status().detail === 'Prêt');
    await pull();
    virtual.setMode({ kind: 'mute', delayMs: 0 });
    await until(terminal.onStatus, () => terminal.status().detail === 'Terminal injoignable');
    expect(virtual.transactions()).toEqual([]);
  });

  test('unplugged in the middle of a payment, the payment is in doubt', async () => {
    const { virtual, terminal, pull } = await aTerminal({ kind: 'manual' });
    const paying = terminal.pay(PAYMENT);
    await until(virtual.onChange, () => virtual.screen().status === 'waiting');
    await pull();
    expect((await paying).status).toBe('in-doubt');
  });
});
