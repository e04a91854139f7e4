import { afterEach, expect, test } from 'vitest';

import type { TerminalConfiguration } from '#hardware/configuration.ts';
import { silentLog } from '#hardware/link/log.ts';
import { systemTimers } from '#hardware/link/timers.ts';
import type { CardTerminal } from '#hardware/terminal/card-terminal.ts';
import { type TerminalContext, terminalOf } from '#hardware/terminal/of-configuration.ts';
import { startVirtualTerminal } from '#hardware/terminal/virtual/server.ts';
import { startVirtualStripe } from '#hardware/terminal/virtual/stripe/server.ts';

import { lineAt, overSerial } from './concert/lines.ts';

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

const TILL = { kind: 'terminal', id: 'tpe', name: 'TPE', tillNumber: '01' } as const;

function open(
  configuration: TerminalConfiguration,
  changed: Partial<TerminalContext> = {},
): CardTerminal {
  const terminal = terminalOf(configuration, {
    now: () => new Date().toISOString(),
    timers: systemTimers,
    log: silentLog,
    times: { quietMs: 50, pollMs: 20 },
    ...changed,
  });
  closers.push(terminal.close);
  return terminal;
}

async function aVirtual(protocol: 'caisse-ap' | 'concert') {
  const mode = { kind: 'accept', delayMs: 0 } as const;
  const virtual = await startVirtualTerminal({
    ...{ name: 'Essai', port: 0, pagePort: 0, protocol, mode },
  });
  closers.push(virtual.close);
  return virtual;
}

const ASKED = { paymentId: 'one', amountCents: 1 };

test('a cent is paid on a terminal configured as Caisse-AP', async () => {
  const { port } = await aVirtual('caisse-ap');
  const terminal = open({ ...TILL, protocol: 'caisse-ap', host: '127.0.0.1', port });
  expect(await terminal.pay(ASKED)).toMatchObject({ status: 'paid' });
  expect(terminal.capabilities).toMatchObject({ duplicate: true, statusOf: false });
});

test('a cent is paid on a terminal configured as Concert on a serial line', async () => {
  const { transport, pull } = await overSerial(await aVirtual('concert'));
  closers.push(pull);
  const terminal = open({ ...TILL, protocol: 'concert', line: lineAt(transport.address) });
  expect(await terminal.pay(ASKED)).toMatchObject({ status: 'paid' });
  expect(terminal.capabilities).toMatchObject({ duplicate: false, refund: true });
});

test('a cent is paid on a reader of Stripe, with the secret key looked up at each use', async () => {
  const stripe = await startVirtualStripe({ readerId: 'tmr_one', secretKey: 'sk_test_here' });
  closers.push(stripe.close);
  const asked: string[] = [];
  const secrets = (name: string): string => {
    asked.push(name);
    return 'sk_test_here';
  };
  const { address: apiBase } = stripe;
  const terminal = open({ ...TILL, protocol: 'stripe', readerId: 'tmr_one', apiBase }, { secrets });
  expect(asked).toEqual([]);
  expect(await terminal.pay(ASKED)).toMatchObject({ status: 'paid' });
  expect(new Set(asked)).toEqual(new Set(['stripe-secret-key']));
  expect(terminal.capabilities.statusOf).toBe(true);
});

test('without a secret key nothing is sent to Stripe', async () => {
  const terminal = open({ ...TILL, protocol: 'stripe', readerId: 'tmr_one' });
  expect(await terminal.pay(ASKED)).toEqual({ status: 'not-sent', reason: 'not-configured' });
});

test('nothing is opened before it is needed', async () => {
  const terminal = open({ ...TILL, protocol: 'concert', line: lineAt('/dev/no-such-line') });
  expect(terminal.status().status).toBe('unknown');
  expect(await terminal.pay(ASKED)).toEqual({ status: 'not-sent', reason: 'unreachable' });
  expect(terminal.status()).toMatchObject({ status: 'trouble', detail: 'Terminal injoignable' });
});
