import type { OrderEvent } from '../domain/order/events.ts';
import type { StoreEvent } from '../domain/store-event.ts';
import type { Fact, Projection } from '../journal/journal.ts';
import { query } from '../journal/query.ts';
import { type Sql, statement } from '../journal/sql.ts';
import type { VoucherEntryTable } from '../journal/tables.ts';

const insertEntry = statement<VoucherEntryTable>()((place) =>
  query.insertInto('voucher_entry').values({
    code: place('code'),
    kind: place('kind'),
    entry_id: place('entry_id'),
    order_id: place('order_id'),
    cents: place('cents'),
    at: place('at'),
  }),
);
const entriesOfOrder = statement<{ orderId: string }>()((place) =>
  query.selectFrom('voucher_entry').selectAll().where('order_id', '=', place('orderId')),
);
const removeAll = statement<object>()(() => query.deleteFrom('voucher_entry'));

/** The ledger of gift vouchers: what was sold on each, paid with it and put back (R-PAY-07). */
export const vouchers: Projection<StoreEvent> = {
  name: 'vouchers',
  topicsOf: () => [],
  apply(sql, facts) {
    for (const fact of facts) applyOne(sql, fact);
  },
  empty(sql) {
    sql.run(removeAll, {});
  },
};

function applyOne(sql: Sql, { event, at }: Fact<StoreEvent>): void {
  switch (event.type) {
    case 'order.placed': {
      const { orderId, nonSales = [] } = event.data;
      for (const { nonSaleId, code, cents } of nonSales)
        if (code !== undefined)
          write(sql, { code, kind: 'sold', entry_id: nonSaleId, order_id: orderId, cents, at });
      return;
    }
    case 'order.cancelled':
      undo(sql, event.data.orderId, { from: 'sold', to: 'cancelled', at });
      return;
    case 'payment.paid':
      pay(sql, event.data, at);
      return;
    case 'payment.reversed': {
      const { orderId, paymentId } = event.data;
      undo(sql, orderId, { from: 'used', to: 'returned', entryId: paymentId, at });
      return;
    }
    default:
  }
}

type Paid = Extract<OrderEvent, { type: 'payment.paid' }>['data'];

function pay(sql: Sql, data: Paid, at: string): void {
  if (data.method !== 'gift-voucher') return;
  const { orderId, paymentId, amountCents, code } = data;
  const isBack = data.direction === 'refund';
  write(sql, {
    code,
    kind: isBack ? 'returned' : 'used',
    entry_id: paymentId,
    order_id: orderId,
    cents: isBack ? amountCents : 0 - amountCents,
    at,
  });
}

/** The opposite of entries of an order, under another kind. */
function undo(
  sql: Sql,
  orderId: string,
  { from, to, entryId, at }: { from: string; to: string; entryId?: string; at: string },
): void {
  for (const entry of sql.all(entriesOfOrder, { orderId })) {
    if (entry.kind !== from || (entryId !== undefined && entry.entry_id !== entryId)) continue;
    write(sql, { ...entry, kind: to, cents: 0 - entry.cents, at });
  }
}

function write(sql: Sql, entry: VoucherEntryTable): void {
  sql.run(insertEntry, entry);
}
