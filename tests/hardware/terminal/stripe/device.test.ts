import { afterEach, expect, test } from 'vitest';

import type { CardTerminal, TerminalOptions } from '#hardware/terminal/card-terminal.ts';
import { stripeTerminal } from '#hardware/terminal/stripe/device.ts';
import {
  startVirtualStripe,
  type StripeMode,
  type VirtualStripe,
} from '#hardware/terminal/virtual/stripe/server.ts';

import { until } from '../../until.ts';

const SECRET = 'sk_test_of_this_test_only';
const TIMES = { connectMs: 1_500, answerMs: 1_500, pollMs: 30 };
const PAYMENT = { paymentId: '019a-one', amountCents: 2580 };

const open: { close: () => Promise<unknown> }[] = [];
afterEach(async () => {
  for (const opened of open.splice(0).reverse()) await opened.close();
});

async function aTerminal(
  mode: StripeMode,
  changed: Partial<TerminalOptions> & { secretKey?: string } = {},
): Promise<{ stripe: VirtualStripe; terminal: CardTerminal; again: () => CardTerminal }> {
  const stripe = await startVirtualStripe({ readerId: 'tmr_one', secretKey: SECRET });
  stripe.setMode(mode);
  open.push(stripe);
  const again = (): CardTerminal => {
    const terminal = stripeTerminal({
      tillNumber: '01',
      now: () => new Date().toISOString(),
      times: TIMES,
      readerId: 'tmr_one',
      apiBase: stripe.address,
      ...changed,
      secretKey: () => changed.secretKey ?? SECRET,
    });
    open.push(terminal);
    return terminal;
  };
  return { stripe, terminal: again(), again };
}

test('an accepted card is paid, with its authorisation and its last four digits', async () => {
  const { stripe, terminal } = await aTerminal('accept');
  expect(await terminal.pay(PAYMENT)).toEqual({
    status: 'paid',
    card: {
      authorisation: expect.stringMatching(/^\d{6}$/),
      maskedNumber: expect.stringMatching(/^#{12}\d{4}$/),
    },
    slip: { applicationId: 'A0000000421010' },
  });
  expect(stripe.account.chargedCents).toBe(2580);
  expect(stripe.account.intents).toMatchObject([{ metadata: { payment_id: '019a-one' } }]);
});

test.each([
  ['refuse', 'refused'],
  ['abandon', 'abandoned'],
] as const)('a customer who has to %s is told as declined: %s', async (decision, reason) => {
  const { stripe, terminal } = await aTerminal('manual');
  const paying = terminal.pay(PAYMENT);
  await until(stripe.onChange, () => stripe.account.action !== null);
  stripe.decide(decision);
  expect(await paying).toMatchObject({ status: 'declined', reason });
  // Nobody can hand it to the reader again.
  expect(stripe.account.intents).toMatchObject([{ status: 'canceled', amount_received: 0 }]);
});

test.each([
  ['offline', { status: 'not-sent', reason: 'unreachable' }],
  ['unavailable', { status: 'not-sent', reason: 'unreachable' }],
  ['mute', { status: 'not-sent', reason: 'unreachable' }],
] as const)('with Stripe or its reader %s, nothing was sent', async (mode, outcome) => {
  const { stripe, terminal } = await aTerminal(mode, { times: { ...TIMES, connectMs: 200 } });
  expect(await terminal.pay(PAYMENT)).toEqual(outcome);
  expect(stripe.account.chargedCents).toBe(0);
  expect(terminal.status()).toMatchObject({ status: 'trouble', detail: 'Terminal injoignable' });
});

test('servers that fail once are asked again with the same key: one payment, charged once', async () => {
  const { stripe, terminal } = await aTerminal('unavailable-once');
  expect(await terminal.pay(PAYMENT)).toMatchObject({ status: 'paid' });
  expect(stripe.account.intents).toHaveLength(1);
  expect(stripe.account.chargedCents).toBe(2580);
  const created = stripe.requests().filter((request) => request === 'POST /v1/payment_intents');
  expect(created).toHaveLength(2);
});

test('an answer lost after the reader took the payment is found again by looking', async () => {
  const { stripe, terminal } = await aTerminal('lost-answer');
  expect(await terminal.pay(PAYMENT)).toMatchObject({ status: 'paid' });
  expect(stripe.account.chargedCents).toBe(2580);
});

test('another payment before the reader makes it busy, and ours is let go', async () => {
  const { stripe, terminal, again } = await aTerminal('manual');
  const first = again().pay({ paymentId: 'other', amountCents: 100 });
  await until(stripe.onChange, () => stripe.account.action !== null);
  expect(await terminal.pay(PAYMENT)).toEqual({ status: 'busy' });
  stripe.decide('accept');
  expect(await first).toMatchObject({ status: 'paid' });
  expect(stripe.account.chargedCents).toBe(100);
});

test('a customer who does nothing runs out of time, and cannot pay any more', async () => {
  const { stripe, terminal } = await aTerminal('manual', { times: { ...TIMES, answerMs: 200 } });
  const outcome = await terminal.pay(PAYMENT);
  expect(outcome).toMatchObject({ status: 'declined', reason: 'customer-too-slow' });
  expect(stripe.decide('accept')).toBe(false);
  expect(stripe.account.chargedCents).toBe(0);
});

test('given up by the cashier, the reader lets go and nothing is charged', async () => {
  const { stripe, terminal } = await aTerminal('manual');
  const giveUp = new AbortController();
  const paying = terminal.pay({ ...PAYMENT, signal: giveUp.signal });
  await until(stripe.onChange, () => stripe.account.action !== null);
  giveUp.abort();
  expect(await paying).toMatchObject({ status: 'declined', reason: 'operator-abandon' });
  expect(stripe.account.action).toBeNull();
  expect(stripe.decide('accept')).toBe(false);
});

test('the internet gone in the middle leaves a doubt, which Stripe settles when it is back', async () => {
  const { stripe, terminal, again } = await aTerminal('manual', {
    times: { connectMs: 150, answerMs: 400, pollMs: 30 },
  });
  const paying = terminal.pay(PAYMENT);
  await until(stripe.onChange, () => stripe.account.action !== null);
  stripe.setMode('mute');
  expect(await paying).toEqual({ status: 'in-doubt', reason: 'no-answer' });
  stripe.decide('accept');
  stripe.setMode('accept');
  // After a restart too: nothing but the id is needed.
  const restarted = again();
  expect(await restarted.statusOf?.(PAYMENT.paymentId)).toMatchObject({ status: 'paid' });
  expect(await restarted.pay(PAYMENT)).toMatchObject({ status: 'paid' });
  expect(stripe.account.chargedCents).toBe(2580);
});

test('a doubt that nobody paid is settled as not paid, and stays so', async () => {
  const { stripe, terminal } = await aTerminal('manual');
  const paying = terminal.pay(PAYMENT);
  await until(stripe.onChange, () => stripe.account.action !== null);
  expect(await terminal.statusOf?.(PAYMENT.paymentId)).toEqual({
    status: 'in-doubt',
    reason: 'no-answer',
  });
  stripe.decide('abandon');
  await paying;
  expect(await terminal.statusOf?.(PAYMENT.paymentId)).toMatchObject({ status: 'declined' });
  expect(stripe.decide('accept')).toBe(false);
});

test('a payment that never reached Stripe was not sent', async () => {
  const { terminal } = await aTerminal('accept');
  expect(await terminal.statusOf?.('never-asked')).toEqual({
    status: 'not-sent',
    reason: 'unreachable',
  });
});

test('a payment is found among hundreds of later ones', async () => {
  const { stripe, terminal } = await aTerminal('accept');
  const paymentId = '019aab12-3456-7abc-8def-0123456789ab';
  await terminal.pay({ paymentId, amountCents: 2580 });
  for (let later = 0; later < 250; later += 1)
    stripe.account.create({
      amount: '100',
      currency: 'eur',
      'allowed_payment_method_types[0]': 'card_present',
    });
  expect(await terminal.statusOf?.(paymentId)).toMatchObject({ status: 'paid' });
  const pages = stripe.requests().filter((request) => request === 'GET /v1/payment_intents');
  expect(pages).toHaveLength(3);
});

test('where not all payments could be seen, one that is not found stays in doubt', async () => {
  const { stripe, terminal } = await aTerminal('accept');
  for (let other = 0; other < 1_050; other += 1)
    stripe.account.create({
      amount: '100',
      currency: 'eur',
      'allowed_payment_method_types[0]': 'card_present',
    });
  expect(await terminal.statusOf?.('not-there')).toEqual({
    status: 'in-doubt',
    reason: 'no-answer',
  });
});

test('closing the till in the middle of a payment leaves it in doubt at once', async () => {
  const { stripe, terminal } = await aTerminal('manual');
  const paying = terminal.pay(PAYMENT);
  await until(stripe.onChange, () => stripe.account.action !== null);
  await terminal.close();
  expect(await paying).toEqual({ status: 'in-doubt', reason: 'closed' });
});

test('a refund in part and a cancellation give back what was paid, once per id', async () => {
  const { stripe, terminal } = await aTerminal('accept');
  await terminal.pay(PAYMENT);
  const refund = { paymentId: 'back', originalId: PAYMENT.paymentId, amountCents: 580 };
  expect(await terminal.refund(refund)).toMatchObject({ status: 'paid' });
  expect(await terminal.refund(refund)).toMatchObject({ status: 'paid' });
  expect(stripe.account.chargedCents).toBe(2000);
  expect(await terminal.statusOf?.('back')).toMatchObject({ status: 'paid' });
  const tooMuch = { paymentId: 'more', originalId: PAYMENT.paymentId, amountCents: 2580 };
  expect(await terminal.refund(tooMuch)).toMatchObject({ status: 'declined' });
  await terminal.pay({ paymentId: 'two', amountCents: 100 });
  const undo = { paymentId: 'undo', originalId: 'two', amountCents: 100 };
  expect(await terminal.cancel(undo)).toMatchObject({ status: 'paid' });
  expect(stripe.account.chargedCents).toBe(2000);
});

test('a refund that Stripe still works on is in doubt, not done', async () => {
  const { stripe, terminal } = await aTerminal('accept');
  await terminal.pay(PAYMENT);
  stripe.account.refundStatus = 'pending';
  const refund = { paymentId: 'back', originalId: PAYMENT.paymentId, amountCents: 580 };
  expect(await terminal.refund(refund)).toEqual({ status: 'in-doubt', reason: 'unclear-result' });
});

test('a refund of an unknown payment is not sent, and a slip cannot be printed again', async () => {
  const { terminal } = await aTerminal('accept');
  const refund = { paymentId: 'back', originalId: 'unknown', amountCents: 580 };
  expect(await terminal.refund(refund)).toEqual({ status: 'not-sent', reason: 'request-refused' });
  expect(await terminal.duplicate(PAYMENT)).toEqual({
    status: 'not-sent',
    reason: 'not-supported',
  });
});

test.each([
  ['offline', 'trouble', 'Terminal injoignable'],
  ['unavailable', 'trouble', 'Terminal injoignable'],
  ['accept', 'ready', 'Prêt'],
] as const)('a look at a reader that is %s says %s', async (mode, status, detail) => {
  const { stripe, terminal } = await aTerminal(mode);
  expect(await terminal.probe()).toMatchObject({ status, detail });
  expect(stripe.account.intents).toEqual([]);
});

test.each(['', 'sk_wrong'])('without the right secret key («%s») nothing is sent', async (key) => {
  const { terminal } = await aTerminal('accept', { secretKey: key });
  expect(await terminal.pay(PAYMENT)).toEqual({ status: 'not-sent', reason: 'not-configured' });
});

test('neither the secret key nor anything of the card is in the log', async () => {
  const written: string[] = [];
  const note = (fields: object, sentence: string): void => {
    written.push(JSON.stringify(fields), sentence);
  };
  const { terminal } = await aTerminal('accept', { log: { info: note, warn: note } });
  await terminal.pay(PAYMENT);
  expect(written.join(' ')).toContain('019a-one');
  expect(written.join(' ')).not.toMatch(/sk_|497010|####/);
});
