import type { Kysely } from 'kysely';

/**
 * The print queue takes more than receipts. What names a document stays in `order_id`: an order for
 * its receipt, its kitchen slip and its labels, a test page by its own id.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('print_job')
    .addColumn('document', 'text', (c) => c.notNull().defaultTo('customer-receipt'))
    .execute();
  // 1 when an earlier print of it may have come out: marked on the paper.
  await db.schema
    .alterTable('print_job')
    .addColumn('may_be_double', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
  // 1 when it was made because no kitchen screen shows the order.
  await db.schema
    .alterTable('print_job')
    .addColumn('screen_is_out', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
  await db.schema.alterTable('print_job').addColumn('printer_id', 'text').execute();
  await db.schema
    .createIndex('print_job_state')
    .on('print_job')
    .columns(['state', 'role', 'job_id'])
    .execute();
}
