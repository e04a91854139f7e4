import { type Kysely, sql } from 'kysely';

/** Edits, refunds and parts of payments; the ledgers of vouchers, points and coupons; what is sold out. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await widenOrders(db);
  await widenPayments(db);
  await widenKitchen(db);
  await createLedgers(db);
  await createLists(db);
}

async function widenOrders(db: Kysely<unknown>): Promise<void> {
  const statements = [
    sql`alter table orders add column revision integer not null default 1`,
    sql`alter table orders add column non_sale_cents integer not null default 0`,
    sql`alter table orders add column non_sales text`,
    sql`alter table orders add column fee_cents integer not null default 0`,
    sql`alter table orders add column refunded_cents integer not null default 0`,
    sql`alter table orders add column customer_id text`,
    sql`alter table orders add column address_id text`,
    sql`alter table orders add column device text`,
    sql`alter table orders add column is_scheduled integer not null default 0`,
    // The last orders of one customer; most orders have none, and cost nothing.
    sql`create index orders_customer on orders (customer_id, placed_at) where customer_id is not null`,
    sql`alter table order_line add column line_id text not null default ''`,
    sql`alter table order_line add column quarters integer not null default 0`,
    sql`update order_line set line_id = cast(line as text), quarters = 4 * quantity`,
  ];
  for (const statement of statements) await statement.execute(db);
  await db.schema
    .createTable('refund_line')
    .addColumn('order_id', 'text', (c) => c.notNull())
    .addColumn('refund_id', 'text', (c) => c.notNull())
    .addColumn('line_id', 'text', (c) => c.notNull())
    .addColumn('quantity', 'integer', (c) => c.notNull())
    .addColumn('gross_cents', 'integer', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('refund_line_key', ['order_id', 'refund_id', 'line_id'])
    .execute();
}

async function widenPayments(db: Kysely<unknown>): Promise<void> {
  const statements = [
    sql`alter table payment add column direction text not null default 'payment'`,
    sql`alter table payment add column tip_cents integer not null default 0`,
    sql`alter table payment add column of_payment_id text`,
    sql`alter table payment add column line_ids text`,
  ];
  for (const statement of statements) await statement.execute(db);
}

async function widenKitchen(db: Kysely<unknown>): Promise<void> {
  const statements = [
    sql`alter table kitchen_ticket add column revision integer not null default 1`,
    sql`alter table kitchen_ticket add column acknowledged_revision integer not null default 1`,
    sql`alter table kitchen_ticket add column start_at text`,
  ];
  for (const statement of statements) await statement.execute(db);
}

async function createLedgers(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('voucher_entry')
    .addColumn('code', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('entry_id', 'text', (c) => c.notNull())
    .addColumn('order_id', 'text', (c) => c.notNull())
    .addColumn('cents', 'integer', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('voucher_entry_key', ['code', 'kind', 'entry_id'])
    .execute();
  await db.schema
    .createIndex('voucher_entry_order')
    .on('voucher_entry')
    .column('order_id')
    .execute();
  await db.schema
    .createTable('loyalty_entry')
    .addColumn('order_id', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('refund_id', 'text', (c) => c.notNull())
    .addColumn('customer_id', 'text', (c) => c.notNull())
    .addColumn('points', 'integer', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('loyalty_entry_key', ['order_id', 'kind', 'refund_id'])
    .execute();
  await db.schema
    .createIndex('loyalty_entry_customer')
    .on('loyalty_entry')
    .column('customer_id')
    .execute();
  await db.schema
    .createTable('coupon_use')
    .addColumn('promotion_id', 'text', (c) => c.notNull())
    .addColumn('order_id', 'text', (c) => c.notNull())
    .addColumn('customer_id', 'text')
    .addColumn('cents', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('coupon_use_key', ['promotion_id', 'order_id'])
    .execute();
  await db.schema.createIndex('coupon_use_order').on('coupon_use').column('order_id').execute();
}

async function createLists(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('sold_out')
    .addColumn('target', 'text', (c) => c.primaryKey())
    .addColumn('since', 'text', (c) => c.notNull())
    .addColumn('until', 'text')
    .addColumn('reason', 'text')
    .execute();
  await db.schema
    .createTable('invoice')
    .addColumn('order_id', 'text', (c) => c.primaryKey())
    .addColumn('invoice_number', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('training_result')
    .addColumn('seq', 'integer', (c) => c.primaryKey())
    .addColumn('employee_id', 'text', (c) => c.notNull())
    .addColumn('exercise', 'text', (c) => c.notNull())
    .addColumn('seconds', 'integer', (c) => c.notNull())
    .addColumn('errors', 'integer', (c) => c.notNull())
    .addColumn('is_passed', 'integer', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .execute();
}
