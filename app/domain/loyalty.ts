import { assert } from '../lib/assert.ts';

/** How points are made and spent. Amounts in cents. */
export type LoyaltyRule = {
  /** For each whole euro of turnover. */
  readonly pointsPerEuro: number;
  /** Points are spent by so many at once … */
  readonly rewardPoints: number;
  /** … each for so much off, VAT included. */
  readonly rewardCents: number;
};

/** Of the demonstration chain: 5 € for 100 points, one a euro. */
export const LOYALTY_RULE: LoyaltyRule = {
  pointsPerEuro: 1,
  rewardPoints: 100,
  rewardCents: 500,
};

const EURO_CENTS = 100;

/** The points of a turnover; nothing for less than a euro or for what was given back. */
export function pointsEarned(totalCents: number, rule: LoyaltyRule = LOYALTY_RULE): number {
  if (totalCents <= 0) return 0;
  return rule.pointsPerEuro * wholes(totalCents, EURO_CENTS);
}

/** What these points take off, in cents: whole rewards only. */
export function discountFor(points: number, rule: LoyaltyRule = LOYALTY_RULE): number {
  return points <= 0 ? 0 : rule.rewardCents * wholes(points, rule.rewardPoints);
}

/** What of these points is taken for it: what makes no whole reward stays with the customer. */
export function pointsTaken(points: number, rule: LoyaltyRule = LOYALTY_RULE): number {
  return points <= 0 ? 0 : rule.rewardPoints * wholes(points, rule.rewardPoints);
}

/** The most that a customer may spend on an order: whole rewards, none above its price. */
export function pointsToSpend(
  { balance, totalCents }: { readonly balance: number; readonly totalCents: number },
  rule: LoyaltyRule = LOYALTY_RULE,
): number {
  if (balance <= 0 || totalCents <= 0) return 0;
  const rewards = Math.min(
    wholes(balance, rule.rewardPoints),
    wholes(totalCents, rule.rewardCents),
  );
  return rewards * rule.rewardPoints;
}

/** One move of points; `points` of an earning and a use above zero, of a reversal as added. */
export type PointsMove = {
  readonly orderId: string;
  readonly kind: 'earned' | 'used' | 'reversed';
  readonly points: number;
  /** Of a reversal by refund. */
  readonly refundId?: string | undefined;
};

/** The points of a customer. A move that is told twice counts once: it is keyed by order and refund. */
export function balanceOf(moves: readonly PointsMove[]): number {
  const once = new Map(
    moves.map((move) => [`${move.kind} ${move.orderId} ${move.refundId ?? ''}`, move]),
  );
  let balance = 0;
  for (const { kind, points } of once.values()) balance += kind === 'used' ? -points : points;
  return balance;
}

/** What an order did to the points, and what of it was taken back by refunds before. */
export type OrderPoints = {
  readonly totalCents: number;
  readonly earned: number;
  readonly used: number;
  /** Given back before this refund, VAT included, above zero. */
  readonly refundedCents: number;
};

/**
 * What a refund does to the points, in proportion to what is given back, all refunds together to the
 * point: what was earned goes (`earned` below zero), what was spent comes back (`used` above zero).
 * `points` is both, as the journal adds them.
 */
export function reversalOf(
  order: OrderPoints,
  refundCents: number,
): { readonly earned: number; readonly used: number; readonly points: number } {
  const { totalCents, refundedCents } = order;
  assert(refundCents >= 0, 'what is given back is counted above zero');
  const before = Math.min(refundedCents, totalCents);
  const after = Math.min(refundedCents + refundCents, totalCents);
  const earned =
    shareOf(order.earned, before, totalCents) - shareOf(order.earned, after, totalCents);
  const used = shareOf(order.used, after, totalCents) - shareOf(order.used, before, totalCents);
  return { earned, used, points: earned + used };
}

/** What a cancellation does: everything that refunds have not undone before. */
export function reversalOfAll(order: OrderPoints): ReturnType<typeof reversalOf> {
  if (order.totalCents > 0) return reversalOf(order, order.totalCents - order.refundedCents);
  const { earned, used } = order;
  return { earned: 0 - earned, used, points: used - earned };
}

/** The points of a part of the amount, rounded down until all of it is reached. */
function shareOf(points: number, partCents: number, wholeCents: number): number {
  return wholeCents === 0 ? 0 : wholes(points * partCents, wholeCents);
}

function wholes(dividend: number, divisor: number): number {
  return (dividend - (dividend % divisor)) / divisor;
}
