import { accept, refuse, type Result } from '../../../lib/result.ts';
import type { Doer, PaymentEvent, PaymentMethod } from '../events.ts';
import type { Account, AccountLine, PayContext, PaymentAsked } from './pay.ts';
import type { PaymentAttempt } from '../payments.ts';
import type { OrderRefusal, PaymentRefusal } from '../refusals.ts';
import { type PlacedOrder, refundedOf } from '../state.ts';

const TITLE_METHODS: readonly PaymentMethod[] = ['meal-voucher', 'meal-voucher-card'];

/**
 * What of an order a titre-restaurant may pay, in cents, before what titles already paid: food and
 * soft drinks. Alcohol, the delivery fee, gift vouchers and deposits are not eligible (R-PAY-03).
 */
function eligibleCents(lines: readonly AccountLine[]): number {
  return lines.reduce((sum, line) => (line.kind === 'beer' ? sum : sum + line.leftCents), 0);
}

/** The same of an order as it stands, what was given back taken off. */
export function mealVoucherEligibleCents(order: Pick<PlacedOrder, 'lines' | 'refunds'>): number {
  return eligibleCents(accountLines(order));
}

/** What titles can still pay of an order, and how more is refused: the strictest limit speaks. */
export function titleMaximum(
  account: Account,
  capCents: number,
): { readonly cents: number; readonly refusal: PaymentRefusal } {
  const already = paidByTitles(account.payments);
  const limits = [
    { code: 'payment.meal-voucher-cap', cents: capCents - already },
    { code: 'payment.not-eligible', cents: eligibleCents(account.lines) - already },
    { code: 'payment.too-much', cents: account.dueCents },
  ] as const;
  const [first, ...rest] = limits;
  const least = rest.reduce(
    (lowest, limit) => (limit.cents < lowest.cents ? limit : lowest),
    first as (typeof limits)[number],
  );
  const cents = Math.max(0, least.cents);
  return { cents, refusal: { code: least.code, detail: { maximumCents: cents } } };
}

/** Paper and card titles of an order together: the limit of the day is one (R-PAY-02). */
function paidByTitles(payments: readonly PaymentAttempt[]): number {
  return payments.reduce((sum, payment) => {
    if (payment.status !== 'paid' || !TITLE_METHODS.includes(payment.method)) return sum;
    return payment.direction === 'payment' ? sum + payment.amountCents : sum - payment.amountCents;
  }, 0);
}

/** Paper titles, each whole: no change is given on them (R-PAY-02, E12). */
export function payByTitles(
  account: Account,
  {
    payment,
    context,
    doer,
  }: {
    readonly payment: Extract<PaymentAsked, { method: 'meal-voucher' }>;
    readonly context: PayContext;
    readonly doer: Doer;
  },
): Result<PaymentEvent[], OrderRefusal> {
  const { capCents, isRestDay } = context.mealVoucher;
  const { paymentId, titlesCents, holidayReason } = payment;
  if (isRestDay && holidayReason === undefined) return refuse({ code: 'payment.rest-day' });
  const amountCents = titlesCents.reduce((sum, cents) => sum + cents, 0);
  const { cents, refusal } = titleMaximum(account, capCents);
  if (amountCents > cents) {
    return refuse(
      refusal.code === 'payment.too-much'
        ? { ...refusal, code: 'payment.no-change-on-vouchers' }
        : refusal,
    );
  }
  const reason = isRestDay && holidayReason !== undefined ? { holidayReason } : {};
  const { orderId } = account;
  const data = { orderId, paymentId, amountCents, titlesCents, ...reason, ...doer };
  return accept([{ type: 'payment.paid', data: { ...data, method: 'meal-voucher' } }]);
}

/** Lines with what is left of their price. */
export function accountLines(order: Pick<PlacedOrder, 'lines' | 'refunds'>): AccountLine[] {
  return order.lines.map((line) => ({
    lineId: line.lineId,
    kind: line.kind,
    leftCents: line.grossCents - refundedOf(order, line.lineId).grossCents,
  }));
}
