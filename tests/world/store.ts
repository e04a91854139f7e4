import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import pino from 'pino';

import type { Caller } from '#app/contract/contract.ts';
import { demonstrationMenu } from '#app/demonstration/menu.ts';
import { demonstrationStores } from '#app/demonstration/stores.ts';
import { startStore, type StoreNode, type StoreOptions } from '#main/store/start/start-store.ts';

export const COUNTER: Caller = { role: 'counter', name: 'counter' };
export const KITCHEN: Caller = { role: 'kitchen', name: 'kitchen' };

export type StoreOfTest = StoreNode & {
  readonly folder: string;
  /** Closes the node and removes its folder. */
  readonly remove: () => Promise<void>;
};

/** A folder of its own under the temporary folder of the machine. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'oc-pizza-'));
}

/** A store node on real files and a real port, with the demonstration menu and no devices. */
export async function aStore(options: Partial<StoreOptions> = {}): Promise<StoreOfTest> {
  const folder = options.folder ?? temporaryFolder();
  const node = await startStore({
    store: theStore('lyon-3'),
    menu: demonstrationMenu,
    host: '127.0.0.1',
    port: 0,
    screens: 'dist/renderer',
    log: pino({ level: process.env['OC_PIZZA_LOG'] ?? 'silent' }),
    ...options,
    folder,
  });
  return {
    ...node,
    folder,
    async remove() {
      await node.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A store of the demonstration chain. */
export function theStore(id: string) {
  const store = demonstrationStores.find((candidate) => candidate.id === id);
  if (store === undefined) throw new Error(`no demonstration store ${id}`);
  return store;
}
