import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';

import { CannotStart, codeOf } from '../cannot-start.ts';
import { migrate } from './migrate.ts';
import type { CentreDatabase, CentreTables } from './tables.ts';

/** The database of the centre, as the role that may not touch what is written in the journal. */
export type Database = {
  readonly db: CentreDatabase;
  /** The same connections, for the one statement that is too long for a query builder. */
  readonly pool: pg.Pool;
  readonly close: () => Promise<void>;
};

/** Of the database that the centre makes on its embedded server. */
export const DATABASE_NAME = 'oc_pizza';

const CONNECTIONS_MAX = 12;
const CONNECT_TIMEOUT_MS = 10_000;
/** Nothing we ask takes longer; a lock that is never released must not hold a store for ever. */
const STATEMENT_TIMEOUT_MS = 30_000;

/**
 * Set by the connection itself, whatever the server's defaults are. Compiling a plan to machine
 * code (jit) would cost more than our longest statement takes.
 */
const SETTINGS = [
  'role=oc_pizza_application',
  'jit=off',
  'timezone=UTC',
  `statement_timeout=${STATEMENT_TIMEOUT_MS}`,
  'idle_in_transaction_session_timeout=60000',
];

/**
 * Migrates and opens the database at `url`. Refuses a server that may forget what it confirmed.
 * Throws `CannotStart` with a sentence.
 */
export async function openDatabase(
  url: string,
  onFault: (error: Error) => void,
): Promise<Database> {
  try {
    await migrate(url);
    const database = connect(url, onFault);
    await assertDurable(database);
    return database;
  } catch (error) {
    throw explain(url, error);
  }
}

/** Connects without migrating: for a command beside a running centre, and for tests. */
export function connect(url: string, onFault: (error: Error) => void): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS_MAX,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    options: SETTINGS.map((setting) => `-c ${setting}`).join(' '),
    types: { getTypeParser: parserOf },
  });
  pool.on('error', onFault);
  const db = new Kysely<CentreTables>({ dialect: new PostgresDialect({ pool }) });
  return { db, pool, close: () => db.destroy() };
}

function parserOf(type: number, format?: 'text' | 'binary'): (value: string) => unknown {
  if (type === pg.types.builtins.INT8) return safeInteger;
  return pg.types.getTypeParser(type, format as 'text');
}

/** `pg` hands out `bigint` as text. Ours count cents and entries: beyond 2^53 something is wrong. */
function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`int8 out of range: ${text}`);
  return value;
}

/** "Taken" is answered after COMMIT: that must mean a disk, not a buffer. */
async function assertDurable({ pool, close }: Database): Promise<void> {
  const { rows } = await pool.query<{ name: string; setting: string }>(
    "select name, setting from pg_settings where name in ('fsync', 'synchronous_commit')",
  );
  const off = rows.find(({ setting }) => setting === 'off');
  if (off === undefined) return;
  await close();
  throw new CannotStart('database', {
    fr: `Le serveur PostgreSQL a le réglage ${off.name} = off : il pourrait oublier ce qu’il a confirmé.`,
    en: `The PostgreSQL server has ${off.name} = off: it might forget what it confirmed.`,
  });
}

function explain(url: string, error: unknown): unknown {
  if (error instanceof CannotStart) return error;
  const where = withoutPassword(url);
  const code = codeOf(error);
  if (code === '42501') {
    return new CannotStart(
      'database',
      {
        fr: `Le compte de ${where} n’a pas le droit de créer les tables et le rôle oc_pizza_application.`,
        en: `The account of ${where} may not create the tables and the role oc_pizza_application.`,
      },
      error,
    );
  }
  const reason =
    error instanceof Error && error.message !== '' ? error.message : (code ?? 'unknown');
  return new CannotStart(
    'database',
    {
      fr: `La base de données ${where} ne répond pas : ${reason}`,
      en: `The database ${where} does not answer: ${reason}`,
    },
    error,
  );
}

function withoutPassword(url: string): string {
  if (!URL.canParse(url)) return 'DATABASE_URL';
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}${port === '' ? '' : `:${port}`}${pathname}`;
}
