import type { OrderEvent } from '../domain/order/events.ts';
import { named } from '../domain/order/state.ts';
import type { StoreEvent } from '../domain/store-event.ts';
import type { Fact, Projection } from '../journal/journal.ts';
import { query } from '../journal/query.ts';
import { type Sql, statement } from '../journal/sql.ts';
import type { OrdersTable, RefundLineTable } from '../journal/tables.ts';
import {
  emptyCouponUses,
  insertCouponUses,
  removeCouponUses,
  replaceCouponUses,
} from './coupon-uses.ts';
import { emptyLines, insertLines, replaceLines } from './order-lines.ts';
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
    revision: place('revision'),
    non_sale_cents: place('non_sale_cents'),
    non_sales: place('non_sales'),
    fee_cents: place('fee_cents'),
    refunded_cents: place('refunded_cents'),
    customer_id: place('customer_id'),
    address_id: place('address_id'),
    device: place('device'),
    is_scheduled: place('is_scheduled'),
  }),
);
const editOrder = statement<
  Pick<
    OrdersTable,
    'order_id' | 'mode' | 'total_cents' | 'lines' | 'vat' | 'note' | 'revision' | 'fee_cents'
  >
>()((place) =>
  query
    .updateTable('orders')
    .set((row) => ({
      mode: place('mode'),
      total_cents: place('total_cents'),
      lines: place('lines'),
      vat: place('vat'),
      note: row.fn.coalesce(row.val(place('note')), 'note'),
      revision: place('revision'),
      fee_cents: place('fee_cents'),
    }))
    .where('order_id', '=', place('order_id')),
);
const setStatus = statement<{ orderId: string; status: string }>()((place) =>
  query
    .updateTable('orders')
    .set({ status: place('status') })
    .where('order_id', '=', place('orderId')),
);
const setTime = statement<{ orderId: string; promisedAt: string; isScheduled: number }>()((place) =>
  query
    .updateTable('orders')
    .set({ promised_at: place('promisedAt'), is_scheduled: place('isScheduled') })
    .where('order_id', '=', place('orderId')),
);
const setDevice = statement<{ orderId: string; device: string }>()((place) =>
  query
    .updateTable('orders')
    .set({ device: place('device') })
    .where('order_id', '=', place('orderId')),
);
const addRefunded = statement<{ orderId: string; cents: number }>()((place) =>
  query
    .updateTable('orders')
    .set((row) => ({ refunded_cents: row('refunded_cents', '+', place('cents')) }))
    .where('order_id', '=', place('orderId')),
);
const insertRefundLine = statement<RefundLineTable>()((place) =>
  query.insertInto('refund_line').values({
    order_id: place('order_id'),
    refund_id: place('refund_id'),
    line_id: place('line_id'),
    quantity: place('quantity'),
    gross_cents: place('gross_cents'),
    at: place('at'),
  }),
);
/** What came in less what went back. */
const setPaid = statement<{ orderId: string }>()((place) =>
  query
    .updateTable('orders')
    .set((row) => ({
      paid_cents: row.fn.coalesce(
        row
          .selectFrom('payment')
          .select((sum) =>
            sum.fn
              .sum<number>(
                sum
                  .case()
                  .when('direction', '=', sum.val('refund'))
                  .then(sum.neg(sum.ref('amount_cents')))
                  .else(sum.ref('amount_cents'))
                  .end(),
              )
              .as('paid'),
          )
          .where('order_id', '=', place('orderId'))
          .where('status', '=', 'paid'),
        row.lit(0),
      ),
    }))
    .where('order_id', '=', place('orderId')),
);
const emptyOrders = statement<object>()(() => query.deleteFrom('orders'));
const emptyRefunds = statement<object>()(() => query.deleteFrom('refund_line'));
const emptyPayments = statement<object>()(() => query.deleteFrom('payment'));
const EMPTYING = [emptyOrders, emptyLines, emptyCouponUses, emptyRefunds, emptyPayments];

/** Orders, their lines, refunds, payments and promotions, as the counter sees them. */
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
    for (const emptying of EMPTYING) sql.run(emptying, {});
  },
};

type Data<Type extends OrderEvent['type']> = Extract<OrderEvent, { type: Type }>['data'];

const STATUS_AFTER = {
  'order.started': 'preparing',
  'order.finished': 'ready',
  'order.recalled': 'preparing',
  'order.handed-over': 'handed-over',
  'order.delivered': 'delivered',
  'order.cancelled': 'cancelled',
} as const;

function applyOne(
  sql: Sql,
  { event, at }: Fact<StoreEvent>,
  paidAtOnce: ReadonlyMap<string, number>,
): void {
  switch (event.type) {
    case 'order.placed':
      insert(sql, event.data, at, paidAtOnce.get(event.data.orderId) ?? 0);
      return;
    case 'order.started':
    case 'order.finished':
    case 'order.recalled':
    case 'order.handed-over':
    case 'order.delivered':
    case 'order.cancelled':
      sql.run(setStatus, { orderId: event.data.orderId, status: STATUS_AFTER[event.type] });
      if (event.type === 'order.cancelled') removeCouponUses(sql, event.data.orderId);
      return;
    case 'order.edited':
      edit(sql, event.data);
      return;
    case 'order.rescheduled': {
      const { orderId, promisedAt, isScheduled } = event.data;
      sql.run(setTime, { orderId, promisedAt, isScheduled: isScheduled ? 1 : 0 });
      return;
    }
    case 'order.transferred':
      sql.run(setDevice, { orderId: event.data.orderId, device: event.data.toDevice });
      return;
    case 'order.refunded':
      refund(sql, event.data, at);
      return;
    case 'payment.started':
    case 'payment.declined':
    case 'payment.not-sent':
    case 'payment.in-doubt':
      paymentRowsOf(sql, event, at);
      return;
    case 'payment.paid':
    case 'payment.resolved':
    case 'payment.reversed':
      paymentRowsOf(sql, event, at);
      if (!paidAtOnce.has(event.data.orderId)) sql.run(setPaid, { orderId: event.data.orderId });
      return;
    default:
  }
}

function insert(sql: Sql, placed: Data<'order.placed'>, at: string, paidCents: number): void {
  const lines = named(placed.lines);
  const { orderId, nonSales = [] } = placed;
  sql.run(insertOrder, {
    order_id: orderId,
    number: placed.number,
    business_day: placed.businessDay,
    channel: placed.channel,
    mode: placed.mode,
    status: 'placed',
    placed_at: at,
    promised_at: placed.promisedAt,
    total_cents: placed.totalCents,
    paid_cents: paidCents,
    lines: JSON.stringify(lines),
    vat: JSON.stringify(placed.vat),
    note: placed.note ?? null,
    revision: 1,
    non_sale_cents: nonSales.reduce((sum, { cents }) => sum + cents, 0),
    non_sales: nonSales.length === 0 ? null : JSON.stringify(nonSales),
    fee_cents: feeOf(placed),
    refunded_cents: 0,
    customer_id: placed.customerId ?? null,
    address_id: placed.addressId ?? null,
    device: placed.device ?? null,
    is_scheduled: placed.isScheduled === true ? 1 : 0,
  });
  insertLines(sql, orderId, lines);
  insertCouponUses(sql, { orderId, customerId: placed.customerId ?? null, lines });
}

function feeOf({ feeParts = [] }: Pick<Data<'order.placed'>, 'feeParts'>): number {
  return feeParts.reduce((sum, { grossCents }) => sum + grossCents, 0);
}

function edit(sql: Sql, data: Data<'order.edited'>): void {
  const lines = named(data.lines);
  sql.run(editOrder, {
    order_id: data.orderId,
    mode: data.mode,
    total_cents: data.totalCents,
    lines: JSON.stringify(lines),
    vat: JSON.stringify(data.vat),
    note: data.note ?? null,
    revision: data.revision,
    fee_cents: feeOf(data),
  });
  replaceLines(sql, data.orderId, lines);
  replaceCouponUses(sql, data.orderId, lines);
}

function refund(sql: Sql, data: Data<'order.refunded'>, at: string): void {
  const { orderId, refundId, totalCents } = data;
  for (const { lineId, quantity, grossCents } of data.lines)
    sql.run(insertRefundLine, {
      order_id: orderId,
      refund_id: refundId,
      line_id: lineId,
      quantity,
      gross_cents: grossCents,
      at,
    });
  sql.run(addRefunded, { orderId, cents: 0 - totalCents });
}

/**
 * What was paid in the very batch that placed an order: written with its row, which spares the
 * commonest sale an update. Anything but a plain payment is summed up from the rows instead.
 */
function paidWithin(facts: readonly Fact<StoreEvent>[]): ReadonlyMap<string, number> {
  const paid = new Map<string, number>();
  for (const { event } of facts) {
    if (event.type === 'order.placed') paid.set(event.data.orderId, 0);
    if (event.type === 'payment.resolved' || event.type === 'payment.reversed')
      paid.delete(event.data.orderId);
    if (event.type !== 'payment.paid') continue;
    const { orderId, amountCents, direction } = event.data;
    const before = paid.get(orderId);
    if (before === undefined) continue;
    if (direction === 'refund') paid.delete(orderId);
    else paid.set(orderId, before + amountCents);
  }
  return paid;
}
