import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import pino from 'pino';

import type { Caller } from '#app/contract/contract.ts';
import { demonstrationMenu } from '#app/demonstration/menu.ts';
import { inventedCustomers } from '#app/demonstration/customers.ts';
import { demonstrationStores } from '#app/demonstration/stores.ts';
import { demonstrationTillStaff } from '#app/demonstration/till-staff.ts';
import { demonstrationArea } from '#app/demonstration/zones.ts';
import { startStore, type StoreNode, type StoreOptions } from '#main/store/start/start-store.ts';

import { QUICK_PINS } from './people.ts';

/** Sofia, a cashier, within the process: without a device, so without a session. */
export const COUNTER: Caller = {
  role: 'counter',
  name: 'counter',
  employee: { id: 'lyon-3-2', role: 'cashier' },
};
/** Nadia, who may do everything. */
export const MANAGER: Caller = {
  role: 'counter',
  name: 'counter',
  employee: { id: 'lyon-3-1', role: 'manager' },
};
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
  const store = options.store ?? theStore('lyon-3');
  const node = await startStore({
    store,
    menu: demonstrationMenu,
    employees: demonstrationTillStaff(store.id),
    pinCost: QUICK_PINS,
    area: demonstrationArea(store.id),
    trainingCustomers: inventedCustomers(20),
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
