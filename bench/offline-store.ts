import { join } from 'node:path';

import Database from 'better-sqlite3';
import pino from 'pino';

import type { Centre } from '#central/start.ts';
import type { StoreNode } from '#main/store/start/start-store.ts';
import { aStore, COUNTER, type StoreOfTest } from '#tests/world/store.ts';

import { orderInputs } from './orders.ts';

/** Sells while the centre is out of reach, in the files of the given store. */
export async function sellOffline(folder: string | undefined, count: number): Promise<string> {
  const store = await aStore(folder === undefined ? {} : { folder });
  for (const input of orderInputs(count)) {
    const answer = await store.request('order.place', input, COUNTER);
    if (!answer.ok) throw new Error(`refused: ${answer.refusal.code}`);
  }
  await store.close();
  return store.folder;
}

/** Opens the store again, linked, and waits until the centre holds everything. */
export async function catchUp(
  folder: string,
  centre: Centre,
  url = centre.url,
): Promise<{ store: StoreOfTest; ms: number }> {
  const enrolmentCode = await centre.issueCode('lyon-3');
  const start = performance.now();
  const store = await aStore({
    folder,
    centre: { url, enrolmentCode },
    log: pino({ level: 'error' }),
  });
  await everythingTaken(store);
  return { store, ms: performance.now() - start };
}

export function everythingTaken(store: Pick<StoreNode, 'centre' | 'onChanged'>): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      const { status, waiting } = store.centre.status();
      if (status !== 'up' || waiting > 0) return;
      off();
      resolve();
    };
    const off = store.onChanged(look);
    look();
  });
}

/** The texts of the entries after `seq`, in order, with their hashes. */
export function entriesOf(folder: string, after: number) {
  const database = new Database(join(folder, 'store.sqlite'), { readonly: true });
  const rows = database
    .prepare('select seq, hash, parent, text from journal where seq > ? order by seq')
    .all(after) as { seq: number; hash: string; parent: string; text: string }[];
  database.close();
  return rows;
}
