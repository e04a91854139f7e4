import Database from 'better-sqlite3';

import type { Projection } from '#app/journal/journal.ts';
import type { Sql, Statement } from '#app/journal/sql.ts';
import { accept, type Result } from '#app/lib/result.ts';
import type { ReceivedEntry } from '#app/sync/receiver.ts';
import { openDatabase } from '#main/database/open.ts';
import { sqliteSql } from '#main/database/sqlite-sql.ts';

/**
 * What is sold in a schedule: small, but each order is two entries and several rows. `clock` is
 * what the clock of the machine said, which may jump.
 */
export type Sale =
  | {
      readonly type: 'order.placed';
      readonly data: {
        readonly orderId: string;
        readonly cents: number;
        readonly lines: readonly number[];
        readonly clock: number;
      };
    }
  | {
      readonly type: 'payment.paid';
      readonly data: {
        readonly orderId: string;
        readonly paidCents: number;
        readonly clock: number;
      };
    };

export type Order = {
  readonly orderId: string;
  readonly cents: number;
  readonly lines: readonly number[];
};

/**
 * The product's own schema and the few tables of the simulation, as bytes. The trigger that
 * forbids deleting is left out: a database is emptied and used again by the next schedule.
 */
export async function emptyStore(): Promise<Buffer> {
  const database = await openDatabase(':memory:');
  database.exec(`
    drop trigger journal_no_delete;
    create table sim_order (order_id text primary key, origin text not null, cents integer not null,
      paid integer not null);
    create table sim_line (order_id text not null, line integer not null, cents integer not null);
    create table sim_takings (origin text primary key, orders integer not null, cents integer not null);
  `);
  const bytes = database.serialize();
  database.close();
  return bytes;
}

/** A database and the statements prepared on it, which may outlive the process: they hold no state. */
export type Disk = {
  readonly database: Database.Database;
  readonly sql: Sql;
  readonly heldBetween: Database.Statement<[string, number, number], string>;
};

export function openCopy(bytes: Buffer): Disk {
  const database = new Database(bytes);
  const heldBetween = database
    .prepare<[string, number, number], string>(
      'select hash from journal where origin = ? and seq > ? and seq <= ?',
    )
    .pluck();
  return { database, sql: sqliteSql(database), heldBetween };
}

const EMPTYING = ['journal', 'setting', 'sim_order', 'sim_line', 'sim_takings'].map((table) =>
  written<object>(`delete from ${table}`),
);

const FREE_DISKS_MAX = 8;

/** Disks for one schedule after another: opening and preparing anew took a fifth of the time. */
export class DiskPool {
  readonly #empty: Buffer;
  readonly #free: Disk[] = [];

  constructor(empty: Buffer) {
    this.#empty = empty;
  }

  take(): Disk {
    return this.#free.pop() ?? openCopy(this.#empty);
  }

  giveBack(disk: Disk): void {
    if (disk.database.inTransaction) throw new Error('A schedule ended in a transaction.');
    if (this.#free.length >= FREE_DISKS_MAX) {
      disk.database.close();
      return;
    }
    for (const statement of EMPTYING) disk.sql.run(statement, {});
    this.#free.push(disk);
  }
}

/** Placing an order that is already there changes nothing: the retry of one whose answer was lost. */
export function place(order: Order, clock: number) {
  const { orderId, cents, lines } = order;
  return (past: readonly Sale[]): Result<{ events: readonly Sale[]; value: string }> => {
    if (past.length > 0) return accept({ events: [], value: orderId });
    return accept({
      events: [
        { type: 'order.placed', data: { orderId, cents, lines, clock } },
        { type: 'payment.paid', data: { orderId, paidCents: cents, clock } },
      ],
      value: orderId,
    });
  };
}

function written<Values>(sql: string, ...slots: (keyof Values & string)[]) {
  return { sql, parameters: slots.map((slot) => ({ slot })) } satisfies Statement<Values, unknown>;
}

type OrderRow = { id: string; origin: string; cents: number };
const addOrder = written<OrderRow>(
  'insert into sim_order values (?, ?, ?, 0) on conflict do nothing',
  'id',
  'origin',
  'cents',
);
const addLine = written<{ id: string; line: number; cents: number }>(
  'insert into sim_line values (?, ?, ?)',
  'id',
  'line',
  'cents',
);
const addPaid = written<{ cents: number; id: string }>(
  'update sim_order set paid = ? where order_id = ?',
  'cents',
  'id',
);
const addTakings = written<{ origin: string; cents: number }>(
  `insert into sim_takings values (?, 1, ?) on conflict (origin)
   do update set orders = orders + 1, cents = cents + excluded.cents`,
  'origin',
  'cents',
);

/** Rows of one order, in a store and at the centre alike. An order that is there is left alone. */
function project(sql: Sql, origin: string, event: Sale): void {
  const { orderId: id } = event.data;
  if (event.type === 'payment.paid') {
    sql.run(addPaid, { cents: event.data.paidCents, id });
    return;
  }
  const { cents, lines } = event.data;
  if (sql.run(addOrder, { id, origin, cents }) === 0) return;
  for (const [line, each] of lines.entries()) sql.run(addLine, { id, line, cents: each });
  sql.run(addTakings, { origin, cents });
}

export const storeProjection: Projection<Sale> = {
  name: 'simulated-orders',
  topicsOf: () => ['orders'],
  apply(sql, facts) {
    for (const fact of facts) project(sql, fact.origin, fact.event);
  },
  empty: () => undefined,
};

export function projectReceived(sql: Sql, entries: readonly ReceivedEntry[]): void {
  for (const entry of entries) project(sql, entry.origin, saleOf(entry));
}

export function saleOf({ content }: Pick<ReceivedEntry, 'content'>): Sale {
  return { type: content.type, data: content.data } as Sale;
}
