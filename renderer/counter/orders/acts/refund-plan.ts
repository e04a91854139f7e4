import type { PaymentState } from '#app/contract/shapes.ts';

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
