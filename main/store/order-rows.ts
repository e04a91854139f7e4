import { query } from '#app/journal/query.ts';
import { type Sql, statement } from '#app/journal/sql.ts';

const newestNumber = statement<{ businessDay: string }>()((place) =>
  query
    .selectFrom('orders')
    .select('number')
    .where('business_day', '=', place('businessDay'))
    .orderBy('number', 'desc')
    .limit(1),
);
const orderRow = statement<{ orderId: string }>()((place) =>
  query
    .selectFrom('orders')
    .select(['order_id', 'number', 'total_cents', 'paid_cents'])
    .where('order_id', '=', place('orderId')),
);
const paymentRow = statement<{ paymentId: string }>()((place) =>
  query
    .selectFrom('payment')
    .select(['order_id', 'change_cents'])
    .where('payment_id', '=', place('paymentId')),
);

/** 1 for the first order of the business day, then without gaps. */
export function nextNumber(sql: Sql, businessDay: string): number {
  return (sql.get(newestNumber, { businessDay })?.number ?? 0) + 1;
}

/** What was answered when the order was placed, as far as the rows still tell. */
export function placedOrder(sql: Sql, orderId: string) {
  const row = sql.get(orderRow, { orderId });
  if (row === undefined) return undefined;
  return {
    orderId: row.order_id,
    number: row.number,
    totalCents: row.total_cents,
    dueCents: row.total_cents - row.paid_cents,
  };
}

/** For which order an attempt was made, and what the cashier gave back; undefined for a new one. */
export function paymentMade(sql: Sql, paymentId: string) {
  const row = sql.get(paymentRow, { paymentId });
  return row && { orderId: row.order_id, changeCents: row.change_cents };
}
