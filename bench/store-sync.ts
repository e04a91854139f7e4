import { rmSync } from 'node:fs';
import { join } from 'node:path';

import pino from 'pino';

import type { Centre } from '#central/start.ts';
import { temporaryFolder } from '#tests/world/store.ts';

import { type Figure, median, rounded } from './measure.ts';
import { catchUp, sellOffline } from './offline-store.ts';
import { rawIngest } from './raw-ingest.ts';

/** 20,000 offline orders in all, in turns with the limit. */
const ORDERS = 4_000;
const REPEATS = 5;

/**
 * G5: a store that was cut off catches up, end to end (journal, compression, Socket.IO,
 * verification, PostgreSQL with figures, durable answer), against PostgreSQL alone taking the very
 * same entries into the same tables by the best idempotent way known: one JSON text and one
 * statement for each 100 orders, prepared, one connection, nothing else to do.
 */
export async function storeSync(): Promise<Figure> {
  const folder = temporaryFolder();
  const { startCentre } = await import('#central/start.ts');
  const centre: Centre = await startCentre({
    data: join(folder, 'centre'),
    port: 0,
    demonstration: true,
    log: pino({ level: 'error' }),
  });
  const raw = await rawIngest(centre);
  const ours: number[] = [];
  const limit: number[] = [];
  let storeFolder: string | undefined;
  try {
    for (let repeat = 0; repeat < REPEATS; repeat += 1) {
      storeFolder = await sellOffline(storeFolder, ORDERS);
      const { store, ms } = await catchUp(storeFolder, centre);
      await store.close();
      ours.push((ORDERS * 1_000) / ms);
      limit.push((ORDERS * 1_000) / (await raw.take(storeFolder)));
    }
    await raw.check();
  } finally {
    await raw.close();
    await centre.close();
    rmSync(folder, { recursive: true, force: true });
    if (storeFolder !== undefined) rmSync(storeFolder, { recursive: true, force: true });
  }
  const ratios = ours.map((value, index) => value / (limit[index] ?? Number.NaN));
  return {
    name: 'store-sync',
    ours: rounded(median(ours), 0),
    reference: rounded(median(limit), 0),
    ratio: rounded(median(ratios)),
    unit: 'orders/s',
    notes: [`each repeat: ${ratios.map((ratio) => rounded(ratio)).join('  ')}`],
  };
}
