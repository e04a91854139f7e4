import { query } from '#app/journal/query.ts';
import { type Sql, statement } from '#app/journal/sql.ts';

import { orderSummary, type Summary } from './order-summary.ts';

/** More open orders of one person than anybody has. */
const OPEN_MAX = 10;

const lastOrders = statement<{ customerId: string; limit: number }>()((place) =>
  query
    .selectFrom('orders')
    .selectAll()
    .where('customer_id', '=', place('customerId'))
    .where('status', '!=', 'cancelled')
    .orderBy('placed_at', 'desc')
    .limit(place('limit')),
);
const openOrders = statement<{ customerId: string; limit: number }>()((place) =>
  query
    .selectFrom('orders')
    .selectAll()
    .where('customer_id', '=', place('customerId'))
    .where('status', 'in', ['placed', 'preparing', 'ready'])
    .orderBy('placed_at', 'desc')
    .limit(place('limit')),
);
const figures = statement<{ customerId: string }>()((place) =>
  query
    .selectFrom('orders')
    .select((row) => [
      row.fn.countAll<number>().as('orders'),
      row.fn.max('placed_at').as('last_order_at'),
    ])
    .where('customer_id', '=', place('customerId'))
    .where('status', '!=', 'cancelled'),
);
const points = statement<{ customerId: string }>()((place) =>
  query
    .selectFrom('loyalty_entry')
    .select((row) => row.fn.sum<number | null>('points').as('points'))
    .where('customer_id', '=', place('customerId')),
);

export type CustomerFigures = {
  readonly orders: number;
  readonly lastOrderAt: string | undefined;
  readonly loyaltyPoints: number;
};

/** How often and when somebody ordered. Cancelled orders do not count. */
export function figuresOf(sql: Sql, customerId: string): CustomerFigures {
  const row = sql.get(figures, { customerId });
  return {
    orders: row?.orders ?? 0,
    // `max` of no row is null, whatever the type says.
    lastOrderAt: (row?.last_order_at as string | null | undefined) ?? undefined,
    loyaltyPoints: sql.get(points, { customerId })?.points ?? 0,
  };
}

/** Newest first. */
export function lastOrdersOf(sql: Sql, customerId: string, limit: number): Summary[] {
  return sql.all(lastOrders, { customerId, limit }).map((row) => orderSummary(sql, row));
}

/** Not with the customer yet, newest first. */
export function openOrdersOf(sql: Sql, customerId: string): Summary[] {
  return sql.all(openOrders, { customerId, limit: OPEN_MAX }).map((row) => orderSummary(sql, row));
}

/** What somebody ordered last, in a few words: `2 Reine, 1 Coca-Cola`. */
export function lastOrderOf(sql: Sql, customerId: string) {
  const [last] = lastOrdersOf(sql, customerId, 1);
  if (last === undefined) return undefined;
  return {
    orderId: last.orderId,
    placedAt: last.placedAt,
    totalCents: last.totalCents,
    text: last.lines.map(({ quantity, name }) => `${quantity} ${name}`).join(', '),
  };
}

/** Where the last order went, and how. */
export function lastPlaceOf(sql: Sql, customerId: string) {
  const [row] = sql.all(lastOrders, { customerId, limit: 1 });
  return row && { orderId: row.order_id, addressId: row.address_id ?? undefined };
}
