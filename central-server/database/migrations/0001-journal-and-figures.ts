import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Stores, the copies of their journals, and the figures made from them. */
export const journalAndFigures: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await statement.execute(db);
  },
};

const STATEMENTS = [
  sql`create table store (
    store_id text primary key,
    name text not null,
    is_open boolean not null,
    zone text not null,
    cut_off text not null,
    public_key text unique,
    enrolled_at timestamptz,
    revoked_at timestamptz,
    set_aside_at timestamptz
  )`,
  // Rewritten at every push: room on the page keeps the new version beside the old one.
  sql`create table store_head (
    store_id text primary key references store,
    seq bigint not null,
    hash text not null,
    received_at timestamptz
  ) with (fillfactor = 20)`,
  sql`create table store_presence (
    store_id text primary key references store,
    heard_at timestamptz not null,
    boot_id text not null
  ) with (fillfactor = 20)`,
  sql`create table enrolment_code (
    code_hash text primary key,
    store_id text not null references store,
    issued_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
  )`,
  sql`create table journal (
    origin text not null,
    seq bigint not null,
    hash text not null,
    parent text not null,
    text text not null,
    received bigint generated always as identity,
    received_at timestamptz not null default now(),
    primary key (origin, seq, hash)
  )`,
  // Arrival only grows: a range index of a few pages finds a window of it.
  sql`create index journal_received on journal using brin (received) with (autosummarize = on)`,
  sql`create table alarm (
    alarm_id bigint generated always as identity primary key,
    store_id text not null references store,
    at timestamptz not null,
    kind text not null,
    mark text not null,
    unique (store_id, kind, mark)
  )`,
  sql`create table orders (
    store_id text not null,
    order_id text not null,
    seq bigint not null,
    hash text not null,
    number integer not null,
    business_day text not null,
    channel text not null,
    mode text not null,
    placed_at timestamptz not null,
    promised_at timestamptz not null,
    total_cents bigint not null,
    net_cents bigint not null,
    primary key (store_id, order_id)
  )`,
  sql`create index orders_placed_at on orders using brin (placed_at)
    with (pages_per_range = 16, autosummarize = on)`,
  sql`create table order_line (
    store_id text not null,
    order_id text not null,
    line integer not null,
    product_id text not null,
    size_id text not null,
    kind text not null,
    name text not null,
    quantity integer not null,
    unit_price_cents bigint not null,
    gross_cents bigint not null,
    vat_rate_bp integer not null,
    primary key (store_id, order_id, line)
  )`,
  sql`create table order_state (
    store_id text not null,
    order_id text not null,
    status text not null,
    at timestamptz not null,
    seq bigint not null,
    hash text not null,
    primary key (store_id, order_id)
  )`,
  sql`create index order_state_open on order_state (store_id)
    where status in ('placed', 'preparing', 'ready')`,
  sql`create table cancellation (
    store_id text not null,
    order_id text not null,
    at timestamptz not null,
    reason text not null,
    seq bigint not null,
    hash text not null,
    primary key (store_id, order_id)
  )`,
  sql`create table payment (
    store_id text not null,
    payment_id text not null,
    order_id text not null,
    method text,
    amount_cents bigint,
    status text not null,
    at timestamptz not null,
    seq bigint not null,
    hash text not null,
    primary key (store_id, payment_id)
  )`,
  sql`create table sales_hour (
    store_id text not null,
    business_day text not null,
    hour timestamptz not null,
    orders bigint not null,
    sales_cents bigint not null,
    net_cents bigint not null,
    cancelled bigint not null,
    primary key (store_id, business_day, hour)
  ) with (fillfactor = 70)`,
  // For the last 24 hours of the whole chain, whatever the business day.
  sql`create index sales_hour_hour on sales_hour (hour)`,
  sql`create table product_day (
    store_id text not null,
    business_day text not null,
    product_id text not null,
    name text not null,
    quantity bigint not null,
    sales_cents bigint not null,
    primary key (store_id, business_day, product_id)
  ) with (fillfactor = 70)`,
];
