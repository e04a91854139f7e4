import type { OrderEvent } from '../domain/order/events.ts';
import type { StoreEvent } from '../domain/store-event.ts';
import type { Fact, Projection } from '../journal/journal.ts';
import { query } from '../journal/query.ts';
import { type Sql, statement } from '../journal/sql.ts';
import type { OrderLineTable, OrdersTable } from '../journal/tables.ts';
import { paymentRowsOf } from './payments.ts';

const insertOrder = statement<OrdersTable>()((place) =>
  query.insertInto('orders').values({
    order_id: place('order_id'),
    number: place('number'),
    business_day: place('business_day'),
    channel: place('channel'),
    mode: place('mode'),
    status: place('status'),
    placed_at: place('placed_at'),
    promised_at: place('promised_at'),
    total_cents: place('total_cents'),
    paid_cents: place('paid_cents'),
    lines: place('lines'),
    vat: place('vat'),
    note: place('note'),
  }),
);
const insertLine = statement<OrderLineTable>()((place) =>
  query.insertInto('order_line').values({
    order_id: place('order_id'),
    line: place('line'),
    product_id: place('product_id'),
    size_id: place('size_id'),
    kind: place('kind'),
    quantity: place('quantity'),
    gross_cents: place('gross_cents'),
  }),
);
const setStatus = statement<{ orderId: string; status: string }>()((place) =>
  query
    .updateTable('orders')
    .set({ status: place('status') })
    .where('order_id', '=', place('orderId')),
);
const setPaid = statement<{ orderId: string }>()((place) =>
  query
    .updateTable('orders')
    .set((row) => ({
      paid_cents: row.fn.coalesce(
        row
          .selectFrom('payment')
          .select((sum) => sum.fn.sum<number>('amount_cents').as('paid'))
          .where('order_id', '=', place('orderId'))
          .where('status', '=', 'paid'),
        row.lit(0),
      ),
    }))
    .where('order_id', '=', place('orderId')),
);
const emptyOrders = statement<object>()(() => query.deleteFrom('orders'));
const emptyLines = statement<object>()(() => query.deleteFrom('order_line'));
const emptyPayments = statement<object>()(() => query.deleteFrom('payment'));

/** Orders, their lines and their payments, as the counter sees them. */
export const orders: Projection<StoreEvent> = {
  name: 'orders',
  topicsOf: (event) => {
    if (event.type.startsWith('payment.')) return ['orders', 'payments', 'status'];
    return event.type.startsWith('order.') ? ['orders'] : [];
  },
  apply(sql, facts) {
    const paidAtOnce = paidWithin(facts);
    for (const fact of facts) applyOne(sql, fact, paidAtOnce);
  },
  empty(sql) {
    sql.run(emptyOrders, {});
    sql.run(emptyLines, {});
    sql.run(emptyPayments, {});
  },
};

type Placed = Extract<OrderEvent, { type: 'order.placed' }>['data'];

const STATUS_AFTER: Partial<Record<StoreEvent['type'], string>> = {
  'order.started': 'preparing',
  'order.finished': 'ready',
  'order.recalled': 'preparing',
  'order.handed-over': 'handed-over',
  'order.delivered': 'delivered',
  'order.cancelled': 'cancelled',
};

function applyOne(
  sql: Sql,
  { event, at }: Fact<StoreEvent>,
  paidAtOnce: ReadonlyMap<string, number>,
): void {
  const { orderId } = event.data;
  if (event.type === 'order.placed') {
    insert(sql, event.data, at, paidAtOnce.get(orderId) ?? 0);
    return;
  }
  const status = STATUS_AFTER[event.type];
  if (status !== undefined) sql.run(setStatus, { orderId, status });
  if (event.type.startsWith('payment.')) {
    paymentRowsOf(sql, event, at);
    const settles = event.type === 'payment.paid' || event.type === 'payment.resolved';
    if (settles && !paidAtOnce.has(orderId)) sql.run(setPaid, { orderId });
  }
}

function insert(sql: Sql, placed: Placed, at: string, paidCents: number): void {
  sql.run(insertOrder, {
    order_id: placed.orderId,
    number: placed.number,
    business_day: placed.businessDay,
    channel: placed.channel,
    mode: placed.mode,
    status: 'placed',
    placed_at: at,
    promised_at: placed.promisedAt,
    total_cents: placed.totalCents,
    paid_cents: paidCents,
    lines: JSON.stringify(placed.lines),
    vat: JSON.stringify(placed.vat),
    note: placed.note ?? null,
  });
  for (const [index, line] of placed.lines.entries())
    sql.run(insertLine, {
      order_id: placed.orderId,
      line: index + 1,
      product_id: line.productId,
      size_id: line.sizeId,
      kind: line.kind,
      quantity: line.quantity,
      gross_cents: line.grossCents,
    });
}

/**
 * What was paid in the very batch that placed an order: written with its row, which spares the
 * commonest sale an update.
 */
function paidWithin(facts: readonly Fact<StoreEvent>[]): ReadonlyMap<string, number> {
  const paid = new Map<string, number>();
  for (const { event } of facts) {
    if (event.type === 'order.placed') paid.set(event.data.orderId, 0);
    if (event.type === 'payment.resolved') paid.delete(event.data.orderId);
    if (event.type !== 'payment.paid') continue;
    const before = paid.get(event.data.orderId);
    if (before !== undefined) paid.set(event.data.orderId, before + event.data.amountCents);
  }
  return paid;
}
