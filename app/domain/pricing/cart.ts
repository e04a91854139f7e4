import type { Channel, Menu, Mode } from '../menu.ts';
import type { LocalMoment } from '../menu/period.ts';
import type { CartLine, FeePart, PricedLine, VatAmount } from '../order/events.ts';
import type { Territory } from '../vat.ts';

/** As in the contract: nobody orders fifty-one of the same by hand. */
export const QUANTITY_MAX = 50;

/** `accessory`: the fee follows the VAT of the goods; `standard`: the standard rate (R-VAT-09). */
export type DeliveryFee = { readonly cents: number; readonly policy: 'accessory' | 'standard' };

/** A price set by a person, for one article of the line; `free` gives the line away. */
export type Override =
  | { readonly kind: 'free'; readonly lineId: string; readonly reason: string }
  | {
      readonly kind: 'price';
      readonly lineId: string;
      readonly unitPriceCents: number;
      readonly reason: string;
    };

/** A discount by hand: on one line, or on the whole. `amountCents` of the whole line or order. */
export type ManualDiscount = {
  readonly lineId?: string | undefined;
  readonly value:
    | { readonly kind: 'rate'; readonly rateBp: number }
    | { readonly kind: 'amount'; readonly amountCents: number };
  readonly reason: string;
};

/** How often a promotion with a coupon was used before this order; `undefined` by nobody we know. */
export type CouponUses = { readonly total: number; readonly byCustomer: number | undefined };

/** All that a price depends on. */
export type Cart = {
  readonly menu: Menu;
  /** The counter by default. */
  readonly channel?: Channel | undefined;
  /** Absent: what is for some stores only is not for this one. */
  readonly storeId?: string | undefined;
  readonly mode: Mode;
  readonly territory: Territory;
  /** The business day, which decides the VAT rules, YYYY-MM-DD. */
  readonly date: string;
  /** On the wall clock of the store, for promotions with hours. Absent: their hours do not matter. */
  readonly at?: LocalMoment | undefined;
  readonly lines: readonly CartLine[];
  readonly couponCodes?: readonly string[] | undefined;
  /** By promotion. Absent: no coupon was used before. */
  readonly couponUses?: ((promotionId: string) => CouponUses) | undefined;
  readonly overrides?: readonly Override[] | undefined;
  readonly manualDiscounts?: readonly ManualDiscount[] | undefined;
  /** Points spent. Of an order being edited and absent: what the kept lines carry, as far as it fits. */
  readonly loyalty?: { readonly discountCents: number } | undefined;
  /** Taken off the whole, VAT included, after everything but points. */
  readonly discountCents?: number | undefined;
  readonly deliveryFee?: DeliveryFee | undefined;
  /**
   * Lines of an order being edited, as sold. A line of the cart with the same id and the same
   * content keeps its unit price, names and VAT class; its number may change. Promotions are found
   * afresh over all lines; what a person took off or set stays, in proportion to the number.
   */
  readonly keptLines?: readonly PricedLine[] | undefined;
  /** The mode in which they were sold; another mode finds the VAT rate again (R-VAT-02). */
  readonly keptMode?: Mode | undefined;
};

/**
 * Why a code gives nothing. `not-here`: another channel, mode or store; `not-now`: not at this hour;
 * `too-little`: the order is below its minimum; `no-article`: nothing of what it is about;
 * `not-combined`: another promotion is better and does not go with it; `no-customer`: it is for so
 * many times a customer, and the order is for nobody we know.
 */
export type CouponWhy =
  | 'unknown'
  | 'expired'
  | 'used-up'
  | 'not-here'
  | 'not-now'
  | 'too-little'
  | 'no-article'
  | 'not-combined'
  | 'no-customer';

export type UnusedCoupon = { readonly code: string; readonly why: CouponWhy };
export type UsedCoupon = {
  readonly code: string;
  readonly promotionId: string;
  readonly cents: number;
};

/** A cart with its prices. Amounts in cents; total = net + VAT = lines + fee. */
export type PricedCart = {
  readonly lines: readonly PricedLine[];
  readonly feeParts?: readonly FeePart[];
  readonly totalCents: number;
  readonly netCents: number;
  readonly vatCents: number;
  /** Lowest rate first. */
  readonly vat: readonly VatAmount[];
  readonly unusedCoupons: readonly UnusedCoupon[];
  /** Absent where no coupon gave anything. */
  readonly usedCoupons?: readonly UsedCoupon[];
};
