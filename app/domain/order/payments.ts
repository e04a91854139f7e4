import { assert, assertNever } from '../../lib/assert.ts';
import { accept, refuse, type Result } from '../../lib/result.ts';
import type { CardDetails, Doer, PaymentEvent, PaymentMethod, TerminalMethod } from './events.ts';
import type { PaymentRefusal } from './refusals.ts';

/** What the terminal answered. */
export type PaymentResult =
  | { readonly status: 'paid'; readonly card: CardDetails }
  | { readonly status: 'declined' | 'not-sent' | 'in-doubt'; readonly reason: string };

/** What was asked, and never changes. `payment`: from the customer. `refund`: back to them. */
type Asked = {
  readonly paymentId: string;
  readonly method: PaymentMethod;
  readonly direction: 'payment' | 'refund';
  readonly amountCents: number;
  /** For the staff, on top of the amount; never due, never turnover (R-PAY-06). */
  readonly tipCents: number;
  /** The lines it was paid for, when the bill was split by lines. */
  readonly lineIds: readonly string[];
  /** Of a refund: the payment that it gives back. */
  readonly ofPaymentId?: string | undefined;
};

type Attempt<Status extends string, Facts = unknown> = Asked & { readonly status: Status } & Facts;

/** What each way of paying leaves behind, beside its amount. */
type Proof = {
  /** Cash only. */
  readonly tenderedCents?: number | undefined;
  readonly changeCents?: number | undefined;
  /** Of a terminal; absent where a person settled the doubt. */
  readonly card?: CardDetails | undefined;
  /** Typed on a terminal that we do not drive. */
  readonly authorisation?: string | undefined;
  readonly titlesCents?: readonly number[] | undefined;
  readonly chequeNumber?: string | undefined;
  /** Of a gift voucher. */
  readonly code?: string | undefined;
};

/** `asked` and `in-doubt` are open: money may have moved. The others are settled for good. */
export type PaymentAttempt =
  | Attempt<'asked'>
  | Attempt<'paid', Proof>
  /** Taken back, by a person, before the order was given. */
  | Attempt<'reversed', Proof>
  | Attempt<'declined' | 'not-sent' | 'in-doubt', { readonly reason: string }>;

export type PaidAttempt = Extract<PaymentAttempt, { status: 'paid' }>;

/** The reason of an attempt that a person found not to be paid. */
export const RESOLVED_BY_A_PERSON = 'resolved';

/** What came in, in cents, without the tips; what went back since is not taken off. */
export function receivedCents(payments: readonly PaymentAttempt[]): number {
  return sumOf(payments, ({ direction }) => direction === 'payment');
}

/** What went back to the customer, in cents, zero or more. */
export function givenBackCents(payments: readonly PaymentAttempt[]): number {
  return sumOf(payments, ({ direction }) => direction === 'refund');
}

/** What stays of what came in, in cents. */
export function paidCents(payments: readonly PaymentAttempt[]): number {
  return receivedCents(payments) - givenBackCents(payments);
}

/** What a payment brought less what was given back of it, in cents. */
export function leftOf(payments: readonly PaymentAttempt[], of: PaymentAttempt): number {
  const back = sumOf(payments, ({ ofPaymentId }) => ofPaymentId === of.paymentId);
  return of.amountCents - back;
}

function sumOf(
  payments: readonly PaymentAttempt[],
  counts: (payment: PaymentAttempt) => boolean,
): number {
  return payments.reduce(
    (sum, payment) =>
      payment.status === 'paid' && counts(payment) ? sum + payment.amountCents : sum,
    0,
  );
}

/** Whether money may have moved without our knowing. */
export function hasOpenPayment(payments: readonly PaymentAttempt[]): boolean {
  return payments.some((payment) => isOpen(payment));
}

/** What terminals are asked to take at this moment or may have taken, in cents, without the tips. */
export function openCents(payments: readonly PaymentAttempt[]): number {
  return payments
    .filter((payment) => isOpen(payment) && payment.direction === 'payment')
    .reduce((sum, { amountCents }) => sum + amountCents, 0);
}

function isOpen(payment: PaymentAttempt): boolean {
  return payment.status === 'asked' || payment.status === 'in-doubt';
}

/** Whether the answer to it comes from a terminal that we drive. */
export function isOfTerminal(method: PaymentMethod): method is TerminalMethod {
  return method === 'card' || method === 'meal-voucher-card';
}

type Account = { readonly orderId: string; readonly payments: readonly PaymentAttempt[] };

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
  if (result.status === 'paid') return accept([paidByTerminal(orderId, payment, result.card, by)]);
  if (result.status === 'in-doubt' && payment.status === 'in-doubt') {
    return refuse({ code: 'payment.already-in-doubt' });
  }
  const { reason } = result;
  return accept([{ type: `payment.${result.status}`, data: { orderId, paymentId, reason } }]);
}

function paidByTerminal(
  orderId: string,
  payment: PaymentAttempt,
  card: CardDetails,
  by: string,
): PaymentEvent {
  const { paymentId, method, amountCents, tipCents, lineIds, direction, ofPaymentId } = payment;
  assert(isOfTerminal(method), `${paymentId} was asked of a terminal`);
  return {
    type: 'payment.paid',
    data: {
      orderId,
      paymentId,
      method,
      amountCents,
      ...(tipCents === 0 ? {} : { tipCents }),
      ...(lineIds.length === 0 ? {} : { lineIds }),
      ...(direction === 'payment' ? {} : { direction }),
      ...(ofPaymentId === undefined ? {} : { ofPaymentId }),
      card,
      by,
    },
  };
}

/** A person says how a doubt ended, from the slip or the journal of the terminal. */
export function resolve(
  account: Account,
  {
    paymentId,
    outcome,
    doer,
  }: {
    readonly paymentId: string;
    readonly outcome: 'paid' | 'not-paid';
    readonly doer: Doer;
  },
): Result<PaymentEvent[], PaymentRefusal> {
  const { orderId, payments } = account;
  const payment = payments.find((known) => known.paymentId === paymentId);
  if (payment === undefined) return refuse({ code: 'payment.unknown' });
  if (payment.status === 'asked') return refuse({ code: 'payment.not-in-doubt' });
  if (payment.status !== 'in-doubt') return refuse({ code: 'payment.already-settled' });
  return accept([{ type: 'payment.resolved', data: { orderId, paymentId, outcome, ...doer } }]);
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
  if (event.type === 'payment.started') return { ...askedOf(event.data), status: 'asked' };
  if (event.type === 'payment.paid') return paidAttempt(event.data);
  assert(before !== undefined, `the payment ${event.data.paymentId} was started`);
  if (event.type === 'payment.reversed') {
    assert(before.status === 'paid', `the payment ${before.paymentId} was made`);
    return { ...before, status: 'reversed' };
  }
  const asked = askedOf(before);
  switch (event.type) {
    case 'payment.declined':
      return { ...asked, status: 'declined', reason: event.data.reason };
    case 'payment.not-sent':
      return { ...asked, status: 'not-sent', reason: event.data.reason };
    case 'payment.in-doubt':
      return { ...asked, status: 'in-doubt', reason: event.data.reason };
    case 'payment.resolved':
      return event.data.outcome === 'paid'
        ? { ...asked, status: 'paid' }
        : { ...asked, status: 'declined', reason: RESOLVED_BY_A_PERSON };
    default:
      return assertNever(event);
  }
}

type Paid = Extract<PaymentEvent, { type: 'payment.paid' }>['data'];

function askedOf(data: {
  readonly paymentId: string;
  readonly method: PaymentMethod;
  readonly amountCents: number;
  readonly direction?: 'payment' | 'refund' | undefined;
  readonly tipCents?: number | undefined;
  readonly lineIds?: readonly string[] | undefined;
  readonly ofPaymentId?: string | undefined;
}): Asked {
  const { paymentId, method, amountCents, ofPaymentId } = data;
  return {
    paymentId,
    method,
    amountCents,
    direction: data.direction ?? 'payment',
    tipCents: data.tipCents ?? 0,
    lineIds: data.lineIds ?? [],
    ...(ofPaymentId === undefined ? {} : { ofPaymentId }),
  };
}

function paidAttempt(data: Paid): PaymentAttempt {
  return { ...askedOf(data), status: 'paid', ...proofOf(data) };
}

function proofOf(data: Paid): Proof {
  switch (data.method) {
    case 'cash':
      return { tenderedCents: data.tenderedCents, changeCents: data.changeCents };
    case 'card':
    case 'meal-voucher-card':
      return { card: data.card };
    case 'card-manual':
      return { authorisation: data.authorisation };
    case 'meal-voucher':
      return { titlesCents: data.titlesCents };
    case 'cheque':
      return data.chequeNumber === undefined ? {} : { chequeNumber: data.chequeNumber };
    case 'gift-voucher':
      return { code: data.code };
    default:
      return assertNever(data);
  }
}
