import path from 'node:path';

import pg from 'pg';

import { findBinaries } from './binaries.ts';
import { createData } from './create-data.ts';
import { type ClusterFolder, claimFolder } from './folder.ts';
import { freePort } from './free-port.ts';
import { runAs } from './reach.ts';
import { type Server, startServer } from './server.ts';

export const OWNER = 'oc_pizza_owner';
/** Five in a minute: a server that dies of one bad moment comes back, a broken one does not loop. */
const RESTARTS_MAX = 5;
const RESTARTS_WINDOW_MS = 60_000;

export type ClusterOptions = {
  /** Kept from one start to the next. Made when it is not there. */
  readonly folder: string;
  /** A database to make unless it is there. */
  readonly database?: string;
  /** Of the loopback address; a free one when absent. */
  readonly port?: number | undefined;
  readonly log: (line: string) => void;
};

/** A running PostgreSQL of our own: on the loopback address only, with a password. */
export type Cluster = {
  readonly port: number;
  /** Address of a database of it, for `pg`. */
  readonly url: (database: string) => string;
  readonly pid: () => number | undefined;
  /** Resolves with a reason if the server is lost and does not come back. */
  readonly lost: Promise<Error>;
  /** Ends every connection, writes what is dirty, and waits for the end. */
  readonly close: () => Promise<void>;
};

/**
 * Starts the PostgreSQL server that the project brings along, on `folder`. Creates the data folder
 * the first time, recovers after a kill or a power cut, brings the server back when it dies.
 * Throws `CannotStart` with a sentence.
 */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const user = runAs();
  const folder = await claimFolder(path.resolve(options.folder), user);
  try {
    const binaries = findBinaries(user);
    await createData({ binaries, folder, user, owner: OWNER });
    const port = options.port ?? (await freePort());
    const start = () =>
      startServer({ binary: binaries.postgres, data: folder.data, port, user, log: options.log });
    const cluster = supervise(await start(), { start, folder, port, log: options.log });
    if (options.database !== undefined) await ensureDatabase(cluster, options.database);
    return cluster;
  } catch (error) {
    folder.release();
    throw error;
  }
}

async function ensureDatabase(cluster: Cluster, name: string): Promise<void> {
  const client = new pg.Client(cluster.url('postgres'));
  client.on('error', () => undefined); // What breaks the connection also fails the query.
  try {
    await client.connect();
    const { rows } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rows.length === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
    await client.end();
  } catch (error) {
    await cluster.close();
    throw error;
  }
}

type Supervised = {
  readonly start: () => Promise<Server>;
  readonly folder: ClusterFolder;
  readonly port: number;
  readonly log: (line: string) => void;
};

function supervise(first: Server, { start, folder, port, log }: Supervised): Cluster {
  let server: Server | undefined = first;
  let isClosing = false;
  let coming: Promise<void> = Promise.resolve();
  const deaths: number[] = [];
  const lost = Promise.withResolvers<Error>();

  const watch = (watched: Server) => {
    void watched.ended.then((reason) => {
      server = undefined;
      if (isClosing) return;
      log(`PostgreSQL ended by itself (${reason}); starting it again`);
      coming = comeBack();
    });
  };
  const comeBack = async () => {
    const now = performance.now();
    deaths.push(now);
    if (deaths.filter((at) => now - at < RESTARTS_WINDOW_MS).length > RESTARTS_MAX) {
      lost.resolve(new Error(`PostgreSQL ended ${RESTARTS_MAX} times in a minute`));
      return;
    }
    try {
      server = await start();
      watch(server);
    } catch (error) {
      lost.resolve(error instanceof Error ? error : new Error(String(error)));
    }
  };

  watch(first);
  return {
    port,
    url: (database) => `postgresql://${OWNER}:${folder.password}@127.0.0.1:${port}/${database}`,
    pid: () => server?.pid,
    lost: lost.promise,
    async close() {
      isClosing = true;
      await coming;
      await server?.stop();
      folder.release();
    },
  };
}
