import { query } from '#app/journal/query.ts';
import { type Sql, statement } from '#app/journal/sql.ts';
import type { OrdersTable } from '#app/journal/tables.ts';

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
    .select([
      'order_id',
      'number',
      'status',
      'total_cents',
      'paid_cents',
      'non_sale_cents',
      'refunded_cents',
    ])
    .where('order_id', '=', place('orderId')),
);

/** 1 for the first order of the business day, then without gaps. */
export function nextNumber(sql: Sql, businessDay: string): number {
  return (sql.get(newestNumber, { businessDay })?.number ?? 0) + 1;
}

/** What is still due of an order, in cents; less than zero is owed to the customer. */
export function dueOf(
  row: Pick<
    OrdersTable,
    'status' | 'total_cents' | 'paid_cents' | 'non_sale_cents' | 'refunded_cents'
  >,
): number {
  if (row.status === 'cancelled') return 0 - row.paid_cents;
  return row.total_cents + row.non_sale_cents - row.refunded_cents - row.paid_cents;
}

/** What was answered when the order was placed, as far as the rows still tell. */
export function placedOrder(sql: Sql, orderId: string) {
  const row = sql.get(orderRow, { orderId });
  if (row === undefined) return undefined;
  return {
    orderId: row.order_id,
    number: row.number,
    totalCents: row.total_cents,
    dueCents: dueOf(row),
  };
}
