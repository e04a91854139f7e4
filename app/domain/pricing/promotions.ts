import { isInScope, type PromotionLine } from '../promotion/articles.ts';
import { bestPromotions, type Taken } from '../promotion/combine.ts';
import { misfitOf, type PromotionSale } from '../promotion/fits.ts';
import type { Promotion } from '../promotion/promotion.ts';
import { indexOf } from '../menu-index.ts';
import type { PricedLine } from '../order/events.ts';
import type { Cart, CouponWhy, UnusedCoupon } from './cart.ts';

/** What the promotions of a menu take off a cart, and the codes that were understood. */
export type Promoted = {
  readonly taken: readonly Taken[];
  /** Codes whose promotion holds, whether or not it took anything off. */
  readonly coupons: readonly { readonly code: string; readonly promotion: Promotion }[];
  readonly unused: readonly UnusedCoupon[];
  /** Why a code that holds gave nothing after all. */
  readonly whyNothing: (promotion: Promotion) => CouponWhy;
};

/** The promotions of the menu on these lines, before anybody set a price by hand. */
export function promote(cart: Cart, lines: readonly PricedLine[]): Promoted {
  const { menu } = cart;
  const sale = saleOf(cart, lines);
  const { coupons, unused } = readCodes(cart, sale);
  const invited = new Set(coupons.map(({ promotion }) => promotion));
  const holding = menu.promotions.filter((promotion) =>
    promotion.coupon === undefined
      ? misfitOf(promotion, sale) === undefined
      : invited.has(promotion),
  );
  const noted = holding.length === 0 ? [] : lines.map((line) => promotionLine(cart, line));
  return {
    taken: holding.length === 0 ? [] : bestPromotions(holding, noted),
    coupons,
    unused,
    whyNothing: (promotion) => {
      const isAlone = bestPromotions([promotion], noted).length > 0;
      const isAbout = noted.some((line) => isInScope(promotion, line));
      return isAlone && isAbout ? 'not-combined' : 'no-article';
    },
  };
}

function promotionLine({ menu }: Cart, line: PricedLine): PromotionLine {
  const ids = line.parts?.map((part) => part.productId) ?? [line.productId];
  const { products } = indexOf(menu);
  return {
    products: ids.map((id) => ({ id, categoryId: products.get(id)?.product.categoryId })),
    kind: line.kind,
    sizeId: line.sizeId,
    quantity: line.quantity,
    unitPriceCents: line.unitPriceCents,
    isInDeal: line.deal !== undefined,
  };
}

function saleOf(cart: Cart, lines: readonly PricedLine[]): PromotionSale {
  return {
    channel: cart.channel ?? 'counter',
    mode: cart.mode,
    storeId: cart.storeId,
    at: cart.at,
    fullCents: lines.reduce((sum, line) => sum + line.quantity * line.unitPriceCents, 0),
    usesOf: cart.couponUses ?? (() => ({ total: 0, byCustomer: 0 })),
  };
}

/** A promotion is used once an order, whatever number of its codes were given. */
function readCodes(cart: Cart, sale: PromotionSale): Pick<Promoted, 'coupons' | 'unused'> {
  const coupons: { code: string; promotion: Promotion }[] = [];
  const unused: UnusedCoupon[] = [];
  for (const typed of new Set(cart.couponCodes ?? [])) {
    const code = typed.trim().toUpperCase();
    const promotion = cart.menu.promotions.find((one) => one.coupon?.codes.includes(code));
    if (promotion === undefined) {
      unused.push({ code, why: 'unknown' });
      continue;
    }
    const isTwice = coupons.some((coupon) => coupon.promotion === promotion);
    const why = isTwice ? 'used-up' : misfitOf(promotion, sale);
    if (why === undefined) coupons.push({ code, promotion });
    else unused.push({ code, why });
  }
  return { coupons, unused };
}
