import type { StoreEvent } from '../domain/store-event.ts';
import type { Projection } from '../journal/journal.ts';
import { query } from '../journal/query.ts';
import { statement } from '../journal/sql.ts';

const queueJob = statement<{
  orderId: string;
  copy: number;
  document: string;
  at: string;
}>()((place) =>
  query
    .insertInto('print_job')
    .values({
      order_id: place('orderId'),
      copy: place('copy'),
      role: 'receipt',
      state: 'queued',
      reason: null,
      asked_at: place('at'),
      document: place('document'),
      printer_id: null,
    })
    .onConflict((conflict) =>
      conflict.columns(['order_id', 'document', 'copy', 'role']).doNothing(),
    ),
);

/**
 * Puts each receipt, note or invoice asked for into the print queue, in the transaction that recorded
 * the asking.
 * NOTE: emptying does nothing. What happened to a job is not in the journal, and a rebuild must
 * not print again what was printed; the unique key makes applying twice harmless.
 */
export const printJobs: Projection<StoreEvent> = {
  name: 'print-jobs',
  topicsOf: (event) => (event.type === 'receipt.requested' ? ['prints'] : []),
  apply(sql, facts) {
    for (const { event, at } of facts) {
      if (event.type !== 'receipt.requested') continue;
      const { orderId, copy, document = 'receipt' } = event.data;
      sql.run(queueJob, { orderId, copy, document, at });
    }
  },
  empty: () => undefined,
};
