import { isAmong } from '../menu/reach.ts';
import type { ProductKind } from '../menu.ts';
import type { Promotion, PromotionBenefit } from './promotion.ts';

/** A line of a cart as promotions see it. */
export type PromotionLine = {
  /** What it is made of: one product, or each part of a pizza of several. */
  readonly products: readonly { readonly id: string; readonly categoryId: string | undefined }[];
  readonly kind: ProductKind;
  readonly sizeId: string;
  readonly quantity: number;
  /** Of one, before any discount. */
  readonly unitPriceCents: number;
  /** Sold in a meal deal: its articles are given away by no article promotion. */
  readonly isInDeal: boolean;
};

/** Whether a promotion is about a line; of a pizza of several parts, about all of them. */
export function isInScope({ scope }: Promotion, line: PromotionLine): boolean {
  const { productIds, categoryIds, kinds, sizeIds } = scope;
  return (
    isAmong(kinds, line.kind) &&
    isAmong(sizeIds, line.sizeId) &&
    line.products.every(
      ({ id, categoryId }) => isAmong(productIds, id) && isAmong(categoryIds, categoryId),
    )
  );
}

export type ArticleBenefit = Extract<
  PromotionBenefit,
  { kind: 'nth-price' | 'nth-rate' | 'take-pay' }
>;

export function isArticleBenefit(benefit: PromotionBenefit): benefit is ArticleBenefit {
  return benefit.kind !== 'rate' && benefit.kind !== 'amount';
}

/** Articles of one line that a promotion gives, and what it takes off each, in cents. */
export type Given = { readonly place: number; readonly count: number; readonly cents: number };

/**
 * Which articles an article promotion gives. `free[place]` of each line are still to be counted;
 * lines that are not in the scope have none. The dearest come first, then the first of the cart.
 */
export function giveArticles({
  benefit,
  lines,
  free,
  groupsMax,
}: {
  readonly benefit: ArticleBenefit;
  readonly lines: readonly PromotionLine[];
  readonly free: readonly number[];
  /** At most so many groups of articles. */
  readonly groupsMax: number;
}): Given[] {
  const dearestFirst = lines
    .map((line, place) => ({ place, cents: line.unitPriceCents, count: free[place] ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.cents - one.cents || one.place - other.place);
  const articles = dearestFirst.reduce((sum, { count }) => sum + count, 0);
  const size = benefit.kind === 'take-pay' ? benefit.take : benefit.nth;
  const inGroups = Math.min(articles - (articles % size), groupsMax * size);
  const given: Given[] = [];
  let before = 0;
  for (const { place, cents, count } of dearestFirst) {
    const from = Math.min(before, inGroups);
    const to = Math.min(before + count, inGroups);
    before += count;
    const offCents = offOne(benefit, cents);
    const number = givenUpTo(benefit, to) - givenUpTo(benefit, from);
    if (number > 0 && offCents > 0) given.push({ place, count: number, cents: offCents });
  }
  return given;
}

/** How many of the first `count` articles are given: the last of each group. */
function givenUpTo(benefit: ArticleBenefit, count: number): number {
  const size = benefit.kind === 'take-pay' ? benefit.take : benefit.nth;
  const pays = benefit.kind === 'take-pay' ? benefit.pay : benefit.nth - 1;
  const rest = count % size;
  const groups = (count - rest) / size;
  return groups * Math.max(0, size - pays) + Math.max(0, rest - pays);
}

function offOne(benefit: ArticleBenefit, unitCents: number): number {
  switch (benefit.kind) {
    case 'nth-price':
      return Math.max(0, unitCents - benefit.priceCents);
    case 'nth-rate':
      return rateOf(unitCents, benefit.rateBp);
    case 'take-pay':
      return unitCents;
  }
}

const WHOLE_BP = 10_000;

/** A rate of an amount, half up. Basis points: 1000 = 10 %. Never more than the amount. */
export function rateOf(cents: number, rateBp: number): number {
  const doubled = 2 * cents * Math.min(rateBp, WHOLE_BP) + WHOLE_BP;
  return (doubled - (doubled % (2 * WHOLE_BP))) / (2 * WHOLE_BP);
}
