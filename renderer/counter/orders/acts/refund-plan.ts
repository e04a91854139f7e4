import type { Output } from '#app/contract/contract.ts';
import type { PaymentState } from '#app/contract/shapes.ts';
import type { StoreContract } from '#app/contract/store.ts';
import type { PricedLine } from '#app/domain/order/events.ts';
import { type LineQuantity, refundLines } from '#app/domain/pricing/refund.ts';

type Detail = Output<StoreContract, 'order.detail'>;
/** The contract's shape of a line is the domain's, but for arrays that may be written. */
type Sold = { readonly lines: Detail['lines'] | readonly PricedLine[] } & Pick<Detail, 'refunded'>;

/** What articles of an order were sold for, in cents, by the same rule as the node's. */
export function worthCents({ lines, refunded }: Sold, asked: readonly LineQuantity[]): number {
  // The contract's shape of a line is the domain's.
  const given = refundLines(lines as readonly PricedLine[], refunded, asked);
  return given.reduce((cents, { grossCents }) => cents + grossCents, 0);
}

/** How much goes back to which payment, in cents. */
export type GiveBack = { readonly payment: PaymentState; readonly cents: number };

/**
 * Where the money that is owed goes back to: the newest payment first, each for what is left of it.
 * Paper titles take nothing back (R-PAY-02); what only they paid stays owed.
 */
export function refundPlan(payments: readonly PaymentState[], owedCents: number): GiveBack[] {
  let left = owedCents;
  const plan: GiveBack[] = [];
  for (const payment of payments.toReversed()) {
    if (!canTakeBack(payment)) continue;
    const cents = Math.min(left, leftOf(payments, payment));
    if (cents <= 0) continue;
    plan.push({ payment, cents });
    left -= cents;
  }
  return plan;
}

function canTakeBack({ status, direction, method }: PaymentState): boolean {
  return status === 'paid' && direction === 'payment' && method !== 'meal-voucher';
}

function leftOf(payments: readonly PaymentState[], of: PaymentState): number {
  return payments.reduce(
    (cents, { status, ofPaymentId, amountCents }) =>
      status === 'paid' && ofPaymentId === of.paymentId ? cents - amountCents : cents,
    of.amountCents,
  );
}
