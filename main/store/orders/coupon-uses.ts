import type { CouponUses } from '#app/domain/pricing/cart.ts';
import { query } from '#app/journal/query.ts';
import { type Sql, statement } from '#app/journal/sql.ts';

const usesOf = statement<{ promotionId: string; exceptOrderId: string }>()((place) =>
  query
    .selectFrom('coupon_use')
    .select((row) => row.fn.countAll<number>().as('uses'))
    .where('promotion_id', '=', place('promotionId'))
    .where('order_id', '!=', place('exceptOrderId')),
);
const usesByCustomer = statement<{
  promotionId: string;
  exceptOrderId: string;
  customerId: string;
}>()((place) =>
  query
    .selectFrom('coupon_use')
    .select((row) => row.fn.countAll<number>().as('uses'))
    .where('promotion_id', '=', place('promotionId'))
    .where('order_id', '!=', place('exceptOrderId'))
    .where('customer_id', '=', place('customerId')),
);

/**
 * How often a promotion with a coupon was used here, an order being edited not counted. Other
 * stores of the chain are not seen: a cap over all of them holds once the centre deals it out.
 */
export function couponUses(
  sql: Sql,
  {
    customerId,
    exceptOrderId = '',
  }: { customerId: string | undefined; exceptOrderId: string | undefined },
): (promotionId: string) => CouponUses {
  return (promotionId) => ({
    total: sql.get(usesOf, { promotionId, exceptOrderId })?.uses ?? 0,
    byCustomer:
      customerId === undefined
        ? undefined
        : (sql.get(usesByCustomer, { promotionId, exceptOrderId, customerId })?.uses ?? 0),
  });
}
