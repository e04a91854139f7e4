import { rmSync } from 'node:fs';
import { join } from 'node:path';

import pino from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { openDatabase } from '#main/database/open.ts';
import { journalOfStore } from '#main/store/journal-of-store.ts';
import { deleteDevice, readDevices, writeDevice } from '#main/store/devices/device-rows.ts';
import { A_PRINTER, A_TERMINAL } from '#tests/main/hardware-host/devices.ts';
import { temporaryFolder } from '#tests/world/store.ts';

const log = pino({ level: 'silent' });
let folder = '';
let database: Awaited<ReturnType<typeof openDatabase>>;

beforeEach(async () => {
  folder = temporaryFolder();
  database = await openDatabase(join(folder, 'store.sqlite'));
});
afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true, force: true });
});

const sqlOf = () =>
  journalOfStore({ database, storeId: 'lyon-3', now: () => new Date().toISOString() }).sql;

test('a device is kept as it was set, changed in its place, and forgotten when it is taken out', () => {
  const sql = sqlOf();
  expect(readDevices(sql, log)).toEqual([]);
  writeDevice(sql, A_TERMINAL);
  writeDevice(sql, A_PRINTER);
  expect(readDevices(sql, log)).toEqual([A_PRINTER, A_TERMINAL]);
  const renamed = { ...A_PRINTER, name: 'Bar' };
  writeDevice(sql, renamed);
  expect(readDevices(sql, log)).toEqual([renamed, A_TERMINAL]);
  deleteDevice(sql, A_TERMINAL.id);
  expect(readDevices(sql, log)).toEqual([renamed]);
});

test('a device that cannot be read costs that device alone', () => {
  const sql = sqlOf();
  writeDevice(sql, A_PRINTER);
  const put = database.prepare('insert into device values (?, ?, ?)');
  put.run('broken', 'printer', '{"kind":');
  put.run('other', 'printer', JSON.stringify({ ...A_PRINTER, profile: 7 }));
  put.run('stranger', 'terminal', JSON.stringify(A_TERMINAL));
  expect(readDevices(sql, log)).toEqual([A_PRINTER]);
});
