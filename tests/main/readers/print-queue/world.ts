import { hash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type Database from 'better-sqlite3';
import pino from 'pino';

import type { StoreEvent } from '#app/domain/store-event.ts';
import { openJournal } from '#app/journal/journal.ts';
import type { Block } from '#app/receipt/blocks.ts';
import type { PrinterRole } from '#hardware/configuration.ts';
import { silentLog } from '#hardware/link/log.ts';
import { systemTimers } from '#hardware/link/timers.ts';
import type { ReceiptPrinter } from '#hardware/printer/device.ts';
import { printerOf } from '#hardware/printer/of-configuration.ts';
import { startVirtualPrinter, type VirtualPrinter } from '#hardware/printer/virtual/server.ts';
import { openDatabase } from '#main/database/open.ts';
import { sqliteSql } from '#main/database/sqlite-sql.ts';
import { printingOfStore, type StorePrinting } from '#main/readers/print-queue/of-store.ts';

/** Short enough for a test, long enough for a busy machine. */
const TIMES = { greetingMs: 400, silenceMs: 500, confirmMs: 700, probeMs: 100, reconnectMs: 20 };

export type Place = { readonly id: string; readonly roles: readonly PrinterRole[] };

export type PrintingWorld = Awaited<ReturnType<typeof aPrintingStore>>;

/** The print queue of a store on a real file, with real drivers and a virtual printer for each place. */
export async function aPrintingStore(places: readonly Place[]) {
  const folder = mkdtempSync(join(tmpdir(), 'oc-pizza-'));
  const file = join(folder, 'store.sqlite');
  let clockMs = Date.parse('2026-11-22T18:00:00.000Z');
  const now = () => new Date(clockMs).toISOString();
  const virtual = new Map<string, VirtualPrinter>();
  const drivers = new Map<string, ReceiptPrinter>();
  for (const { id, roles } of places) {
    const printer = await startVirtualPrinter({ name: id, port: 0, pagePort: 0 });
    virtual.set(id, printer);
    const transport = { kind: 'tcp', host: '127.0.0.1', port: printer.port } as const;
    const driver = printerOf(
      {
        kind: 'printer',
        id,
        name: id,
        language: 'esc-pos',
        transport,
        profile: 'epson-tm-m30iii',
        roles,
      },
      { now, timers: systemTimers, log: silentLog, times: TIMES },
    );
    drivers.set(id, driver);
  }
  let database: Database.Database;
  let printing: StorePrinting | undefined;
  let journal: ReturnType<typeof journalOn>;

  function journalOn(opened: Database.Database) {
    const sql = sqliteSql(opened);
    const sha256 = (text: string) => hash('sha256', text, 'base64url');
    return openJournal<StoreEvent>({ sql, origin: 'lyon-3', sha256, now, projections: [] });
  }

  async function open(): Promise<void> {
    database = await openDatabase(file);
    journal = journalOn(database);
    printing = printingOfStore({
      ...{ sql: sqliteSql(database), journal, printers: places, now, onChange: () => undefined },
      hardware: { printer: (id) => hosted(found(drivers, id), id) },
      store: { name: 'OC Pizza Lyon 3', zone: 'Europe/Paris' },
      receiptOf: ({ orderId, copy }): Block[] => [
        { type: 'text', text: `Reçu ${orderId}` },
        ...(copy === 0 ? [] : [{ type: 'mark', text: `DUPLICATA ${copy}` } as const]),
        { type: 'cut' },
      ],
      allergensOf: () => ['gluten', 'milk'],
      log: pino({ level: 'silent' }),
    });
  }
  await open();

  return {
    open,
    virtual: (id: string) => found(virtual, id),
    nudge: () => printing?.nudge(),
    pass(ms: number): void {
      clockMs += ms;
    },
    /** Closes the queue and the file, as the end of the process would. */
    async close(): Promise<void> {
      await printing?.close();
      database.close();
    },
    database: (): Database.Database => database,
    append(event: object): void {
      const events = [event as StoreEvent];
      journal.decideOn('orders', () => ({ ok: true, value: { events, value: undefined } }));
    },
    askForReceipt(orderId: string, copy = 0): void {
      database
        .prepare(
          "insert into print_job (order_id, copy, role, state, asked_at) values (?, ?, 'receipt', 'queued', ?)",
        )
        .run(orderId, copy, now());
    },
    /** By document, then by print. */
    states(): string[] {
      const rows = database.prepare(
        'select document, copy, state from print_job order by document, copy',
      );
      return (rows.all() as { document: string; copy: number; state: string }[]).map(
        ({ document, copy, state }) => `${document} ${copy} ${state}`,
      );
    },
    async remove(): Promise<void> {
      if (database.open) await printing?.close();
      await Promise.all([...drivers.values()].map((driver) => driver.close()));
      await Promise.all([...virtual.values()].map((printer) => printer.close()));
      if (database.open) database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function hosted(driver: ReceiptPrinter, id: string) {
  const { print, openDrawer, recover } = driver;
  return { print, openDrawer, recover, status: () => ({ id, ...driver.status() }) };
}

function found<Value>(map: ReadonlyMap<string, Value>, id: string): Value {
  const value = map.get(id);
  if (value === undefined) throw new Error(`no ${id}`);
  return value;
}

/** An order of two different pizzas and a drink, as its row and as what the journal says of it. */
export function anOrder(world: PrintingWorld, orderId: string, number = 42) {
  const lines = [
    {
      ...{ lineId: 'a', productId: 'reine', sizeId: 'm', kind: 'pizza', name: 'Reine Moyenne' },
      quantity: 2,
      changes: [
        { ingredientId: 'oli', action: 'add', name: 'Olives', priceCents: 100 },
        { ingredientId: 'oig', action: 'remove', name: 'oignon', priceCents: 0 },
      ],
    },
    {
      ...{ lineId: 'b', productId: 'coca', sizeId: 'one', kind: 'drink', name: 'Coca-Cola 33 cl' },
      ...{ quantity: 1, changes: [] },
    },
  ];
  const row = {
    order_id: orderId,
    number,
    business_day: '2026-11-22',
    channel: 'counter',
    mode: 'take-away',
    status: 'placed',
    placed_at: '2026-11-22T18:00:00.000Z',
    promised_at: '2026-11-22T18:20:00.000Z',
    total_cents: 2_900,
    paid_cents: 2_900,
    lines: JSON.stringify(lines),
    vat: '[]',
  };
  const names = Object.keys(row);
  world
    .database()
    .prepare(
      `insert into orders (${names.join(', ')}) values (${names.map((name) => `@${name}`).join(', ')})`,
    )
    .run(row);
  return { type: 'order.placed', data: { orderId, number, lines } };
}
