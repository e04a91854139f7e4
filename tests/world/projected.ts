import type Database from 'better-sqlite3';

import type { OrderEvent } from '#app/domain/order/events.ts';
import { DRAFT, decide, evolve, type Order } from '#app/domain/order/order.ts';
import type { StoreEvent } from '#app/domain/store-event.ts';
import type { Fact } from '#app/journal/journal.ts';
import type { Sql } from '#app/journal/sql.ts';
import { openDatabase } from '#main/database/open.ts';
import { sqliteSql } from '#main/database/sqlite-sql.ts';
import { STORE_PROJECTIONS } from '#main/store/journal-of-store.ts';

import { commandOf } from './lives-of-chance.ts';
import type { Step } from './steps-of-chance.ts';

/** The tables that come from the journal of a store alone. */
const TABLES = [
  'orders',
  'order_line',
  'refund_line',
  'payment',
  'kitchen_ticket',
  'voucher_entry',
  'loyalty_entry',
  'sold_out',
  'coupon_use',
  'invoice',
  'training_result',
] as const;
type Table = (typeof TABLES)[number];

export type ProjectedStore = {
  readonly database: Database.Database;
  readonly sql: Sql;
  /** Each call is one batch. */
  readonly apply: (facts: readonly Fact<StoreEvent>[]) => void;
  readonly rows: (table: Table) => Record<string, unknown>[];
  readonly allRows: () => Record<string, unknown[]>;
  readonly empty: () => void;
};

/** The real tables of a store in memory, and its real projections. */
export async function aProjectedStore(): Promise<ProjectedStore> {
  const database = await openDatabase(':memory:');
  const sql = sqliteSql(database);
  const rows = (table: Table) =>
    database.prepare(`select * from ${table} order by 1, 2, 3`).all() as Record<string, unknown>[];
  return {
    database,
    sql,
    apply: (facts) =>
      sql.transaction(() => {
        for (const projection of STORE_PROJECTIONS) projection.apply(sql, facts);
      }),
    rows,
    allRows: () => Object.fromEntries(TABLES.map((table) => [table, rows(table)])),
    empty: () =>
      sql.transaction(() => {
        for (const projection of STORE_PROJECTIONS) projection.empty(sql);
      }),
  };
}

/** These events as entries, one second after the other. */
export function factsOf(events: readonly StoreEvent[], from = 1): Fact<StoreEvent>[] {
  return events.map((event, index) => {
    const seq = from + index;
    const at = new Date(Date.UTC(2026, 10, 20, 18, 0, seq)).toISOString();
    return { event, origin: 'lyon-3', seq, at };
  });
}

/** What is written when these steps are tried on one order, and what becomes of it. */
export function lived(steps: readonly Step[]): { events: OrderEvent[]; order: Order } {
  const events: OrderEvent[] = [];
  let order: Order = DRAFT;
  for (const [index, step] of steps.entries()) {
    const command = commandOf(order, step, index);
    const outcome = command === undefined ? undefined : decide(order, command);
    if (outcome?.ok !== true) continue;
    order = outcome.value.reduce(evolve, order);
    events.push(...outcome.value);
  }
  return { events, order };
}
