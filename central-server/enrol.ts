import { parseArgs } from 'node:util';

import { runningDatabase } from './database/cluster/running.ts';
import { connect, DATABASE_NAME } from './database/open.ts';
import { issueCode } from './enrolment/codes.ts';
import { revokeStore } from './enrolment/stores.ts';

/**
 * `node central-server/enrol.ts --store lyon-3` prints a one-time code for a store, beside a centre
 * that runs; `--revoke` makes the key of the store worthless instead. The database is that of
 * DATABASE_URL, else the embedded one of the centre that runs on `--data`.
 */
const USAGE = 'node central-server/enrol.ts --store ID [--revoke] [--data DIR]';

process.exitCode = await run();

async function run(): Promise<number> {
  const { values } = parseArgs({
    options: {
      store: { type: 'string' },
      revoke: { type: 'boolean', default: false },
      data: { type: 'string', default: 'data/centre' },
    },
  });
  const { store, revoke, data } = values;
  if (store === undefined) {
    process.stderr.write(`Usage : ${USAGE}\n`);
    return 64;
  }
  const url = process.env['DATABASE_URL'] ?? runningDatabase(data, DATABASE_NAME);
  if (url === undefined) {
    process.stderr.write(`Aucun serveur central ne tourne sur ${data} (none runs there).\n`);
    return 69;
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
