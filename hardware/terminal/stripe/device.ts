import type { Stripe } from 'stripe';

import { systemTimers, type Timers } from '../../link/timers.ts';
import type {
  CardTerminal,
  TerminalDriver,
  TerminalOptions,
  TerminalRequest,
} from '../card-terminal.ts';
import { cardTerminal } from '../one-at-a-time.ts';
import { stopReason, type TerminalOutcome } from '../outcome.ts';
import { TERMINAL_TIMES, type TerminalTimes } from '../times.ts';
import { ask, type Reply, stripeClient } from './link.ts';
import { declined, outcomeOfRefund } from './outcome.ts';
import {
  createIntent,
  findIntent,
  findRefund,
  giveUp,
  isInHand,
  lookAt,
  type ReaderPayment,
  startReader,
} from './payments.ts';

export type StripeOptions = TerminalOptions & {
  /** `tmr_…`. */
  readonly readerId: string;
  readonly apiBase?: string | undefined;
  /** Asked for at each operation; never kept, never logged. */
  readonly secretKey: () => string | undefined;
};

/** The most that Stripe takes in one payment: eight digits. */
const AMOUNT_MAX_CENTS = 99_999_999;

/**
 * A reader driven through Stripe's servers (server-driven integration): the payment is a
 * PaymentIntent there, so that how it ended can be asked at any time. Needs the internet.
 */
export function stripeTerminal(options: StripeOptions): CardTerminal {
  return cardTerminal(options, () => driverOf(options));
}

type Context = {
  readonly options: StripeOptions;
  readonly timers: Timers;
  readonly times: TerminalTimes;
};

function driverOf(options: StripeOptions): TerminalDriver {
  const context = {
    options,
    timers: options.timers ?? systemTimers,
    times: { ...TERMINAL_TIMES, ...options.times },
  };
  return {
    capabilities: { refund: true, cancel: true, duplicate: false, statusOf: true },
    amountMaxCents: AMOUNT_MAX_CENTS,
    async perform(asked, stop) {
      const stripe = await clientOf(context);
      if (stripe === undefined) return { status: 'not-sent', reason: 'not-configured' };
      if (asked.action === 'duplicate') return { status: 'not-sent', reason: 'not-supported' };
      if (asked.action === 'pay') return pay(context, stripe, { asked, stop });
      // A payment that Stripe has is cancelled by giving all of it back.
      return refund(stripe, asked);
    },
    async statusOf(paymentId) {
      const stripe = await clientOf(context);
      return stripe === undefined
        ? { status: 'in-doubt', reason: 'no-answer' }
        : statusOf(stripe, { readerId: options.readerId, paymentId });
    },
    async probe() {
      const stripe = await clientOf(context);
      if (stripe === undefined) return 'unreachable';
      // One try: a payment may be waiting for this look to end.
      const found = await ask(() =>
        stripe.terminal.readers.retrieve(options.readerId, {}, { maxNetworkRetries: 0 }),
      );
      if (found.status !== 'done' || !('action' in found.value)) return 'unreachable';
      const { status, action } = found.value;
      if (status !== 'online') return 'unreachable';
      return action?.status === 'in_progress' ? 'busy' : 'ready';
    },
    hasHeartbeat: true,
    close: () => undefined,
  };
}

async function clientOf({ options, times }: Context): Promise<Stripe | undefined> {
  const secretKey = options.secretKey();
  if (secretKey === undefined || secretKey === '') return undefined;
  return stripeClient({ secretKey, apiBase: options.apiBase, timeoutMs: times.connectMs });
}

async function pay(
  context: Context,
  stripe: Stripe,
  { asked, stop }: { readonly asked: TerminalRequest; readonly stop: AbortSignal },
): Promise<TerminalOutcome> {
  const { readerId } = context.options;
  const { paymentId, amountCents } = asked;
  const created = await createIntent(stripe, asked);
  // Without an intent on the reader nobody can pay.
  if (created.status !== 'done') return notSent(created);
  const payment = { stripe, readerId, intentId: created.value.id, amountCents };
  // The same id asked before a restart: the intent is there, and may be paid.
  const known = await lookAt(payment);
  if (known !== undefined) return known;
  if (stop.aborted) {
    await giveUp(payment);
    return { status: 'not-sent', reason: stopReason(stop) };
  }
  const started = await startReader(payment, paymentId);
  // NOTE: a reader that did not answer in time may still show the amount: followed like the others.
  if (started.status === 'refused' && started.code !== 'terminal_reader_timeout') {
    await giveUp(payment);
    return notSent(started);
  }
  return follow(context, payment, stop);
}

function notSent(reply: Exclude<Reply<unknown>, { status: 'done' }>): TerminalOutcome {
  if (reply.status === 'no-answer') return { status: 'not-sent', reason: 'unreachable' };
  if (reply.isKeyWrong) return { status: 'not-sent', reason: 'not-configured' };
  if (reply.code === 'terminal_reader_busy') return { status: 'busy' };
  const isOffline = reply.code === 'terminal_reader_offline';
  return { status: 'not-sent', reason: isOffline ? 'unreachable' : 'request-refused' };
}

/** Looks at the payment until it is over. Out of patience, the reader is told to let go. */
async function follow(
  { timers, times }: Context,
  payment: ReaderPayment,
  stop: AbortSignal,
): Promise<TerminalOutcome> {
  const patience = new AbortController();
  const cancel = timers.after(times.answerMs, () => patience.abort());
  const until = AbortSignal.any([stop, patience.signal]);
  try {
    for (;;) {
      const outcome = await lookAt(payment);
      if (outcome?.status === 'declined') return letGo(payment, outcome);
      if (outcome !== undefined) return outcome;
      await pause(timers, times.pollMs, until);
      if (!until.aborted) continue;
      const reason = stop.aborted ? stopReason(stop) : 'no-answer';
      if (reason === 'closed') return { status: 'in-doubt', reason };
      const ended = await giveUp(payment);
      if (ended === 'cancelled')
        return declined(reason === 'cancelled' ? 'operator-abandon' : 'customer-too-slow');
      return ended ?? { status: 'in-doubt', reason };
    }
  } finally {
    cancel();
  }
}

async function refund(stripe: Stripe, asked: TerminalRequest): Promise<TerminalOutcome> {
  const found = await findIntent(stripe, asked.originalId ?? '');
  if (found.status !== 'done') return notSent(found);
  const intentId = found.value?.id;
  if (intentId === undefined) return { status: 'not-sent', reason: 'request-refused' };
  const made = await ask(() =>
    stripe.refunds.create(
      {
        payment_intent: intentId,
        amount: asked.amountCents,
        metadata: { payment_id: asked.paymentId },
      },
      { idempotencyKey: asked.paymentId },
    ),
  );
  if (made.status === 'no-answer') return { status: 'in-doubt', reason: 'no-answer' };
  return made.status === 'done' ? outcomeOfRefund(made.value) : declined('refused');
}

/** A declined intent could be handed to a reader again: cancelled, nobody can. */
async function letGo(payment: ReaderPayment, refused: TerminalOutcome): Promise<TerminalOutcome> {
  const ended = await giveUp(payment);
  return ended === undefined || ended === 'cancelled' || ended.status === 'declined'
    ? refused
    : ended;
}

/**
 * From Stripe's own record. Without any intent the reader was never asked. An intent that no reader
 * has in hand any more is cancelled, so that the answer stays true.
 */
async function statusOf(
  stripe: Stripe,
  { readerId, paymentId }: { readonly readerId: string; readonly paymentId: string },
): Promise<TerminalOutcome> {
  const unknown = { status: 'in-doubt', reason: 'no-answer' } as const;
  const found = await findIntent(stripe, paymentId);
  if (found.status !== 'done') return unknown;
  if (found.value === undefined) {
    const refunded = await findRefund(stripe, paymentId);
    if (refunded.status !== 'done') return unknown;
    if (refunded.value !== undefined) return outcomeOfRefund(refunded.value);
    return { status: 'not-sent', reason: 'unreachable' };
  }
  const { id: intentId, amount: amountCents } = found.value;
  const payment = { stripe, readerId, intentId, amountCents };
  const outcome = await lookAt(payment);
  if (outcome?.status === 'declined') return letGo(payment, outcome);
  if (outcome !== undefined) return outcome;
  if (await isInHand(payment)) return unknown;
  const ended = await giveUp(payment);
  return ended === 'cancelled' ? declined('not-completed') : (ended ?? unknown);
}

function pause(timers: Timers, delayMs: number, until: AbortSignal): Promise<void> {
  if (until.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const cancel = timers.after(delayMs, resolve);
    until.addEventListener('abort', () => {
      cancel();
      resolve();
    });
  });
}
