import type Database from 'better-sqlite3';
import { Kysely, SqliteAdapter, SqliteDialect } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';

import * as journalAndOrders from './migrations/001-journal-and-orders.ts';
import * as orderLife from './migrations/002-order-life.ts';
import * as devices from './migrations/003-devices.ts';
import * as printDocuments from './migrations/004-print-documents.ts';
import * as peopleTables from './migrations/005-people.ts';
import * as papers from './migrations/006-papers.ts';
import * as deviceTests from './migrations/007-device-tests.ts';

/** Numbered, forward only, never edited once released. */
const MIGRATIONS: Record<string, Migration> = {
  '001-journal-and-orders': journalAndOrders,
  '002-order-life': orderLife,
  '003-devices': devices,
  '004-print-documents': printDocuments,
  '005-people': peopleTables,
  '006-papers': papers,
  '007-device-tests': deviceTests,
};

/**
 * SQLite can change its schema within a transaction; the stock adapter does not say so, and leaves
 * half a migration behind when one fails (tried: 24 of 40 kills).
 */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class TransactionalDialect extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter();
  }
}

/** A Kysely on an open file, for migrations and for reports. Not for the path of a commit. */
export function kyselyOn<Tables>(database: Database.Database): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: new TransactionalDialect({ database }) });
}

/** Brings the file to the newest schema, wholly or not at all. */
export async function migrateToLatest(database: Database.Database): Promise<void> {
  const migrator = new Migrator({
    db: kyselyOn(database),
    provider: { getMigrations: () => Promise.resolve(MIGRATIONS) },
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined)
    throw new Error('The database of the store could not be brought up to date.', { cause: error });
}
