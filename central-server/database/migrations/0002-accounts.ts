import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Who may sign in to head office. */
export const accounts: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await statement.execute(db);
  },
};

const STATEMENTS = [
  sql`create table account (
    account_id text primary key,
    email text not null unique,
    name text not null,
    role text not null,
    password text not null,
    created_at timestamptz not null
  )`,
  sql`create table session (
    token_hash text primary key,
    account_id text not null references account on delete cascade,
    created_at timestamptz not null,
    expires_at timestamptz not null
  )`,
  sql`create table attempt (
    key_hash text primary key,
    window_start timestamptz not null,
    tries integer not null
  )`,
];
