import { Kysely, PostgresDialect } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import pg from 'pg';

import { journalAndFigures } from './migrations/0001-journal-and-figures.ts';
import { accounts } from './migrations/0002-accounts.ts';
import { applicationRole } from './migrations/0003-application-role.ts';
import { editsAndRefunds } from './migrations/0004-edits-and-refunds.ts';
import { sellers } from './migrations/0005-sellers.ts';

/** In order of their names. A released one is never edited: add the next. */
const MIGRATIONS: Record<string, Migration> = {
  '0001-journal-and-figures': journalAndFigures,
  '0002-accounts': accounts,
  '0003-application-role': applicationRole,
  '0004-edits-and-refunds': editsAndRefunds,
  '0005-sellers': sellers,
};

/**
 * Brings the tables of the database at `url` up to date, as its owner. Two processes that start
 * together wait for one another. Throws what the database throws; a failed step leaves nothing.
 */
export async function migrate(url: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  // The pool reports a connection that breaks while idle; the query in hand reports the rest.
  pool.on('error', () => undefined);
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    const provider = { getMigrations: () => Promise.resolve(MIGRATIONS) };
    const { error } = await new Migrator({ db, provider }).migrateToLatest();
    if (error !== undefined) throw error;
  } finally {
    await db.destroy();
  }
}
