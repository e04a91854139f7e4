import type { PaymentState } from '#app/contract/shapes.ts';

/** What titres-restaurant may still pay, in cents, and the limit that is reached first. */
export type TitleLimit = {
  readonly cents: number;
  readonly because: 'cap' | 'eligible' | 'due';
};

/**
 * The least of what the day, the articles and the bill leave (R-PAY-02, R-PAY-03). Paper and card
 * titles of an order count together; `eligibleCents` is what they may pay before they paid anything.
 */
export function titleLimit({
  capCents,
  eligibleCents,
  dueCents,
  payments,
}: {
  readonly capCents: number;
  readonly eligibleCents: number;
  readonly dueCents: number;
  readonly payments: readonly PaymentState[];
}): TitleLimit {
  const already = payments.reduce((sum, payment) => {
    if (payment.status !== 'paid' || !payment.method.startsWith('meal-voucher')) return sum;
    return payment.direction === 'payment' ? sum + payment.amountCents : sum - payment.amountCents;
  }, 0);
  const limits: readonly TitleLimit[] = [
    { because: 'cap', cents: capCents - already },
    { because: 'eligible', cents: eligibleCents - already },
    { because: 'due', cents: dueCents },
  ];
  const least = limits.reduce((lowest, limit) => (limit.cents < lowest.cents ? limit : lowest));
  return { ...least, cents: Math.max(0, least.cents) };
}

/** Of articles that are not sold yet: all but alcohol (R-PAY-03). */
export function eligibleOf(
  lines: readonly { readonly kind: string; readonly leftCents: number }[],
): number {
  return lines.reduce((sum, line) => (line.kind === 'beer' ? sum : sum + line.leftCents), 0);
}
