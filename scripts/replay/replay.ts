import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import pino from 'pino';
import { Temporal } from 'temporal-polyfill';

import { demonstrationStores } from '#app/demonstration/stores.ts';
import { businessCalendar } from '#app/lib/time.ts';
import { type Centre, startCentre } from '#central/start.ts';
import { startStore, type StoreNode, type StoreOptions } from '#main/store/start/start-store.ts';

import { centreTotals } from './centre-totals.ts';
import { menuOfSales } from './menu-of-sales.ts';
import type { Progress } from './progress.ts';
import type { SalesFile } from './sales-file.ts';
import { type Durations, sellAll } from './sell.ts';
import { storeTotals, type Totals } from './store-totals.ts';

export type Outcome = {
  readonly store: Totals;
  readonly centre: Totals;
  /** Both ends say the same, and what the files say. */
  readonly agrees: boolean;
  readonly durations: Durations;
  readonly sellSeconds: number;
  readonly syncSeconds: number;
  readonly entries: number;
  readonly databaseBytes: number;
};

/** The data set is one shop; it becomes the first store of the demonstration chain. */
const [STORE] = demonstrationStores;
/** A year is some 64,000 entries; a stuck link must not hang for ever. */
const SYNC_TIMEOUT_MS = 15 * 60_000;

/**
 * Sells a data set through a store node without a centre, then lets it synchronise with a fresh
 * one, and reads the totals of both from their databases. Everything happens in a temporary
 * folder, which is removed.
 */
export async function replay(file: SalesFile, progress: Progress): Promise<Outcome> {
  if (STORE === undefined) throw new Error('the demonstration chain has no store');
  const folder = mkdtempSync(join(tmpdir(), 'oc-pizza-replay-'));
  const storeFolder = join(folder, 'store');
  const log = pino({ level: process.env['OC_PIZZA_LOG'] ?? 'error' }, pino.destination(2));
  let clockMs = Date.now();
  const menu = menuOfSales(file.pizzas);
  const base: StoreOptions = {
    store: STORE,
    menu,
    folder: storeFolder,
    host: '127.0.0.1',
    port: 0,
    screens: 'dist/renderer',
    log,
    clock: () => clockMs,
  };
  try {
    const sold = await whileOpen(await startStore(base), async (node) => {
      const start = performance.now();
      const durations = await sellAll({
        node,
        menu,
        pizzas: file.pizzas,
        sales: file.sales,
        instantOf: (at) => instantIn(STORE.zone, at),
        setClock: (epochMs) => {
          clockMs = epochMs;
        },
        onProgress: (done) => progress('Ventes', done, file.sales.length),
      });
      return { durations, sellSeconds: (performance.now() - start) / 1_000 };
    });
    clockMs = Date.now();
    const synced = await synchronise(base, join(folder, 'centre'), progress);
    const store = storeTotals(join(storeFolder, 'store.sqlite'));
    return {
      ...sold,
      ...synced,
      store,
      agrees: sameTotals(store, synced.centre) && sameTotals(store, expected(file, STORE.zone)),
      databaseBytes: statSync(join(storeFolder, 'store.sqlite')).size,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function synchronise(base: StoreOptions, centreFolder: string, progress: Progress) {
  const centre = await startCentre({
    data: centreFolder,
    port: 0,
    demonstration: true,
    log: base.log,
  });
  try {
    const enrolmentCode = await centre.issueCode(base.store.id);
    const start = performance.now();
    const node = await startStore({ ...base, centre: { url: centre.url, enrolmentCode } });
    return await whileOpen(node, async () => {
      const entries = node.head();
      await allTaken(node, (waiting) => progress('Synchronisation', entries - waiting, entries));
      const syncSeconds = (performance.now() - start) / 1_000;
      return { entries, syncSeconds, centre: await totalsAt(centre, base.store.id) };
    });
  } finally {
    await centre.close();
  }
}

function totalsAt(centre: Centre, storeId: string): Promise<Totals> {
  return centreTotals(centre.database, storeId);
}

/** Waits until the centre holds everything, told by the store's own link. */
async function allTaken(node: StoreNode, onWaiting: (waiting: number) => void): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(
      () => reject(new Error('the centre did not take everything in time')),
      SYNC_TIMEOUT_MS,
    );
    const look = () => {
      const { waiting, status } = node.centre.status();
      onWaiting(waiting);
      if (waiting > 0 || status !== 'up') return;
      clearTimeout(late);
      off();
      resolve();
    };
    const off = node.onChanged(look);
    look();
  });
}

async function whileOpen<T>(node: StoreNode, work: (node: StoreNode) => Promise<T>): Promise<T> {
  try {
    return await work(node);
  } finally {
    await node.close();
  }
}

/** What the files themselves add up to; a sale after midnight is of the day before, as in a shop. */
function expected({ pizzas, sales }: SalesFile, zone: string): Omit<Totals, 'months'> {
  const calendar = businessCalendar({ zone });
  const dayOf = (at: string) => calendar.dayOf(new Date(instantIn(zone, at)).toISOString());
  const price = new Map(pizzas.map(({ pizzaId, priceCents }) => [pizzaId, priceCents]));
  const lines = sales.flatMap((sale) => sale.lines);
  return {
    orders: sales.length,
    lines: lines.length,
    pizzas: lines.reduce((sum, { quantity }) => sum + quantity, 0),
    salesCents: lines.reduce(
      (sum, { pizzaId, quantity }) => sum + quantity * (price.get(pizzaId) ?? 0),
      0,
    ),
    days: new Set(sales.map(({ at }) => dayOf(at))).size,
  };
}

/** A wall clock of the shop as milliseconds since 1970. */
function instantIn(zone: string, at: string): number {
  return Temporal.PlainDateTime.from(at).toZonedDateTime(zone).epochMilliseconds;
}

function sameTotals(left: Omit<Totals, 'months'>, right: Omit<Totals, 'months'>): boolean {
  const keys = ['orders', 'lines', 'pizzas', 'salesCents', 'days'] as const;
  return keys.every((key) => left[key] === right[key]);
}
