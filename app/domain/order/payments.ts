import { assert, assertNever } from '../../lib/assert.ts';
import { accept, refuse, type Result } from '../../lib/result.ts';
import { CASH_LIMIT_CENTS, changeDue } from '../cash.ts';
import type { CardDetails, PaymentEvent, PaymentMethod } from './events.ts';
import type { PaymentRefusal } from './refusals.ts';

/** How the customer pays. `later`: at pick-up, or at the door. The screen makes `paymentId`. */
export type PaymentAsked =
  | { readonly method: 'later' }
  | { readonly method: 'cash'; readonly paymentId: string; readonly tenderedCents: number }
  | { readonly method: 'card'; readonly paymentId: string };

/** What the terminal answered. */
export type PaymentResult =
  | { readonly status: 'paid'; readonly card: CardDetails }
  | { readonly status: 'declined' | 'not-sent' | 'in-doubt'; readonly reason: string };

type Attempt<Status extends string, Facts = unknown> = {
  readonly status: Status;
  readonly paymentId: string;
  readonly method: PaymentMethod;
  readonly amountCents: number;
} & Facts;

/** `asked` and `in-doubt` are open: money may have moved. The others are settled for good. */
export type PaymentAttempt =
  | Attempt<'asked'>
  | Attempt<
      'paid',
      {
        /** Cash only. */
        readonly tenderedCents?: number;
        readonly changeCents?: number;
        /** Card only; absent where a person settled the doubt. */
        readonly card?: CardDetails;
      }
    >
  | Attempt<'declined' | 'not-sent' | 'in-doubt', { readonly reason: string }>;

/** The reason of an attempt that a person found not to be paid. */
export const RESOLVED_BY_A_PERSON = 'resolved';

/** What the rules of payment need to know of an order. */
export type Account = {
  readonly orderId: string;
  readonly totalCents: number;
  readonly payments: readonly PaymentAttempt[];
};

export function paidCents(payments: readonly PaymentAttempt[]): number {
  return payments.reduce(
    (sum, payment) => (payment.status === 'paid' ? sum + payment.amountCents : sum),
    0,
  );
}

/** Whether money may have moved without our knowing. */
export function hasOpenPayment(payments: readonly PaymentAttempt[]): boolean {
  return payments.some((payment) => isOpen(payment));
}

function isOpen(payment: PaymentAttempt): boolean {
  return payment.status === 'asked' || payment.status === 'in-doubt';
}

/** Takes all that is due: cash is paid at once, a card is written down before it is asked. */
export function collect(
  account: Account,
  { payment, by }: { readonly payment: PaymentAsked; readonly by: string },
): Result<PaymentEvent[], PaymentRefusal> {
  if (payment.method === 'later') return refuse({ code: 'payment.not-now' });
  const { paymentId } = payment;
  const { orderId, totalCents, payments } = account;
  if (payments.some((known) => known.paymentId === paymentId)) {
    return refuse({ code: 'payment.already-asked' });
  }
  if (hasOpenPayment(payments)) return refuse({ code: 'payment.open' });
  const amountCents = totalCents - paidCents(payments);
  if (amountCents <= 0) return refuse({ code: 'payment.nothing-due' });
  const data = { orderId, paymentId, amountCents, by };
  if (payment.method === 'card') {
    return accept([{ type: 'payment.started', data: { ...data, method: 'card' } }]);
  }
  const { tenderedCents } = payment;
  if (totalCents > CASH_LIMIT_CENTS) {
    return refuse({ code: 'payment.cash-limit', detail: { limitCents: CASH_LIMIT_CENTS } });
  }
  if (tenderedCents < amountCents) {
    return refuse({ code: 'payment.too-little', detail: { dueCents: amountCents, tenderedCents } });
  }
  const changeCents = changeDue({ dueCents: amountCents, tenderedCents });
  return accept([
    { type: 'payment.paid', data: { ...data, method: 'cash', tenderedCents, changeCents } },
  ]);
}

/**
 * Writes what the terminal answered. An answer that comes late may still settle a doubt; nothing
 * changes what is settled.
 */
export function record(
  account: Account,
  {
    paymentId,
    result,
    by,
  }: { readonly paymentId: string; readonly result: PaymentResult; readonly by: string },
): Result<PaymentEvent[], PaymentRefusal> {
  const { orderId } = account;
  const payment = account.payments.find((known) => known.paymentId === paymentId);
  if (payment === undefined) return refuse({ code: 'payment.unknown' });
  if (!isOpen(payment)) return refuse({ code: 'payment.already-settled' });
  if (result.status === 'paid') {
    const { amountCents } = payment;
    const { card } = result;
    const data = { orderId, paymentId, method: 'card', amountCents, card, by } as const;
    return accept([{ type: 'payment.paid', data }]);
  }
  if (result.status === 'in-doubt' && payment.status === 'in-doubt') {
    return refuse({ code: 'payment.already-in-doubt' });
  }
  const { reason } = result;
  return accept([{ type: `payment.${result.status}`, data: { orderId, paymentId, reason } }]);
}

/** A person says how a doubt ended, from the slip or the journal of the terminal. */
export function resolve(
  account: Account,
  {
    paymentId,
    outcome,
    by,
  }: { readonly paymentId: string; readonly outcome: 'paid' | 'not-paid'; readonly by: string },
): Result<PaymentEvent[], PaymentRefusal> {
  const { orderId, payments } = account;
  const payment = payments.find((known) => known.paymentId === paymentId);
  if (payment === undefined) return refuse({ code: 'payment.unknown' });
  if (payment.status === 'asked') return refuse({ code: 'payment.not-in-doubt' });
  if (payment.status !== 'in-doubt') return refuse({ code: 'payment.already-settled' });
  return accept([{ type: 'payment.resolved', data: { orderId, paymentId, outcome, by } }]);
}

/** The attempts after one more fact. */
export function evolvePayments(
  payments: readonly PaymentAttempt[],
  event: PaymentEvent,
): readonly PaymentAttempt[] {
  const { paymentId } = event.data;
  const before = payments.find((payment) => payment.paymentId === paymentId);
  const after = evolveAttempt(before, event);
  if (before === undefined) return [...payments, after];
  return payments.map((payment) => (payment.paymentId === paymentId ? after : payment));
}

function evolveAttempt(before: PaymentAttempt | undefined, event: PaymentEvent): PaymentAttempt {
  if (event.type === 'payment.started') {
    const { paymentId, method, amountCents } = event.data;
    return { status: 'asked', paymentId, method, amountCents };
  }
  if (event.type === 'payment.paid') return paidAttempt(event.data);
  assert(before !== undefined, `the payment ${event.data.paymentId} was started`);
  const { paymentId, method, amountCents } = before;
  const attempt = { paymentId, method, amountCents };
  switch (event.type) {
    case 'payment.declined':
      return { ...attempt, status: 'declined', reason: event.data.reason };
    case 'payment.not-sent':
      return { ...attempt, status: 'not-sent', reason: event.data.reason };
    case 'payment.in-doubt':
      return { ...attempt, status: 'in-doubt', reason: event.data.reason };
    case 'payment.resolved':
      return event.data.outcome === 'paid'
        ? { ...attempt, status: 'paid' }
        : { ...attempt, status: 'declined', reason: RESOLVED_BY_A_PERSON };
    default:
      return assertNever(event);
  }
}

type Paid = Extract<PaymentEvent, { type: 'payment.paid' }>['data'];

function paidAttempt(data: Paid): PaymentAttempt {
  const { paymentId, method, amountCents } = data;
  const attempt = { status: 'paid', paymentId, method, amountCents } as const;
  if (data.method === 'card') return { ...attempt, card: data.card };
  return { ...attempt, tenderedCents: data.tenderedCents, changeCents: data.changeCents };
}
