import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { Server } from 'socket.io';

import { type DoorReport, openDoor } from '#app/contract/door.ts';
import { headOfficeContract } from '#app/contract/head-office.ts';
import { MESSAGE_MAX_BYTES } from '#app/contract/store-link.ts';
import { demonstrationStores } from '#app/demonstration/stores.ts';

import { codeOf, noRight, portBusy } from './cannot-start.ts';
import type { CentreContext } from './context.ts';
import { type Cluster, startCluster } from './database/cluster/cluster.ts';
import { type Database, DATABASE_NAME, openDatabase } from './database/open.ts';
import type { CentreDatabase } from './database/tables.ts';
import { issueCode } from './enrolment/codes.ts';
import { serveEnrolment } from './enrolment/route.ts';
import { putStores, revokeStore, type StoreSeed } from './enrolment/stores.ts';
import { ensureFirstAccount, type FirstAccount } from './head-office/accounts.ts';
import { headOfficeHandlers } from './head-office/chain-live.ts';
import { type Screens, serveScreens } from './head-office/screens.ts';
import type { Session } from './head-office/sessions.ts';
import { serveSignIn } from './head-office/sign-in.ts';
import { buildServer } from './http/server.ts';
import { isFromOurPages } from './http/origin.ts';
import { openLog } from './log.ts';
import { serveReceipts } from './receipts/route.ts';
import { serveStores } from './store-link/link.ts';
import { openPresence, type Presence } from './store-link/presence.ts';
import { watch } from './watch.ts';

export type CentreOptions = {
  /** Folder of the embedded database. Not used with `databaseUrl`. */
  readonly data: string;
  /** Of the embedded database; any free one when absent. */
  readonly databasePort?: number | undefined;
  /** Any PostgreSQL server instead of the embedded one. */
  readonly databaseUrl?: string | undefined;
  readonly host?: string;
  /**
   * Addresses and ranges of the proxies in front, separated by commas. Only what they say of where a
   * visitor comes from is believed; without one, the limits by address would count the proxy.
   */
  readonly trustedProxy?: string | undefined;
  /** 0: any free one. */
  readonly port?: number;
  /** Puts the stores of the demonstration chain in place. */
  readonly demonstration?: boolean;
  /** Other stores to put in place before anybody connects. */
  readonly stores?: readonly StoreSeed[];
  readonly headOffice?: { readonly email: string; readonly password?: string | undefined };
  /** Folder of the built screens. */
  readonly screens?: string;
  readonly version?: string;
  /** Warnings and worse, on the standard error stream, when absent. */
  readonly log?: Logger;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
};

export type Centre = {
  readonly url: string;
  readonly port: number;
  /** As the role of the centre: may not change what is in the journal. */
  readonly database: CentreDatabase;
  /** Address of the database, as its owner: for tools that run beside the centre. */
  readonly databaseUrl: string;
  readonly account: FirstAccount | undefined;
  /** A one-time code for a store. Throws for a store that is not of the chain. */
  readonly issueCode: (storeId: string) => Promise<string>;
  readonly revokeStore: (storeId: string) => Promise<boolean>;
  /** Process of the embedded database server; undefined with `databaseUrl`. */
  readonly databasePid: () => number | undefined;
  /** Resolves if the embedded database is lost for good. */
  readonly lost: Promise<Error>;
  readonly close: () => Promise<void>;
};

/** Room for the frame around the longest message. */
const PACKET_MAX_BYTES = MESSAGE_MAX_BYTES + 10_000;
/** A half-open connection is found within 35 s: 20 s of silence, 15 s to answer. */
const PING_EVERY_MS = 20_000;
const PING_TIMEOUT_MS = 15_000;

/** Starts the central server in this process. Throws `CannotStart` with a sentence. */
export async function startCentre(options: CentreOptions): Promise<Centre> {
  const log = options.log ?? openLog('warn');
  const closing: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const step of closing.splice(0).toReversed()) await step();
  };
  try {
    return await start(options, log, { closing, close });
  } catch (error) {
    await close();
    throw error;
  }
}

type Ending = { readonly closing: (() => Promise<void>)[]; readonly close: () => Promise<void> };

async function start(
  options: CentreOptions,
  log: Logger,
  { closing, close }: Ending,
): Promise<Centre> {
  const now = options.now ?? Date.now;
  const cluster = options.databaseUrl === undefined ? await embedded(options, log) : undefined;
  if (cluster !== undefined) closing.push(cluster.close);
  const databaseUrl = options.databaseUrl ?? cluster?.url(DATABASE_NAME) ?? '';
  const database = await openDatabase(databaseUrl, (error) =>
    log.warn({ err: error }, 'connection to the database broke'),
  );
  closing.push(database.close);
  await putStores(database.db, [
    ...(options.demonstration === true ? demonstrationStores : []),
    ...(options.stores ?? []),
  ]);
  const account =
    options.headOffice && (await ensureFirstAccount(database.db, options.headOffice, now));

  const { server, port } = await serve(options, { database, log, now }, closing);
  log.info({ port }, 'central server ready');
  return {
    url: `http://${urlHost(options.host)}:${port}`,
    port,
    database: database.db,
    databaseUrl,
    account,
    async issueCode(storeId) {
      const issued = await issueCode(database.db, storeId, now);
      if (issued.ok) return issued.value.code;
      throw new Error(`store ${storeId} is not of this chain`);
    },
    revokeStore: (storeId) => revokeStore(database.db, storeId, now),
    databasePid: () => cluster?.pid(),
    lost: cluster?.lost ?? new Promise(() => undefined),
    close: async () => {
      log.info({ listening: server.server.listening }, 'central server stops');
      await close();
    },
  };
}

function embedded({ data, databasePort }: CentreOptions, log: Logger): Promise<Cluster> {
  return startCluster({
    folder: data,
    port: databasePort,
    database: DATABASE_NAME,
    log: (line) => log.warn({ line }, 'PostgreSQL'),
  });
}

/** Puts HTTP, the store link and the screens on one port. */
async function serve(
  options: CentreOptions,
  parts: { readonly database: Database; readonly log: Logger; readonly now: () => number },
  closing: (() => Promise<void>)[],
): Promise<{ server: FastifyInstance; port: number }> {
  let screens: Screens | undefined;
  const centre: CentreContext = { ...parts, announce: (topics) => screens?.announce(topics) };
  const presence = openPresence(centre.now);
  const server = await buildServer(centre, {
    screens: path.resolve(options.screens ?? 'dist/renderer'),
    version: options.version ?? '0.0.0',
    trustedProxy: options.trustedProxy,
  });
  const io = new Server(server.server, {
    serveClient: false,
    transports: ['websocket', 'polling'],
    maxHttpBufferSize: PACKET_MAX_BYTES,
    pingInterval: PING_EVERY_MS,
    pingTimeout: PING_TIMEOUT_MS,
    // Batches are compressed by the application, live messages need not be.
    perMessageDeflate: false,
    allowRequest: (request, decide) => decide(null, isFromOurPages(request.headers, false)),
  });
  serveStores(io.of('/store'), centre, presence);
  screens = serveHeadOffice(server, io, centre, presence);
  serveEnrolment(server, centre);
  serveReceipts(server, centre, options.version ?? '0.0.0');
  const unwatch = watch(centre, presence, screens);
  closing.push(async () => {
    unwatch();
    screens?.close();
    // NOTE: closing the sockets closes the HTTP server, which would wait for a request cut off midway.
    server.server.closeAllConnections();
    await io.close();
    await server.close();
  });
  return { server, port: await listen(server, options) };
}

function serveHeadOffice(
  server: FastifyInstance,
  io: Server,
  centre: CentreContext,
  presence: Presence,
): Screens {
  const { log } = centre;
  const report: DoorReport<Session> = {
    refused: ({ caller, ...fact }) => log.warn({ ...fact, role: caller.role }, 'request refused'),
    failed({ method, error }) {
      const id = randomBytes(4).toString('hex');
      log.error({ err: error, method, id }, 'request failed');
      return id;
    },
  };
  const door = openDoor(headOfficeContract, headOfficeHandlers(centre, presence), report);
  const readCookie = (header: string) => server.parseCookie(header);
  const screens = serveScreens(io.of('/'), centre, { door, readCookie });
  serveSignIn(server, centre, () => {
    screens.dropEnded().catch((error: unknown) => log.error({ err: error }, 'screens not dropped'));
  });
  return screens;
}

async function listen(server: FastifyInstance, options: CentreOptions): Promise<number> {
  const { host = '127.0.0.1', port = 0 } = options;
  try {
    await server.listen({ host, port });
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EADDRINUSE') throw portBusy(port, error);
    if (code === 'EACCES') throw noRight(`${host}:${port}`, error);
    throw error;
  }
  return (server.server.address() as AddressInfo).port;
}

function urlHost(host = '127.0.0.1'): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
