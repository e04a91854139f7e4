import type { Channel, Mode, Period, ProductKind } from '../menu.ts';

/** What a promotion is about. Several given: all of them must fit. Nothing given: every line. */
export type PromotionScope = {
  readonly productIds?: readonly string[] | undefined;
  readonly categoryIds?: readonly string[] | undefined;
  readonly kinds?: readonly ProductKind[] | undefined;
  readonly sizeIds?: readonly string[] | undefined;
};

/**
 * What it gives. Amounts in cents, rates in basis points (1000 = 10 %).
 * `nth`: of each `nth` articles of the scope, dearest first, the last is sold at `priceCents` or at
 * `rateBp` less (the second pizza at 5 €, the second at half price).
 * `take-pay`: of each `take` articles, dearest first, the cheapest `take - pay` are free (2 = 3).
 */
export type PromotionBenefit =
  | { readonly kind: 'rate'; readonly rateBp: number }
  | { readonly kind: 'amount'; readonly amountCents: number }
  | { readonly kind: 'nth-price'; readonly nth: number; readonly priceCents: number }
  | { readonly kind: 'nth-rate'; readonly nth: number; readonly rateBp: number }
  | { readonly kind: 'take-pay'; readonly take: number; readonly pay: number };

export type Coupon = {
  /** Upper case; several codes may stand for one promotion. */
  readonly codes: readonly string[];
  /** Groups of articles given in one order; a rate or an amount is given once. */
  readonly perOrderMax?: number | undefined;
  readonly perCustomerMax?: number | undefined;
  readonly totalMax?: number | undefined;
};

/**
 * A promotion of the menu. `stacking`: an `exclusive` one is used alone or not at all, whichever is
 * better for the customer; the others add up, in the order article, rate, amount, then `priority`,
 * then id, each on what the ones before left. An article given by one article promotion is not
 * counted by another, and one that is sold in a deal by none.
 */
export type Promotion = {
  readonly id: string;
  /** As on the receipt: `2e pizza à 5 €`. */
  readonly name: string;
  readonly scope: PromotionScope;
  readonly benefit: PromotionBenefit;
  readonly stacking: 'adds-up' | 'exclusive';
  /** Lower first. */
  readonly priority: number;
  readonly channels?: readonly Channel[] | undefined;
  readonly modes?: readonly Mode[] | undefined;
  readonly storeIds?: readonly string[] | undefined;
  readonly period?: Period | undefined;
  /** The lines before any discount must reach this. */
  readonly minimumCents?: number | undefined;
  /** Absent: given to everybody it fits. */
  readonly coupon?: Coupon | undefined;
};
