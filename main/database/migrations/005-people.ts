import { type Kysely, sql } from 'kysely';

/**
 * Who works here and who orders: what is about persons and therefore stands in no journal, where it
 * could never be erased. And what a till keeps for itself: its session, its parked drafts.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createStaff(db);
  await createCustomers(db);
  await createSearch(db);
  await createCallsAndDrafts(db);
}

async function createStaff(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('employee')
    .addColumn('employee_id', 'text', (c) => c.primaryKey())
    .addColumn('first_name', 'text', (c) => c.notNull())
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('pin_hash', 'text')
    .addColumn('is_active', 'integer', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('pin_attempt')
    .addColumn('employee_id', 'text', (c) => c.notNull())
    .addColumn('device', 'text', (c) => c.notNull())
    .addColumn('wrong', 'integer', (c) => c.notNull())
    .addColumn('locked_until', 'text')
    .addPrimaryKeyConstraint('pin_attempt_key', ['employee_id', 'device'])
    .execute();
  await db.schema
    .createTable('till_session')
    .addColumn('device', 'text', (c) => c.primaryKey())
    .addColumn('employee_id', 'text', (c) => c.notNull())
    .addColumn('since', 'text', (c) => c.notNull())
    .addColumn('touched_at', 'text', (c) => c.notNull())
    .addColumn('locked_at', 'text')
    .execute();
  await db.schema
    .createTable('training_device')
    .addColumn('device', 'text', (c) => c.primaryKey())
    .addColumn('since', 'text', (c) => c.notNull())
    .execute();
}

async function createCustomers(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('customer')
    .addColumn('place', 'integer', (c) => c.primaryKey())
    .addColumn('customer_id', 'text', (c) => c.notNull().unique())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('email', 'text')
    .addColumn('note', 'text')
    .addColumn('saved_at', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('customer_phone')
    .addColumn('customer_id', 'text', (c) => c.notNull())
    .addColumn('rank', 'integer', (c) => c.notNull())
    .addColumn('e164', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('customer_phone_key', ['customer_id', 'rank'])
    .execute();
  await db.schema
    .createIndex('customer_phone_number')
    .on('customer_phone')
    .columns(['e164', 'customer_id'])
    .execute();
  await db.schema
    .createTable('customer_address')
    .addColumn('address_id', 'text', (c) => c.primaryKey())
    .addColumn('customer_id', 'text', (c) => c.notNull())
    .addColumn('rank', 'integer', (c) => c.notNull())
    .addColumn('label', 'text')
    .addColumn('street', 'text', (c) => c.notNull())
    .addColumn('postcode', 'text', (c) => c.notNull())
    .addColumn('city', 'text', (c) => c.notNull())
    .addColumn('latitude', 'integer')
    .addColumn('longitude', 'integer')
    .addColumn('floor', 'text')
    .addColumn('door_code', 'text')
    .addColumn('intercom', 'text')
    .addColumn('meeting_point', 'text')
    .execute();
  await db.schema
    .createIndex('customer_address_customer')
    .on('customer_address')
    .column('customer_id')
    .execute();
}

/**
 * Full text (SQLite FTS5) on the folded names and streets, and any part of a number of three digits
 * or more. NOTE: without `secure-delete` the words of an erased customer would stay in the index.
 */
async function createSearch(db: Kysely<unknown>): Promise<void> {
  await sql`
    create virtual table customer_words using fts5(
      name, street, tokenize = 'unicode61', prefix = '2 3')`.execute(db);
  await sql`
    create virtual table customer_digits using fts5(
      digits, tokenize = 'trigram', detail = 'full')`.execute(db);
  await sql`
    insert into customer_words (customer_words, rank) values ('secure-delete', 1)`.execute(db);
  await sql`
    insert into customer_digits (customer_digits, rank) values ('secure-delete', 1)`.execute(db);
}

async function createCallsAndDrafts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('call')
    .addColumn('call_id', 'text', (c) => c.primaryKey())
    .addColumn('line_id', 'text', (c) => c.notNull())
    .addColumn('e164', 'text')
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('changed_at', 'text', (c) => c.notNull())
    .addColumn('device', 'text')
    .addColumn('is_dismissed', 'integer', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('call_changed').on('call').column('changed_at').execute();
  await db.schema
    .createTable('draft')
    .addColumn('draft_id', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text')
    .addColumn('total_cents', 'integer', (c) => c.notNull())
    .addColumn('parked_at', 'text', (c) => c.notNull())
    .addColumn('by', 'text', (c) => c.notNull())
    .addColumn('device', 'text', (c) => c.notNull())
    .addColumn('draft', 'text', (c) => c.notNull())
    .addColumn('taken_by', 'text')
    .addColumn('taken_at', 'text')
    .execute();
}
