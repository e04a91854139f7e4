import { rmSync } from 'node:fs';
import { join } from 'node:path';

import Database from 'better-sqlite3';

import { makeDurable } from '#main/database/open.ts';
import { aStore, COUNTER, temporaryFolder } from '#tests/world/store.ts';

import { type Figure, median, percentile, rounded, timed } from './measure.ts';
import { orderInputs } from './orders.ts';

/** Short turns: a disk shared with others changes its mind from one second to the next. */
const BLOCK = 20;
const BLOCKS = 150;
const WARM_UP = 20;
const TABLES = ['journal', 'orders', 'order_line', 'payment', 'kitchen_ticket'] as const;

type Row = Record<string, unknown>;

/**
 * G1: a paid order through the door of a store node (validation, prices, chain, projections)
 * against better-sqlite3 writing the very same rows, one durable transaction an order, the
 * statements prepared and the values at hand. They take turns, 20 orders each, so that both meet the
 * same disk; the ratio is the median of the turns.
 */
export async function orderCommit(): Promise<Figure> {
  const store = await aStore();
  const folder = temporaryFolder();
  const raw = rawDatabase(join(store.folder, 'store.sqlite'), join(folder, 'raw.sqlite'));
  const ours: number[] = [];
  const limit: number[] = [];
  const cpu: { ours: number; limit: number }[] = [];
  const reader = new Database(join(store.folder, 'store.sqlite'), { readonly: true });
  try {
    for (let block = -WARM_UP; block < BLOCKS; block += 1) {
      const inputs = orderInputs(BLOCK);
      const before = process.cpuUsage();
      const oursMs = await timed(async () => {
        for (const input of inputs) {
          const answer = await store.request('order.place', input, COUNTER);
          if (!answer.ok) throw new Error(`refused: ${answer.refusal.code}`);
        }
      });
      const oursCpu = cpuMs(before);
      const rows = inputs.map((input) => rowsOf(reader, input.orderId));
      const beforeRaw = process.cpuUsage();
      const rawMs = await timed(() => {
        for (const set of rows) raw.write(set);
      });
      const rawCpu = cpuMs(beforeRaw);
      if (block < 0) continue;
      cpu.push({ ours: oursCpu / BLOCK, limit: rawCpu / BLOCK });
      ours.push((BLOCK * 1_000) / oursMs);
      limit.push((BLOCK * 1_000) / rawMs);
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
    notes: [
      `half of the ${ratios.length} turns between ${rounded(percentile(ratios, 25))} and ${rounded(percentile(ratios, 75))}`,
      `processor per order: ${rounded(median(cpu.map((of) => of.ours)), 3)} ms, limit ${rounded(median(cpu.map((of) => of.limit)), 3)} ms`,
    ],
  };
}

/** Processor time of this process since `before`, in milliseconds. */
function cpuMs(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
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
      `select sql from sqlite_master where sql is not null and type in ('table', 'index')
       and tbl_name in (${TABLES.map(() => '?').join(', ')})`,
    )
    .pluck()
    .all(...TABLES) as string[];
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
