import { type Kysely, sql } from 'kysely';

/**
 * The print queue takes more than receipts, so what a job is of belongs to its key. What names a
 * document stays in `order_id`: an order for its receipt, its kitchen slip and its labels, a test page
 * by its own id.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('print_job_next')
    .addColumn('job_id', 'integer', (c) => c.primaryKey())
    .addColumn('order_id', 'text', (c) => c.notNull())
    .addColumn('document', 'text', (c) => c.notNull().defaultTo('receipt'))
    .addColumn('copy', 'integer', (c) => c.notNull())
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('reason', 'text')
    .addColumn('asked_at', 'text', (c) => c.notNull())
    // 1 when an earlier print of it may have come out: marked on the paper.
    .addColumn('may_be_double', 'integer', (c) => c.notNull().defaultTo(0))
    // 1 when it was made because no kitchen screen shows the order.
    .addColumn('screen_is_out', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('printer_id', 'text')
    .addUniqueConstraint('print_job_paper', ['order_id', 'document', 'copy', 'role'])
    .execute();
  await sql`
    insert into print_job_next (job_id, order_id, copy, role, state, reason, asked_at)
    select job_id, order_id, copy, role, state, reason, asked_at from print_job`.execute(db);
  await db.schema.dropTable('print_job').execute();
  await db.schema.alterTable('print_job_next').renameTo('print_job').execute();
  await db.schema
    .createIndex('print_job_state')
    .on('print_job')
    .columns(['state', 'role', 'job_id'])
    .execute();
}
