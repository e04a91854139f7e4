import type { z } from 'zod';

import type { OrderSummary } from '#app/contract/order-shapes.ts';
import type { PricedLineShape } from '#app/contract/shapes.ts';
import type { Sql } from '#app/journal/sql.ts';
import type { OrdersTable } from '#app/journal/tables.ts';

import { dueOf } from '../orders/order-rows.ts';
import { customerName } from './customer-rows.ts';

export type Summary = z.output<typeof OrderSummary>;

/** An order as lists show it. The name of its customer is looked up: it stands in no order. */
export function orderSummary(sql: Sql, row: OrdersTable): Summary {
  const name = row.customer_id === null ? undefined : customerName(sql, row.customer_id);
  return {
    orderId: row.order_id,
    number: row.number,
    // Written by our own projection: its unions and JSON are read as such.
    channel: row.channel as Summary['channel'],
    mode: row.mode as Summary['mode'],
    status: row.status as Summary['status'],
    placedAt: row.placed_at,
    promisedAt: row.promised_at,
    isScheduled: row.is_scheduled === 1,
    totalCents: row.total_cents,
    nonSaleCents: row.non_sale_cents,
    dueCents: dueOf(row),
    refundedCents: row.refunded_cents,
    revision: row.revision,
    ...(row.customer_id === null ? {} : { customerId: row.customer_id }),
    ...(name === undefined ? {} : { customerName: name }),
    ...(row.device === null ? {} : { device: row.device }),
    lines: JSON.parse(row.lines) as z.output<typeof PricedLineShape>[],
  };
}
