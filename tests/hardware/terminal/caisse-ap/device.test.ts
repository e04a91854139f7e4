import { createServer, type Server } from 'node:net';

import { afterEach, beforeEach, expect, test } from 'vitest';

import type { Connection, Transport } from '#hardware/link/transport.ts';
import {
  type CaisseApOptions,
  caisseApOnTcp,
  caisseApOver,
} from '#hardware/terminal/caisse-ap/device.ts';
import type { CardTerminal } from '#hardware/terminal/card-terminal.ts';
import { startVirtualTerminal, type VirtualTerminal } from '#hardware/terminal/virtual/server.ts';

import { until } from '../../until.ts';
import { ANSWER_PAID, REQUEST_3790 } from './vectors.ts';

/** Short enough for a test, long enough for a busy machine. */
const TIMES = { connectMs: 1_000, answerMs: 2_000, quietMs: 60 };
const PAYMENT = { paymentId: 'payment-1', amountCents: 3790 };

let virtual: VirtualTerminal;
const open: { close: () => Promise<void> }[] = [];

function options(changed: Partial<CaisseApOptions> = {}): CaisseApOptions {
  return { tillNumber: '01', now: () => new Date().toISOString(), times: TIMES, ...changed };
}

function connect(changed: Partial<CaisseApOptions> = {}, port = virtual.port): CardTerminal {
  const terminal = caisseApOnTcp({ host: '127.0.0.1', port, ...options(changed) });
  open.push(terminal);
  return terminal;
}

beforeEach(async () => {
  virtual = await startVirtualTerminal({ name: 'Essai', port: 0, pagePort: 0 });
  open.push(virtual);
});

afterEach(async () => {
  // The till before its terminal: the last one opened is closed first.
  for (const opened of open.splice(0).reverse()) await opened.close();
});

test('an accepted card is paid, with its authorisation and its masked number', async () => {
  virtual.setMode({ kind: 'accept', delayMs: 0 });
  const terminal = connect();
  expect(await terminal.pay(PAYMENT)).toEqual({
    status: 'paid',
    card: {
      authorisation: expect.stringMatching(/^\d{6}$/),
      maskedNumber: expect.stringMatching(/^\d{6}######\d{4}$/),
    },
    slip: {
      application: '00B',
      applicationId: 'A0000000421010',
      readMode: '2',
      contract: '4242424',
    },
  });
  expect(terminal.status()).toMatchObject({ status: 'ready', detail: 'Prêt' });
  expect(virtual.transactions()).toMatchObject([{ amountCents: 3790, isAnswered: true }]);
});

test.each([
  ['accept', { status: 'paid' }],
  ['refuse', { status: 'declined', reason: 'refused' }],
  ['abandon', { status: 'declined', reason: 'abandoned' }],
] as const)('the key %s of the terminal decides', async (key, outcome) => {
  const paying = connect().pay(PAYMENT);
  await until(virtual.onChange, () => virtual.screen().status === 'waiting');
  expect(virtual.screen()).toEqual({ status: 'waiting', amountCents: 3790, action: 'pay' });
  expect(virtual.decide(key)).toBe(true);
  expect(await paying).toMatchObject(outcome);
});

test('a refused card is declined', async () => {
  virtual.setMode({ kind: 'refuse', delayMs: 0 });
  const terminal = connect();
  expect(await terminal.pay(PAYMENT)).toMatchObject({ status: 'declined', reason: 'refused' });
  expect(terminal.status().detail).toBe('Refusé\u202f: refusé par la banque');
});

test.each([
  [{ kind: 'silent', delayMs: 0 }, 'no-answer'],
  [{ kind: 'late', delayMs: 60_000 }, 'no-answer'],
  [{ kind: 'wrong-amount', delayMs: 0 }, 'mismatch'],
  [{ kind: 'cut', delayMs: 0, afterBytes: 0 }, 'connection-lost'],
  [{ kind: 'cut', delayMs: 0, afterBytes: 7 }, 'truncated-answer'],
  [{ kind: 'cut', delayMs: 0, afterBytes: 33 }, 'no-result'],
  [{ kind: 'reset', delayMs: 0 }, 'connection-lost'],
  [{ kind: 'power-cut', delayMs: 0 }, 'connection-lost'],
  [{ kind: 'busy', delayMs: 0 }, 'connection-lost'],
] as const)('a terminal in mode %o leaves the payment in doubt: %s', async (mode, reason) => {
  virtual.setMode(mode);
  const terminal = connect({ times: { ...TIMES, answerMs: 700 } });
  expect(await terminal.pay(PAYMENT)).toEqual({ status: 'in-doubt', reason });
  expect(terminal.status()).toMatchObject({ status: 'unknown' });
});

test('with nothing at the other end nothing was sent', async () => {
  await virtual.close();
  const terminal = connect({}, virtual.port);
  expect(await terminal.pay(PAYMENT)).toEqual({
    status: 'not-sent',
    reason: 'connection-refused',
  });
  expect(terminal.status()).toMatchObject({ detail: 'Terminal injoignable' });
});

test('a second amount is refused while the first is before the customer', async () => {
  const terminal = connect();
  const first = terminal.pay(PAYMENT);
  expect(await terminal.pay({ paymentId: 'payment-2', amountCents: 100 })).toEqual({
    status: 'busy',
  });
  await until(virtual.onChange, () => virtual.screen().status === 'waiting');
  virtual.decide('accept');
  expect(await first).toMatchObject({ status: 'paid' });
});

test('giving up the wait does not stop the terminal: in doubt, and its journal knows', async () => {
  const giveUp = new AbortController();
  const paying = connect().pay({ ...PAYMENT, signal: giveUp.signal });
  await until(virtual.onChange, () => virtual.screen().status === 'waiting');
  giveUp.abort();
  expect(await paying).toEqual({ status: 'in-doubt', reason: 'cancelled' });
  virtual.decide('accept');
  expect(virtual.transactions()).toMatchObject([{ result: 'paid', amountCents: 3790 }]);
});

test('given up before the terminal was called, nothing was sent', async () => {
  const outcome = await connect().pay({ ...PAYMENT, signal: AbortSignal.abort() });
  expect(outcome).toEqual({ status: 'not-sent', reason: 'cancelled' });
  expect(virtual.transactions()).toEqual([]);
});

test('closing the till in the middle of a payment leaves it in doubt', async () => {
  const terminal = connect();
  const paying = terminal.pay(PAYMENT);
  await until(virtual.onChange, () => virtual.screen().status === 'waiting');
  await terminal.close();
  expect(await paying).toEqual({ status: 'in-doubt', reason: 'closed' });
  const next = { ...PAYMENT, paymentId: 'payment-2' };
  expect(await terminal.pay(next)).toEqual({ status: 'not-sent', reason: 'closed' });
});

/** A line that gives these pieces once it has the request, then ends. */
function scripted(pieces: readonly string[]): Transport {
  return {
    address: 'memory',
    open() {
      let hear: Parameters<Connection['listen']>[0] | undefined;
      const connection: Connection = {
        listen(listener) {
          hear = listener;
        },
        async write(request) {
          expect(new TextDecoder().decode(request)).toBe(REQUEST_3790);
          for (const piece of pieces) hear?.received(new TextEncoder().encode(piece));
          hear?.over('ended');
          return true;
        },
        close: () => undefined,
      };
      return Promise.resolve({ status: 'open', connection });
    },
  };
}

test('an answer in two pieces, cut at any byte, is paid', async () => {
  for (let cut = 0; cut <= ANSWER_PAID.length; cut += 1) {
    const pieces = [ANSWER_PAID.slice(0, cut), ANSWER_PAID.slice(cut)];
    const outcome = await caisseApOver(scripted(pieces), options()).pay(PAYMENT);
    expect(outcome.status).toBe('paid');
  }
});

test('a line that ends at any byte is paid or in doubt, never declined and never not sent', async () => {
  const statuses: string[] = [];
  for (let end = 0; end <= ANSWER_PAID.length; end += 1) {
    const transport = scripted([ANSWER_PAID.slice(0, end)]);
    const outcome = await caisseApOver(transport, options()).pay(PAYMENT);
    const isWhole = end > ANSWER_PAID.indexOf('AE00210');
    statuses.push(outcome.status);
    if (!isWhole) expect(outcome.status).toBe('in-doubt');
  }
  expect(new Set(statuses)).toEqual(new Set(['in-doubt', 'paid']));
});

/** A terminal that answers a full card number. */
async function leakingTerminal(): Promise<{ server: Server; port: number }> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => {
      socket.end(ANSWER_PAID.replace('410849######4250', '4970101122334250'));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return { server, port: typeof address === 'object' && address !== null ? address.port : 0 };
}

test('a full card number is neither kept nor written in the log', async () => {
  const { server, port } = await leakingTerminal();
  const written: string[] = [];
  const note = (fields: object, sentence: string): void => {
    written.push(JSON.stringify(fields), sentence);
  };
  const outcome = await connect({ log: { info: note, warn: note } }, port).pay(PAYMENT);
  await new Promise((resolve) => server.close(resolve));
  expect(outcome).toMatchObject({ card: { maskedNumber: '497010######4250' } });
  expect(written.length).toBeGreaterThan(0);
  expect(written.join(' ')).not.toMatch(/\d{9}|4250/);
});
