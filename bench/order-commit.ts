import { rmSync } from 'node:fs';
import { join } from 'node:path';

import Database from 'better-sqlite3';

import { makeDurable } from '#main/database/open.ts';
import { aStore, COUNTER, temporaryFolder } from '#tests/world/store.ts';

import { type Figure, median, rounded, timed } from './measure.ts';
import { orderInputs } from './orders.ts';

const WINDOW = 400;
const REPEATS = 7;
const TABLES = ['journal', 'orders', 'order_line', 'payment', 'kitchen_ticket'] as const;

type Row = Record<string, unknown>;

/**
 * G1: a paid order through the door of a store node (validation, prices, chain, projections)
 * against better-sqlite3 writing the very same rows, one durable transaction an order, the
 * statements prepared and the values at hand. Windows alternate, so both meet the same disk.
 */
export async function orderCommit(): Promise<Figure> {
  const store = await aStore();
  const folder = temporaryFolder();
  const raw = rawDatabase(join(store.folder, 'store.sqlite'), join(folder, 'raw.sqlite'));
  const ours: number[] = [];
  const limit: number[] = [];
  const reader = new Database(join(store.folder, 'store.sqlite'), { readonly: true });
  try {
    for (let repeat = 0; repeat <= REPEATS; repeat += 1) {
      const inputs = orderInputs(WINDOW);
      const oursMs = await timed(async () => {
        for (const input of inputs) {
          const answer = await store.request('order.place', input, COUNTER);
          if (!answer.ok) throw new Error(`refused: ${answer.refusal.code}`);
        }
      });
      const rows = inputs.map((input) => rowsOf(reader, input.orderId));
      const rawMs = await timed(() => {
        for (const set of rows) raw.write(set);
      });
      // The first window warms both up.
      if (repeat === 0) continue;
      ours.push((WINDOW * 1_000) / oursMs);
      limit.push((WINDOW * 1_000) / rawMs);
    }
  } finally {
    reader.close();
    raw.close();
    await store.remove();
    rmSync(folder, { recursive: true, force: true });
  }
  const ratios = ours.map((value, index) => value / (limit[index] ?? Number.NaN));
  return {
    name: 'order-commit',
    ours: rounded(median(ours), 0),
    reference: rounded(median(limit), 0),
    ratio: rounded(median(ratios)),
    unit: 'orders/s',
  };
}

/** Everything the product wrote for one order, table by table. */
function rowsOf(reader: Database.Database, orderId: string): [string, Row][] {
  return TABLES.flatMap((table) => {
    const column = table === 'journal' ? 'stream' : 'order_id';
    const key = table === 'journal' ? `order-${orderId}` : orderId;
    const rows = reader.prepare(`select * from ${table} where ${column} = ?`).all(key) as Row[];
    return rows.map((row): [string, Row] => [table, row]);
  });
}

/** The same schema and the same durability, without the product. */
function rawDatabase(model: string, file: string) {
  const source = new Database(model, { readonly: true });
  const schema = source
    .prepare(
      "select sql from sqlite_master where sql is not null and type in ('table', 'index') and name not like 'kysely%'",
    )
    .pluck()
    .all() as string[];
  source.close();
  const database = new Database(file);
  makeDurable(database);
  for (const sentence of schema) database.exec(sentence);
  const inserts = new Map<string, Database.Statement>();
  for (const table of TABLES) {
    const columns = (database.pragma(`table_info(${table})`) as { name: string }[]).map(
      ({ name }) => name,
    );
    const places = columns.map((name) => `@${name}`).join(', ');
    inserts.set(
      table,
      database.prepare(`insert into ${table} (${columns.join(', ')}) values (${places})`),
    );
  }
  const write = database.transaction((rows: [string, Row][]) => {
    for (const [table, row] of rows) inserts.get(table)?.run(row);
  });
  return { write: (rows: [string, Row][]) => write.immediate(rows), close: () => database.close() };
}
