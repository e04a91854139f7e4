import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { assertDurable, assertVersion, openDatabase } from '#main/database/open.ts';
import { lockStore } from '#main/store/start/store-lock.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'oc-pizza-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the file of a store', () => {
  test('is durable at every opening, not only the first', async () => {
    for (let opening = 1; opening <= 3; opening += 1) {
      const database = await openDatabase(join(folder, 'store.sqlite'));
      expect(database.pragma('synchronous', { simple: true })).toBe(2);
      expect(database.pragma('journal_mode', { simple: true })).toBe('wal');
      expect(database.pragma('foreign_keys', { simple: true })).toBe(1);
      database.close();
    }
  });

  test('is refused when commits would not be durable', async () => {
    const database = await openDatabase(join(folder, 'store.sqlite'));
    database.pragma('synchronous = normal');
    expect(() => assertDurable(database, { onDisk: true })).toThrow('synchronous is 1');
    database.pragma('synchronous = full');
    database.pragma('journal_mode = delete');
    expect(() => assertDurable(database, { onDisk: true })).toThrow('journal_mode is delete');
    database.close();
  });

  test('is refused under a SQLite that could corrupt it', () => {
    expect(() => assertVersion('3.51.2')).toThrow('must be 3.51.3 or newer');
    expect(() => assertVersion('3.51.3')).not.toThrow();
    expect(() => assertVersion('4.0.0')).not.toThrow();
  });

  test('is not opened when it is no database', async () => {
    const file = join(folder, 'store.sqlite');
    writeFileSync(file, 'not a database, but long enough to look at'.repeat(100));
    await expect(openDatabase(file)).rejects.toThrow();
  });

  test('is left without half a schema when bringing it up to date fails', async () => {
    const file = join(folder, 'store.sqlite');
    const stranger = new Database(file);
    stranger.exec('create table kitchen_ticket (unexpected text)');
    stranger.close();
    await expect(openDatabase(file)).rejects.toThrow('could not be brought up to date');
    const after = new Database(file);
    const tables = after
      .prepare("select name from sqlite_master where type = 'table' and name not like 'kysely%'")
      .pluck()
      .all();
    after.close();
    expect(tables).toEqual(['kitchen_ticket']);
  });

  test('belongs to one program at a time', () => {
    const lock = lockStore(join(folder, 'store.lock'));
    expect(() => lockStore(join(folder, 'store.lock'))).toThrow('already runs this store');
    lock.release();
    lockStore(join(folder, 'store.lock')).release();
  });
});
