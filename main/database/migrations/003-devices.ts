import type { Kysely } from 'kysely';

/** What a store has at its tills, as its settings hold it: `DeviceConfiguration` as JSON. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('device')
    .addColumn('device_id', 'text', (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('configuration', 'text', (c) => c.notNull())
    .execute();
}
