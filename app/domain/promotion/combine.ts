import { allocate } from '../../lib/money.ts';
import {
  giveArticles,
  isArticleBenefit,
  isInScope,
  type PromotionLine,
  rateOf,
} from './articles.ts';
import type { Promotion } from './promotion.ts';

/** What one promotion takes off each line, in cents, by place; nothing where it is about another. */
export type Taken = { readonly promotion: Promotion; readonly cents: readonly number[] };

/**
 * The promotions of a sale, out of those that hold for it: all that add up together, or one that is
 * exclusive, whichever takes off more; those that add up win ties, then the smaller id. The order in
 * which they are given does not matter.
 */
export function bestPromotions(
  promotions: readonly Promotion[],
  lines: readonly PromotionLine[],
): Taken[] {
  const sorted = [...promotions].sort(inOrder);
  let best = takeAll(
    sorted.filter((promotion) => promotion.stacking === 'adds-up'),
    lines,
  );
  const exclusive = sorted
    .filter((promotion) => promotion.stacking === 'exclusive')
    .sort((one, other) => compare(one.id, other.id));
  for (const promotion of exclusive) {
    const alone = takeAll([promotion], lines);
    if (totalOf(alone) > totalOf(best)) best = alone;
  }
  return best;
}

function takeAll(promotions: readonly Promotion[], lines: readonly PromotionLine[]): Taken[] {
  /** What is left of each line, and how many of its articles were not given yet. */
  const left = lines.map((line) => line.quantity * line.unitPriceCents);
  const free = lines.map((line) => (line.isInDeal ? 0 : line.quantity));
  const taken: Taken[] = [];
  for (const promotion of promotions) {
    const cents = takeOne(promotion, lines, left, free);
    if (cents.every((one) => one === 0)) continue;
    cents.forEach((one, place) => {
      left[place] = (left[place] ?? 0) - one;
    });
    taken.push({ promotion, cents });
  }
  return taken;
}

/** Marks the articles that it gives in `free`: no other article promotion counts them. */
function takeOne(
  promotion: Promotion,
  lines: readonly PromotionLine[],
  left: readonly number[],
  free: number[],
): number[] {
  const { benefit, coupon } = promotion;
  const inScope = lines.map((line) => isInScope(promotion, line));
  if (isArticleBenefit(benefit)) {
    const cents = lines.map(() => 0);
    const countable = free.map((count, place) => (inScope[place] === true ? count : 0));
    const groupsMax = coupon?.perOrderMax ?? Number.MAX_SAFE_INTEGER;
    for (const given of giveArticles({ benefit, lines, free: countable, groupsMax })) {
      cents[given.place] = given.count * given.cents;
      free[given.place] = (free[given.place] ?? 0) - given.count;
    }
    return cents;
  }
  const weights = left.map((cents, place) => (inScope[place] === true ? cents : 0));
  const sum = weights.reduce((total, cents) => total + cents, 0);
  if (sum === 0) return lines.map(() => 0);
  const offCents =
    benefit.kind === 'rate' ? rateOf(sum, benefit.rateBp) : Math.min(benefit.amountCents, sum);
  return allocate(offCents, weights);
}

/** Articles, then rates, then amounts; within them by priority, then id. */
function inOrder(one: Promotion, other: Promotion): number {
  return rankOf(one) - rankOf(other) || one.priority - other.priority || compare(one.id, other.id);
}

function rankOf({ benefit }: Promotion): number {
  if (benefit.kind === 'amount') return 2;
  return benefit.kind === 'rate' ? 1 : 0;
}

/** By code unit, the same in every language. */
function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function totalOf(taken: readonly Taken[]): number {
  return taken.reduce((sum, { cents }) => sum + cents.reduce((line, one) => line + one, 0), 0);
}
