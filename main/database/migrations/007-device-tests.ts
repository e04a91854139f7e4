import type { Kysely } from 'kysely';

/**
 * Tests of devices. A test payment is written here before its terminal is asked; it is no sale and
 * stands in no journal.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('device_test')
    .addColumn('test_id', 'text', (c) => c.primaryKey())
    .addColumn('device_id', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('amount_cents', 'integer')
    .addColumn('sentence', 'text')
    .addColumn('action', 'text')
    .addColumn('asked_by', 'text', (c) => c.notNull())
    .addColumn('started_at', 'text', (c) => c.notNull())
    .addColumn('ended_at', 'text')
    .execute();
  await db.schema
    .createIndex('device_test_by_device')
    .on('device_test')
    .columns(['device_id', 'started_at'])
    .execute();
}
