import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What edits and refunds change in the figures; money that goes back; pizzas of several parts. */
export const editsAndRefunds: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await statement.execute(db);
  },
};

const STATEMENTS = [
  // One row an edit or a refund, however often and on whichever branch it comes.
  sql`create table adjustment (
    store_id text not null,
    order_id text not null,
    kind text not null,
    adjustment_id text not null,
    business_day text not null,
    counted_at timestamptz not null,
    total_cents bigint not null,
    net_cents bigint not null,
    seq bigint not null,
    hash text not null,
    primary key (store_id, order_id, kind, adjustment_id)
  )`,
  sql`create index adjustment_day on adjustment (store_id, business_day)`,
  sql`grant select, insert on adjustment to oc_pizza_application`,
  // What it took off the figures: the order as edited and refunded until then.
  sql`alter table cancellation add column total_cents bigint, add column net_cents bigint`,
  sql`update cancellation set total_cents = orders.total_cents, net_cents = orders.net_cents
    from orders where orders.store_id = cancellation.store_id
      and orders.order_id = cancellation.order_id`,
  sql`alter table cancellation alter column total_cents set not null,
    alter column net_cents set not null`,
  sql`alter table order_line add column revision integer not null default 1`,
  sql`alter table order_line drop constraint order_line_pkey`,
  sql`alter table order_line add primary key (store_id, order_id, revision, line)`,
  sql`alter table payment add column direction text not null default 'payment',
    add column tip_cents bigint not null default 0`,
  // A half pizza counts two of four: quantities stay whole numbers.
  sql`alter table product_day rename column quantity to quarters`,
  sql`update product_day set quarters = 4 * quarters`,
];
