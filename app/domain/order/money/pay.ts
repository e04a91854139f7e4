import { assertNever } from '../../../lib/assert.ts';
import { accept, refuse, type Result } from '../../../lib/result.ts';
import { CASH_LIMIT_CENTS, changeDue } from '../../cash.ts';
import type { Doer, PaymentEvent, PricedLine } from '../events.ts';
import { payByTitles, titleMaximum } from './meal-vouchers.ts';
import { hasOpenPayment, type PaymentAttempt } from '../payments.ts';
import type { OrderRefusal } from '../refusals.ts';

/** A part of what is due, or all of it where `amountCents` is absent. The screen makes `paymentId`. */
type Part = {
  readonly paymentId: string;
  readonly amountCents?: number | undefined;
  /** Split by lines: with no amount, what these lines cost. */
  readonly lineIds?: readonly string[] | undefined;
};

/** How the customer pays. `later`: at pick-up, or at the door. */
export type PaymentAsked =
  | { readonly method: 'later' }
  | ({ readonly method: 'cash'; readonly tenderedCents: number } & Part)
  | ({ readonly method: 'card'; readonly tipCents?: number | undefined } & Part)
  | ({ readonly method: 'meal-voucher-card' } & Part)
  | ({ readonly method: 'card-manual'; readonly authorisation: string } & Part)
  | {
      readonly method: 'meal-voucher';
      readonly paymentId: string;
      readonly titlesCents: readonly number[];
      readonly holidayReason?: string | undefined;
    }
  | ({ readonly method: 'cheque'; readonly chequeNumber?: string | undefined } & Part)
  | ({ readonly method: 'gift-voucher'; readonly code: string } & Part);

/** What the order itself does not know. Amounts in cents. */
export type PayContext = {
  /** The limit of the day, and whether it is a Sunday or a public holiday (R-PAY-02). */
  readonly mealVoucher: { readonly capCents: number; readonly isRestDay: boolean };
  /** What is left on the gift voucher; absent: nobody sold such a voucher. */
  readonly voucherBalanceCents?: number | undefined;
  /** The order that sold the voucher, this one perhaps, is not paid for. */
  readonly isVoucherUnpaid?: boolean | undefined;
};

/** What the rules of payment need to know of an order. Refunds of lines are taken off. */
export type Account = {
  readonly orderId: string;
  readonly dueCents: number;
  readonly lines: readonly AccountLine[];
  readonly payments: readonly PaymentAttempt[];
};

/** A line with what is left of its price. */
export type AccountLine = Pick<PricedLine, 'kind'> & {
  readonly lineId: string;
  readonly leftCents: number;
};

/** Where the caller knows nothing of titres-restaurant, none is taken. */
const NO_CONTEXT: PayContext = { mealVoucher: { capCents: 0, isRestDay: false } };

type Asked = Exclude<PaymentAsked, { method: 'later' }>;

/** Takes what is due or a part of it: most is paid at once, a card is written down before it is asked. */
export function collect(
  account: Account,
  {
    payment,
    context = NO_CONTEXT,
    doer,
  }: {
    readonly payment: PaymentAsked;
    readonly context?: PayContext | undefined;
    readonly doer: Doer;
  },
): Result<PaymentEvent[], OrderRefusal> {
  if (payment.method === 'later') return refuse({ code: 'payment.not-now' });
  const { paymentId } = payment;
  const { payments } = account;
  if (payments.some((known) => known.paymentId === paymentId)) {
    return refuse({ code: 'payment.already-asked' });
  }
  if (hasOpenPayment(payments)) return refuse({ code: 'payment.open' });
  if (account.dueCents <= 0) return refuse({ code: 'payment.nothing-due' });
  if (payment.method === 'meal-voucher') return payByTitles(account, { payment, context, doer });
  const amount = amountOf(account, payment, maximumOf(account, payment, context));
  if (!amount.ok) return amount;
  return pay(account, payment, { amountCents: amount.value, doer });
}

type Maximum = { readonly cents: number; readonly refusal: OrderRefusal };

/** What this way of paying can bring, and how more of it is refused. */
function maximumOf(
  account: Account,
  payment: Exclude<Asked, { method: 'meal-voucher' }>,
  { mealVoucher, voucherBalanceCents, isVoucherUnpaid }: PayContext,
): Maximum {
  const { dueCents } = account;
  if (payment.method === 'meal-voucher-card') return titleMaximum(account, mealVoucher.capCents);
  const due: Maximum = {
    cents: dueCents,
    refusal: { code: 'payment.too-much', detail: { maximumCents: dueCents } },
  };
  if (payment.method !== 'gift-voucher') return due;
  if (voucherBalanceCents === undefined) {
    return { cents: 0, refusal: { code: 'payment.voucher-unknown' } };
  }
  if (isVoucherUnpaid === true) return { cents: 0, refusal: { code: 'payment.voucher-unpaid' } };
  if (voucherBalanceCents <= 0) return { cents: 0, refusal: { code: 'payment.voucher-empty' } };
  if (voucherBalanceCents >= dueCents) return due;
  return {
    cents: voucherBalanceCents,
    refusal: { code: 'payment.voucher-too-little', detail: { maximumCents: voucherBalanceCents } },
  };
}

/** The amount asked, or what the lines cost, or all that can be paid so. */
function amountOf(
  account: Account,
  payment: Exclude<Asked, { method: 'meal-voucher' }>,
  maximum: Maximum,
): Result<number, OrderRefusal> {
  if (maximum.cents <= 0) return refuse(maximum.refusal);
  const ofLines = priceOfLines(account, payment.lineIds ?? []);
  if (!ofLines.ok) return ofLines;
  const { amountCents } = payment;
  if (amountCents !== undefined) {
    return amountCents > maximum.cents ? refuse(maximum.refusal) : accept(amountCents);
  }
  if (ofLines.value === 0) return accept(maximum.cents);
  return accept(Math.min(ofLines.value, maximum.cents));
}

/** Each line is paid for once, as long as the payment stands. */
function priceOfLines(
  { lines, payments }: Account,
  lineIds: readonly string[],
): Result<number, OrderRefusal> {
  const paidFor = new Set(
    payments.flatMap((payment) =>
      payment.status === 'paid' && payment.direction === 'payment' ? payment.lineIds : [],
    ),
  );
  let cents = 0;
  for (const lineId of lineIds) {
    const line = lines.find((known) => known.lineId === lineId);
    if (line === undefined) return refuse({ code: 'order.unknown-line', detail: { lineId } });
    if (paidFor.has(lineId)) return refuse({ code: 'payment.line-paid', detail: { lineId } });
    paidFor.add(lineId);
    cents += line.leftCents;
  }
  return accept(cents);
}

function pay(
  { orderId, payments }: Account,
  payment: Exclude<Asked, { method: 'meal-voucher' }>,
  { amountCents, doer }: { readonly amountCents: number; readonly doer: Doer },
): Result<PaymentEvent[], OrderRefusal> {
  const { paymentId, lineIds = [] } = payment;
  const data = {
    orderId,
    paymentId,
    amountCents,
    ...(lineIds.length === 0 ? {} : { lineIds }),
    ...doer,
  };
  switch (payment.method) {
    case 'cash':
      return payCash(payments, data, payment.tenderedCents);
    case 'card': {
      const { tipCents = 0 } = payment;
      const tip = tipCents === 0 ? {} : { tipCents };
      return accept([{ type: 'payment.started', data: { ...data, method: 'card', ...tip } }]);
    }
    case 'meal-voucher-card':
      return accept([{ type: 'payment.started', data: { ...data, method: 'meal-voucher-card' } }]);
    case 'card-manual': {
      const { authorisation } = payment;
      return accept([
        { type: 'payment.paid', data: { ...data, method: 'card-manual', authorisation } },
      ]);
    }
    case 'cheque': {
      const { chequeNumber } = payment;
      const number = chequeNumber === undefined ? {} : { chequeNumber };
      return accept([{ type: 'payment.paid', data: { ...data, method: 'cheque', ...number } }]);
    }
    case 'gift-voucher': {
      const { code } = payment;
      return accept([{ type: 'payment.paid', data: { ...data, method: 'gift-voucher', code } }]);
    }
    default:
      return assertNever(payment);
  }
}

type Amount = {
  readonly orderId: string;
  readonly paymentId: string;
  readonly amountCents: number;
} & Doer;

/** R-PAY-04: all the cash of one order together stays within the limit, however it is cut. */
function payCash(
  payments: readonly PaymentAttempt[],
  data: Amount,
  tenderedCents: number,
): Result<PaymentEvent[], OrderRefusal> {
  const { amountCents } = data;
  if (cashOf(payments) + amountCents > CASH_LIMIT_CENTS) {
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

function cashOf(payments: readonly PaymentAttempt[]): number {
  return payments.reduce((sum, payment) => {
    if (payment.status !== 'paid' || payment.method !== 'cash') return sum;
    return payment.direction === 'payment' ? sum + payment.amountCents : sum - payment.amountCents;
  }, 0);
}
