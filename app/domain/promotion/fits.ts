import { isOver, isWithin, type LocalMoment } from '../menu/period.ts';
import { type Place, reaches } from '../menu/reach.ts';
import type { Promotion } from './promotion.ts';

/** The sale, as far as promotions look at it. */
export type PromotionSale = Place & {
  /** Absent: hours and dates do not matter. */
  readonly at: LocalMoment | undefined;
  /** All lines before any discount, in cents. */
  readonly fullCents: number;
  /** Of a promotion with a coupon, before this order. */
  readonly usesOf: (promotionId: string) => {
    readonly total: number;
    /** Absent: nobody knows who orders. */
    readonly byCustomer: number | undefined;
  };
};

export type Misfit = 'expired' | 'not-now' | 'not-here' | 'used-up' | 'no-customer' | 'too-little';

/** Why a promotion does not hold for a sale; undefined where it does. */
export function misfitOf(promotion: Promotion, sale: PromotionSale): Misfit | undefined {
  const { period, minimumCents, coupon } = promotion;
  if (sale.at !== undefined && !isWithin(period, sale.at)) {
    return isOver(period, sale.at) ? 'expired' : 'not-now';
  }
  if (!reaches(promotion, sale)) return 'not-here';
  if (coupon !== undefined) {
    const { total, byCustomer } = sale.usesOf(promotion.id);
    const { totalMax = Number.MAX_SAFE_INTEGER, perCustomerMax } = coupon;
    if (total >= totalMax) return 'used-up';
    if (perCustomerMax !== undefined) {
      if (byCustomer === undefined) return 'no-customer';
      if (byCustomer >= perCustomerMax) return 'used-up';
    }
  }
  return sale.fullCents < (minimumCents ?? 0) ? 'too-little' : undefined;
}
