import type { StoreEvent } from '../domain/store-event.ts';
import type { Projection } from '../journal/journal.ts';
import { query } from '../journal/query.ts';
import { statement } from '../journal/sql.ts';
import type { InvoiceTable } from '../journal/tables.ts';

const insertInvoice = statement<InvoiceTable>()((place) =>
  query.insertInto('invoice').values({
    order_id: place('order_id'),
    invoice_number: place('invoice_number'),
    at: place('at'),
  }),
);
const removeAll = statement<object>()(() => query.deleteFrom('invoice'));

/** The number of the invoice made from an order. Who it was made for stands beside the journal. */
export const invoices: Projection<StoreEvent> = {
  name: 'invoices',
  topicsOf: (event) => (event.type === 'invoice.issued' ? ['orders'] : []),
  apply(sql, facts) {
    for (const { event, at } of facts) {
      if (event.type !== 'invoice.issued') continue;
      const { orderId, invoiceNumber } = event.data;
      sql.run(insertInvoice, { order_id: orderId, invoice_number: invoiceNumber, at });
    }
  },
  empty(sql) {
    sql.run(removeAll, {});
  },
};
