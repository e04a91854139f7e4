import type { PricedLine } from '../domain/order/events.ts';
import { query } from '../journal/query.ts';
import { type Sql, statement } from '../journal/sql.ts';
import type { CouponUseTable } from '../journal/tables.ts';

const insertUse = statement<CouponUseTable>()((place) =>
  query.insertInto('coupon_use').values({
    promotion_id: place('promotion_id'),
    order_id: place('order_id'),
    customer_id: place('customer_id'),
    cents: place('cents'),
  }),
);
const removeOfOrder = statement<{ orderId: string }>()((place) =>
  query.deleteFrom('coupon_use').where('order_id', '=', place('orderId')),
);
const customerOfOrder = statement<{ orderId: string }>()((place) =>
  query.selectFrom('orders').select('customer_id').where('order_id', '=', place('orderId')),
);
export const emptyCouponUses = statement<object>()(() => query.deleteFrom('coupon_use'));

/** A row for each promotion that gave something, with a coupon or without; most orders have none. */
export function insertCouponUses(
  sql: Sql,
  {
    orderId,
    customerId,
    lines,
  }: {
    readonly orderId: string;
    readonly customerId: string | null;
    readonly lines: readonly PricedLine[];
  },
): void {
  for (const [promotionId, cents] of givenBy(lines))
    sql.run(insertUse, {
      promotion_id: promotionId,
      order_id: orderId,
      customer_id: customerId,
      cents,
    });
}

/** After an edit: what gave something before may give nothing. */
export function replaceCouponUses(sql: Sql, orderId: string, lines: readonly PricedLine[]): void {
  sql.run(removeOfOrder, { orderId });
  const customerId = sql.get(customerOfOrder, { orderId })?.customer_id ?? null;
  insertCouponUses(sql, { orderId, customerId, lines });
}

/** A cancelled order used no coupon. */
export function removeCouponUses(sql: Sql, orderId: string): void {
  sql.run(removeOfOrder, { orderId });
}

function givenBy(lines: readonly PricedLine[]): ReadonlyMap<string, number> {
  const given = new Map<string, number>();
  for (const { discounts = [] } of lines)
    for (const { source, id, cents } of discounts)
      if (source === 'promotion') given.set(id, (given.get(id) ?? 0) + cents);
  return given;
}
