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
import { type ReceiverStore, receive, type Verify } from '#app/sync/receiver.ts';
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
  /** Called with the number of entries received so far, before the answer to each batch. */
  onTaken: (entries: number) => void;
};

/** A centre of real sockets and the product's receiver, whose database outlives its death. */
export class Centre {
  readonly trouble: Trouble = { doubles: false, answersToLose: 0, onTaken: () => undefined };
  /** How often each entry was projected, by hash. */
  readonly counted = new Map<string, number>();
  /** Of all pushes, repetitions included. */
  receivedEntries = 0;
  /** The public keys that are good, by store. */
  readonly keys = new Map<string, string>();
  database: Database.Database;
  #port = 0;
  #server: Server | undefined;

  constructor(database: Database.Database) {
    this.database = database;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  async start(): Promise<void> {
    const http = createServer();
    this.#server = new Server(http, { maxHttpBufferSize: MESSAGE_MAX_BYTES });
    this.#server.of('/store').on('connection', (socket) => this.#welcome(socket));
    http.listen(this.#port, '127.0.0.1');
    await once(http, 'listening');
    this.#port = (http.address() as AddressInfo).port;
  }

  async kill(): Promise<void> {
    await this.#server?.close();
  }

  revoke(storeId: string): void {
    this.keys.delete(storeId);
    for (const socket of this.#server?.of('/store').sockets.values() ?? [])
      if (socket.data.storeId === storeId) socket.disconnect(true);
  }

  #welcome(socket: Socket): void {
    const nonce = randomBytes(24).toString('base64url');
    socket.on('prove', (given: unknown, reply: (answer: unknown) => void) => {
      const { storeId, bootId, signature } = Proof.parse(given);
      const publicKey = this.keys.get(storeId);
      if (publicKey === undefined) return reply({ ok: false, code: 'unknown-store' });
      if (!verify(publicKey, proofText(nonce, storeId, bootId), signature))
        return reply({ ok: false, code: 'bad-signature' });
      socket.data = { storeId };
      reply({ ok: true });
      return this.#serve(socket, storeId);
    });
    socket.emit('challenge', { nonce });
  }

  #serve(socket: Socket, storeId: string): void {
    let line = Promise.resolve();
    socket.on('message', (message: unknown) => {
      line = line.then(() => this.#handle(socket, storeId, message));
      if (this.trouble.doubles) line = line.then(() => this.#handle(socket, storeId, message));
    });
  }

  async #handle(socket: Socket, storeId: string, given: unknown): Promise<void> {
    const message = read(given);
    const publicKey = this.keys.get(storeId);
    if (message === undefined || publicKey === undefined) return;
    const receiver = { sha256, verify, store: this.#store() };
    const answers = await receive(receiver, { origin: storeId, publicKey }, message);
    if (message.kind === 'push') {
      this.receivedEntries += message.texts.length;
      this.trouble.onTaken(this.receivedEntries);
    }
    for (const answer of answers) {
      if (this.trouble.answersToLose > 0) {
        this.trouble.answersToLose -= 1;
        continue;
      }
      socket.emit('message', answer);
      if (this.trouble.doubles) socket.emit('message', answer);
    }
  }

  #store(): ReceiverStore {
    return openReceived({
      sql: sqliteSql(this.database),
      project: (_, entries) => {
        for (const { hash: name } of entries)
          this.counted.set(name, (this.counted.get(name) ?? 0) + 1);
      },
    });
  }
}

export async function openCentre(): Promise<Centre> {
  const centre = new Centre(await openDatabase(':memory:'));
  await centre.start();
  return centre;
}

function read(given: unknown): ToCentre | undefined {
  if (given instanceof Uint8Array) {
    const push = decodePush(given, inflate);
    return push.ok ? push.value : undefined;
  }
  const message = ToCentre.safeParse(given);
  return message.success ? message.data : undefined;
}
