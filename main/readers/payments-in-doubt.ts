import type { StoreEvent } from '#app/domain/store-event.ts';
import type { Journal } from '#app/journal/journal.ts';
import { query } from '#app/journal/query.ts';
import { type Sql, statement } from '#app/journal/sql.ts';

const inDoubt = statement<object>()(() =>
  query.selectFrom('payment').select('payment_id').where('status', '=', 'in-doubt'),
);

/**
 * The card payments of which nobody knows yet whether they were paid. Read once at start, then each
 * commit tells what it changed: a person settles them, or a late answer of the terminal.
 */
export function paymentsInDoubt(
  sql: Sql,
  journal: Journal<StoreEvent>,
): { readonly count: () => number } {
  const ids = new Set(sql.all(inDoubt, {}).map((row) => row.payment_id));
  journal.onAppended((_topics, events) => {
    for (const event of events) {
      if (event.type === 'payment.in-doubt') ids.add(event.data.paymentId);
      else if (event.type.startsWith('payment.') && 'paymentId' in event.data)
        ids.delete(event.data.paymentId);
    }
  });
  return { count: () => ids.size };
}
