import { rmSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { startVirtualPrinter, type VirtualPrinter } from '#hardware/printer/virtual/server.ts';
import { openDatabase } from '#main/database/open.ts';
import { writeDevice } from '#main/store/devices/device-rows.ts';
import { journalOfStore } from '#main/store/journal-of-store.ts';
import { printerOn } from '#tests/main/hardware-host/devices.ts';
import { aStore, COUNTER, type StoreOfTest, temporaryFolder } from '#tests/world/store.ts';

let printer: VirtualPrinter;
let folder = '';
let store: StoreOfTest | undefined;

beforeEach(async () => {
  printer = await startVirtualPrinter({ name: 'Comptoir', port: 0, pagePort: 0 });
  folder = temporaryFolder();
});
afterEach(async () => {
  await store?.close();
  store = undefined;
  await printer.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A port that nobody listens on any more. */
async function nobody(): Promise<number> {
  const gone = await startVirtualPrinter({ name: 'Parti', port: 0, pagePort: 0 });
  await gone.close();
  return gone.port;
}

async function statusOf(device: 'printer' | 'terminal') {
  const answer = await store?.request('store.status', {}, COUNTER);
  if (answer?.ok !== true) throw new Error('the store did not say how it is');
  return (answer.value as Record<string, { status: string; detail?: string }>)[device];
}

test('the printer of the settings is used, and not the one of the command line', async () => {
  const database = await openDatabase(join(folder, 'store.sqlite'));
  const now = () => new Date().toISOString();
  const { sql } = journalOfStore({ database, storeId: 'lyon-3', now });
  writeDevice(sql, printerOn(printer.port));
  database.close();
  store = await aStore({ folder, printer: { host: '127.0.0.1', port: await nobody() } });
  await expect.poll(async () => (await statusOf('printer'))?.status).toBe('ready');
  expect(printer.isConnected()).toBe(true);
});

test('the printer of the command line is used where the settings name none', async () => {
  store = await aStore({ folder, printer: { host: '127.0.0.1', port: printer.port } });
  await expect.poll(async () => (await statusOf('printer'))?.status).toBe('ready');
  await store.close();
  expect(printer.isConnected()).toBe(false);
});

test('a store without devices says so for each, and sells', async () => {
  store = await aStore({ folder });
  expect(await statusOf('printer')).toMatchObject({
    status: 'trouble',
    detail: 'Aucune imprimante configurée',
  });
  expect(await statusOf('terminal')).toMatchObject({ detail: 'Aucun terminal configuré' });
});
