import type { StoreEvent } from '../domain/store-event.ts';
import type { Projection } from '../journal/journal.ts';
import { query } from '../journal/query.ts';
import { statement } from '../journal/sql.ts';
import type { LoyaltyEntryTable } from '../journal/tables.ts';

const insertEntry = statement<LoyaltyEntryTable>()((place) =>
  query
    .insertInto('loyalty_entry')
    .values({
      order_id: place('order_id'),
      kind: place('kind'),
      refund_id: place('refund_id'),
      customer_id: place('customer_id'),
      points: place('points'),
      at: place('at'),
    })
    .onConflict((conflict) => conflict.columns(['order_id', 'kind', 'refund_id']).doNothing()),
);
const removeAll = statement<object>()(() => query.deleteFrom('loyalty_entry'));

/** The ledger of points, keyed by the order that made them: the same fact twice counts once. */
export const loyalty: Projection<StoreEvent> = {
  name: 'loyalty',
  topicsOf: (event) => (event.type.startsWith('loyalty.') ? ['customers'] : []),
  apply(sql, facts) {
    for (const { event, at } of facts) {
      if (
        event.type !== 'loyalty.earned' &&
        event.type !== 'loyalty.used' &&
        event.type !== 'loyalty.reversed'
      )
        continue;
      const { orderId, customerId, points } = event.data;
      sql.run(insertEntry, {
        order_id: orderId,
        kind: event.type.slice('loyalty.'.length),
        refund_id: event.type === 'loyalty.reversed' ? (event.data.refundId ?? '') : '',
        customer_id: customerId,
        points: event.type === 'loyalty.used' ? 0 - points : points,
        at,
      });
    }
  },
  empty(sql) {
    sql.run(removeAll, {});
  },
};
