import type { z } from 'zod';

import type { CartShape } from '#app/contract/order-shapes.ts';
import { discountFor } from '#app/domain/loyalty.ts';
import { momentOf } from '#app/domain/menu/moment.ts';
import type { CartLine, PricedLine } from '#app/domain/order/events.ts';
import type { Mode } from '#app/domain/menu.ts';
import type { Cart } from '#app/domain/pricing/cart.ts';
import { accept, type Result, refuse } from '#app/lib/result.ts';

import type { StoreContext } from '../context.ts';
import { couponUses } from './coupon-uses.ts';
import { pointsOf } from './loyalty-rows.ts';

/** As the contract lets it in; the lines of an order being edited come from the order itself. */
export type CartInput = Omit<z.output<typeof CartShape>, 'lines'> & {
  readonly lines: readonly CartLine[];
};

type Sale = {
  readonly at: string;
  readonly kept?: Kept | undefined;
  readonly orderId?: string | undefined;
  readonly feeCents?: number;
};
type Kept = { readonly lines: readonly PricedLine[]; readonly mode: Mode };

/**
 * All that the price of this order depends on, as the node knows it: its menu, the moment, how often
 * coupons were used, the fee of the customer's zone. `at` decides hours and days of promotions;
 * `feeCents` stands for the fee of an order that was sold with it.
 */
export function cartOf(
  context: StoreContext,
  input: CartInput,
  { at, kept, orderId, feeCents }: Sale,
): Result<Cart> {
  const { store, menu, calendar, sql } = context;
  const discount = loyaltyDiscount(context, input);
  if (!discount.ok) return discount;
  const fee = feeCents === undefined ? deliveryFee(context, input) : accept(feeCents);
  if (!fee.ok) return fee;
  return accept({
    menu,
    channel: input.channel,
    storeId: store.id,
    mode: input.mode,
    territory: store.territory,
    date: calendar.dayOf(at),
    at: momentOf(at, store.zone),
    lines: input.lines,
    couponCodes: input.couponCodes,
    couponUses: couponUses(sql, { customerId: input.customerId, exceptOrderId: orderId }),
    overrides: input.overrides,
    manualDiscounts: input.manualDiscounts,
    ...(discount.value === 0 ? {} : { loyalty: { discountCents: discount.value } }),
    ...(fee.value === 0 ? {} : { deliveryFee: { cents: fee.value, policy: 'accessory' as const } }),
    ...(kept === undefined ? {} : { keptLines: kept.lines, keptMode: kept.mode }),
  });
}

/** What the points are worth, in cents. Nobody spends more than they have. */
function loyaltyDiscount(
  { sql }: StoreContext,
  { loyaltyPoints, customerId }: CartInput,
): Result<number> {
  if (loyaltyPoints === undefined) return accept(0);
  const points = customerId === undefined ? 0 : pointsOf(sql, customerId);
  if (loyaltyPoints > points) return refuse({ code: 'loyalty.not-enough', detail: { points } });
  return accept(discountFor(loyaltyPoints));
}

/** The fee of the zone of the address, in cents. */
function deliveryFee(context: StoreContext, { mode, addressId }: CartInput): Result<number> {
  if (mode !== 'delivery' || addressId === undefined) return accept(0);
  const terms = context.deliveryTermsOf(addressId);
  return terms === undefined ? refuse({ code: 'delivery.not-here' }) : accept(terms.feeCents);
}

/** Whether the lines of a delivery reach the minimum of its zone. */
export function checkMinimum(
  context: StoreContext,
  { mode, addressId }: Pick<CartInput, 'mode' | 'addressId'>,
  goodsCents: number,
): Result<undefined> {
  if (mode !== 'delivery' || addressId === undefined) return accept(undefined);
  const minimumCents = context.deliveryTermsOf(addressId)?.minimumCents ?? 0;
  if (goodsCents >= minimumCents) return accept(undefined);
  return refuse({
    code: 'delivery.below-minimum',
    detail: { minimumCents, missingCents: minimumCents - goodsCents },
  });
}
