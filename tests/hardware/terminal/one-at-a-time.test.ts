import { expect, test } from 'vitest';

import type { TerminalDriver, TerminalRequest } from '#hardware/terminal/card-terminal.ts';
import { cardTerminal } from '#hardware/terminal/one-at-a-time.ts';
import { stopReason, type TerminalOutcome } from '#hardware/terminal/outcome.ts';

import { manualTimers } from './manual-timers.ts';

const PAID = { status: 'paid', card: { authorisation: '', maskedNumber: '' } } as const;

/** A driver that answers what the test hands it, in order, and its terminal. */
function aTerminal(answers: readonly (() => Promise<TerminalOutcome>)[], hasHeartbeat = false) {
  const time = manualTimers();
  const asked: TerminalRequest[] = [];
  const looks: ((found: 'ready' | 'busy' | 'unreachable') => void)[] = [];
  const driver: TerminalDriver = {
    capabilities: { refund: true, cancel: false, duplicate: false, statusOf: false },
    amountMaxCents: 1_000,
    async perform(request, stop) {
      asked.push(request);
      const answer = answers[asked.length - 1];
      const stopped = new Promise<TerminalOutcome>((resolve) => {
        stop.addEventListener('abort', () =>
          resolve({ status: 'in-doubt', reason: stopReason(stop) }),
        );
      });
      return Promise.race([stopped, ...(answer === undefined ? [] : [answer()])]);
    },
    probe: () => new Promise((resolve) => looks.push(resolve)),
    hasHeartbeat,
    close: () => undefined,
  };
  const options = { tillNumber: '01', now: time.now, timers: time.timers };
  return { terminal: cardTerminal(options, () => driver), asked, looks, time };
}

test('a payment that begins during a sign of life waits for its end, and is not busy', async () => {
  const { terminal, asked, looks, time } = aTerminal([() => Promise.resolve(PAID)], true);
  time.pass(60_000);
  const paying = terminal.pay({ paymentId: 'one', amountCents: 100 });
  await Promise.resolve();
  expect([looks.length, asked.length]).toEqual([1, 0]);
  looks[0]?.('ready');
  expect(await paying).toEqual(PAID);
});

test('no sign of life is asked for while a payment is before the customer', async () => {
  const { promise, resolve } = Promise.withResolvers<TerminalOutcome>();
  const { terminal, looks, time } = aTerminal([() => promise], true);
  const paying = terminal.pay({ paymentId: 'one', amountCents: 100 });
  time.pass(600_000);
  await terminal.probe();
  expect(looks).toHaveLength(0);
  resolve(PAID);
  await paying;
  time.pass(60_000);
  expect(looks).toHaveLength(1);
});

test('after «busy» the same payment may be asked again; after any other end it may not', async () => {
  const { terminal, asked } = aTerminal([
    () => Promise.resolve({ status: 'busy' }),
    () => Promise.resolve({ status: 'not-sent', reason: 'not-acknowledged' }),
    () => Promise.resolve(PAID),
  ]);
  const payment = { paymentId: 'one', amountCents: 100 };
  expect((await terminal.pay(payment)).status).toBe('busy');
  expect((await terminal.pay(payment)).status).toBe('not-sent');
  expect((await terminal.pay(payment)).status).toBe('not-sent');
  expect(asked).toHaveLength(2);
  expect((await terminal.pay({ ...payment, paymentId: 'two' })).status).toBe('paid');
});

test('what a terminal cannot do is not sent to it', async () => {
  const { terminal, asked } = aTerminal([]);
  const reversal = { paymentId: 'one', originalId: 'zero', amountCents: 100 };
  const notSupported = { status: 'not-sent', reason: 'not-supported' };
  expect(await terminal.cancel(reversal)).toEqual(notSupported);
  expect(await terminal.duplicate(reversal)).toEqual(notSupported);
  expect(asked).toEqual([]);
});

test('an amount above what the protocol can write is refused before it is sent', async () => {
  const { terminal, asked } = aTerminal([]);
  await expect(terminal.pay({ paymentId: 'one', amountCents: 1_001 })).rejects.toThrow();
  expect(asked).toEqual([]);
});

test('closing ends the wait, and the caller learns that the till was stopping', async () => {
  const { terminal } = aTerminal([]);
  const paying = terminal.pay({ paymentId: 'one', amountCents: 100 });
  await terminal.close();
  expect(await paying).toEqual({ status: 'not-sent', reason: 'closed' });
});

test('a till without a right number opens no terminal', () => {
  for (const tillNumber of ['00', '1', '100', 'ab'])
    expect(() =>
      cardTerminal({ tillNumber, now: () => '' }, () => {
        throw new Error('never reached');
      }),
    ).toThrow('a till number has two digits');
});
