import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

import Database from 'better-sqlite3';

/** Another process already runs this store: two writers would fork its journal. */
export class StoreInUse extends Error {
  override readonly name = 'StoreInUse';
}

/**
 * Takes the store for this process until it ends, however it ends: the lock is one of the
 * operating system on a small file, which a killed process releases.
 * Throws `StoreInUse` when somebody else holds it.
 */
export function lockStore(file: string): { release: () => void } {
  mkdirSync(dirname(file), { recursive: true });
  const lock = new Database(file, { timeout: 0 });
  try {
    lock.exec('begin exclusive');
  } catch (fault) {
    lock.close();
    if ((fault as { code?: string }).code === 'SQLITE_BUSY')
      throw new StoreInUse('another process already runs this store', { cause: fault });
    throw fault;
  }
  return { release: () => void lock.close() };
}
