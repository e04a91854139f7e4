import { createPublicKey, hash, randomBytes, verify as verifySignature } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inflateRawSync } from 'node:zlib';

import type Database from 'better-sqlite3';
import { Server, type Socket } from 'socket.io';

import { MESSAGE_MAX_BYTES, Proof, proofText, ToCentre } from '#app/contract/store-link.ts';
import type { Sha256 } from '#app/journal/entry.ts';
import { type Journal, openJournal } from '#app/journal/journal.ts';
import { openReceived } from '#app/journal/receive.ts';
import { accept } from '#app/lib/result.ts';
import { decodePush, type Inflate } from '#app/sync/codec.ts';
import { type ReceivedEntry, receive, type Verify } from '#app/sync/receiver.ts';
import { openDatabase } from '#main/database/open.ts';
import { sqliteSql } from '#main/database/sqlite-sql.ts';

export type Sold = { readonly type: 'order.placed'; readonly data: { readonly orderId: string } };

export const sha256: Sha256 = (text) => hash('sha256', text, 'base64url');

const inflate: Inflate = (bytes, maxOutputLength) =>
  inflateRawSync(bytes, { maxOutputLength }).toString('utf8');

const verify: Verify = (publicKey, text, signature) =>
  verifySignature(
    'sha256',
    Buffer.from(text),
    {
      key: createPublicKey({
        key: Buffer.from(publicKey, 'base64url'),
        format: 'der',
        type: 'spki',
      }),
      dsaEncoding: 'ieee-p1363',
    },
    Buffer.from(signature, 'base64url'),
  );

/** The journal of a store on a database of its own. */
export function journalOn(database: Database.Database, origin: string): Journal<Sold> {
  return openJournal<Sold>({
    sql: sqliteSql(database),
    origin,
    sha256,
    now: () => '2026-10-24T18:00:00.000Z',
    projections: [],
  });
}

export function sell(journal: Journal<Sold>, first: number, last: number): void {
  for (let order = first; order <= last; order += 1) {
    const orderId = `order-${order}`;
    journal.decideOn(orderId, () =>
      accept({ events: [{ type: 'order.placed', data: { orderId } }], value: undefined }),
    );
  }
}

export function textsIn(database: Database.Database, origin: string): readonly string[] {
  return database
    .prepare<[string], string>('select text from journal where origin = ? order by seq, position')
    .pluck()
    .all(origin);
}

/** What the line and the centre may do to a store, changed while a test runs. */
export type Trouble = {
  /** Every message is handled twice, and every answer sent twice. */
  doubles: boolean;
  /** How many of the next answers get lost. */
  answersToLose: number;
  /** Called with the number of batches taken so far, before the answer to each. */
  onTaken: (batches: number) => void;
};

export type Centre = {
  readonly url: string;
  readonly trouble: Trouble;
  /** How often each entry was projected, by hash. */
  readonly counted: ReadonlyMap<string, number>;
  readonly received: { entries: number };
  readonly keys: Map<string, string>;
  readonly database: () => Database.Database;
  /** Puts an older copy in the place of the database, behind living connections. */
  readonly restore: (bytes: Buffer) => Promise<void>;
  readonly revoke: (storeId: string) => void;
  readonly kill: () => Promise<void>;
  readonly start: () => Promise<void>;
};

/** A centre of real sockets and the product's receiver, whose database outlives its death. */
export async function openCentre(): Promise<Centre> {
  const trouble: Trouble = { doubles: false, answersToLose: 0, onTaken: () => undefined };
  const counted = new Map<string, number>();
  const received = { entries: 0 };
  const keys = new Map<string, string>();
  let database = await openDatabase(':memory:');
  let port = 0;
  let server: Server | undefined;

  const project = (_: unknown, entries: readonly ReceivedEntry[]) => {
    for (const { hash: name } of entries) counted.set(name, (counted.get(name) ?? 0) + 1);
  };
  const store = () => openReceived({ sql: sqliteSql(database), project });

  async function handle(socket: Socket, storeId: string, given: unknown): Promise<void> {
    const message = read(given);
    const publicKey = keys.get(storeId);
    if (message === undefined || publicKey === undefined) return;
    const receiver = { sha256, verify, store: store() };
    const answers = await receive(receiver, { origin: storeId, publicKey }, message);
    if (message.kind === 'push') {
      received.entries += message.texts.length;
      trouble.onTaken(received.entries);
    }
    for (const answer of answers) {
      if (trouble.answersToLose > 0) {
        trouble.answersToLose -= 1;
        continue;
      }
      socket.emit('message', answer);
      if (trouble.doubles) socket.emit('message', answer);
    }
  }

  function welcome(socket: Socket): void {
    const nonce = randomBytes(24).toString('base64url');
    let line = Promise.resolve();
    socket.on('prove', (given: unknown, reply: (answer: unknown) => void) => {
      const { storeId, bootId, signature } = Proof.parse(given);
      const publicKey = keys.get(storeId);
      if (publicKey === undefined) return reply({ ok: false, code: 'unknown-store' });
      if (!verify(publicKey, proofText(nonce, storeId, bootId), signature))
        return reply({ ok: false, code: 'bad-signature' });
      socket.data = { storeId };
      reply({ ok: true });
      socket.on('message', (message: unknown) => {
        for (let time = 0; time < (trouble.doubles ? 2 : 1); time += 1)
          line = line.then(() => handle(socket, storeId, message));
      });
      return undefined;
    });
    socket.emit('challenge', { nonce });
  }

  async function start(): Promise<void> {
    const http = createServer();
    server = new Server(http, { maxHttpBufferSize: MESSAGE_MAX_BYTES });
    server.of('/store').on('connection', welcome);
    http.listen(port, '127.0.0.1');
    await once(http, 'listening');
    port = (http.address() as AddressInfo).port;
  }
  await start();

  return {
    url: `http://127.0.0.1:${port}`,
    trouble,
    counted,
    received,
    keys,
    database: () => database,
    restore(bytes) {
      database = reopened(bytes, database);
      return Promise.resolve();
    },
    revoke(storeId) {
      keys.delete(storeId);
      for (const [, socket] of server?.of('/store').sockets ?? []) {
        if (socket.data.storeId === storeId) socket.disconnect(true);
      }
    },
    async kill() {
      await server?.close();
    },
    start,
  };
}

function reopened(bytes: Buffer, before: Database.Database): Database.Database {
  const Copy = before.constructor as new (bytes: Buffer) => Database.Database;
  return new Copy(bytes);
}

function read(given: unknown): ToCentre | undefined {
  if (given instanceof Uint8Array) {
    const push = decodePush(given, inflate);
    return push.ok ? push.value : undefined;
  }
  const message = ToCentre.safeParse(given);
  return message.success ? message.data : undefined;
}
