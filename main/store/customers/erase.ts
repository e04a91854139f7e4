import { sql as text } from 'kysely';

import { query } from '#app/journal/query.ts';
import { type Sql, statement } from '#app/journal/sql.ts';

import { people } from '../../database/people-tables.ts';
import { dropDetails } from './save.ts';

const dropCustomer = statement<{ customerId: string }>()((place) =>
  people.deleteFrom('customer').where('customer_id', '=', place('customerId')),
);
const forgetCalls = statement<{ customerId: string }>()((place) =>
  people
    .updateTable('call')
    .set({ e164: null })
    .where('e164', 'in', (row) =>
      row
        .selectFrom('customer_phone')
        .select('customer_phone.e164')
        .where('customer_id', '=', place('customerId')),
    ),
);
const forgetDrafts = statement<{ customerId: string }>()((place) =>
  people.deleteFrom('draft').where(text<boolean>`instr(draft, ${place('customerId')}) > 0`),
);
const emptyLog = statement<object>()(() => ({
  compile: () => text<{ busy: number }>`pragma wal_checkpoint(truncate)`.compile(query),
}));

/**
 * Erases all that is known of a person. Orders stay, with an id that leads nowhere. What was deleted
 * is overwritten in the file (`secure_delete`, and the same for the full-text indexes, migration
 * 005), and the write-ahead log that still held it is emptied. Erasing nobody does nothing.
 */
export function eraseCustomer(sql: Sql, customerId: string): void {
  sql.transaction(() => {
    sql.run(forgetCalls, { customerId });
    sql.run(forgetDrafts, { customerId });
    dropDetails(sql, customerId);
    sql.run(dropCustomer, { customerId });
  });
  sql.get(emptyLog, {});
}
