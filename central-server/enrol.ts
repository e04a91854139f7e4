import { parseArgs } from 'node:util';

import { connect } from './database/open.ts';
import { issueCode } from './enrolment/codes.ts';
import { revokeStore } from './enrolment/stores.ts';

/**
 * `node central-server/enrol.ts --store lyon-3` prints a one-time code for a store, beside a centre
 * that runs; `--revoke` makes the key of the store worthless instead. Needs DATABASE_URL.
 */
const USAGE = 'DATABASE_URL=postgresql://… node central-server/enrol.ts --store ID [--revoke]';

process.exitCode = await run();

async function run(): Promise<number> {
  const { DATABASE_URL: url } = process.env;
  const { values } = parseArgs({
    options: { store: { type: 'string' }, revoke: { type: 'boolean', default: false } },
  });
  const { store, revoke } = values;
  if (url === undefined || store === undefined) {
    process.stderr.write(`Usage : ${USAGE}\n`);
    return 64;
  }
  const database = connect(url, (error) => process.stderr.write(`${error.message}\n`));
  try {
    return revoke ? await revokeOne(database.db, store) : await issueOne(database.db, store);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    process.stderr.write(
      `La base de données ne répond pas : ${reason} (no answer from the database)\n`,
    );
    return 69;
  } finally {
    await database.close();
  }
}

type Db = Parameters<typeof issueCode>[0];

async function issueOne(db: Db, store: string): Promise<number> {
  const issued = await issueCode(db, store);
  if (!issued.ok) return unknown(store);
  process.stdout.write(`${issued.value.code}   (valable jusqu’à ${issued.value.expiresAt})\n`);
  return 0;
}

async function revokeOne(db: Db, store: string): Promise<number> {
  if (!(await revokeStore(db, store))) return unknown(store);
  process.stdout.write(`${store} : clé révoquée (key revoked)\n`);
  return 0;
}

function unknown(store: string): number {
  process.stderr.write(`Le magasin ${store} n’existe pas (no such store).\n`);
  return 65;
}
