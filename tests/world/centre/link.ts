import { generateKeyPairSync, type KeyObject, randomUUID, sign as signBytes } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';

import { io, type Socket } from 'socket.io-client';

import {
  Challenge,
  headText,
  type Push,
  proofText,
  type ToCentre,
  ToStore,
} from '#app/contract/store-link.ts';
import { encodePush } from '#app/sync/codec.ts';

import type { StoreJournal } from './journal.ts';

export type TillKey = {
  /** SPKI, DER, base64url. */
  readonly publicKey: string;
  readonly sign: (text: string) => string;
};

export function aKey(): TillKey {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return {
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64url'),
    sign: (text) => signature(privateKey, text),
  };
}

function signature(key: KeyObject, text: string): string {
  return signBytes('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }).toString(
    'base64url',
  );
}

/** A connection to the store link as a test drives it, message by message. */
export type RawLink = {
  readonly socket: Socket;
  readonly nonce: string;
  readonly prove: (proof: unknown) => Promise<unknown>;
  readonly send: (message: unknown) => void;
  /** The next answer of one of these kinds. */
  readonly next: (...kinds: readonly ToStore['kind'][]) => Promise<ToStore>;
  readonly closed: Promise<string>;
  readonly close: () => void;
};

export async function rawLink(url: string): Promise<RawLink> {
  const socket = io(`${url}/store`, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
  });
  const answers: ToStore[] = [];
  const waiting: (() => void)[] = [];
  socket.on('message', (given: unknown) => {
    answers.push(ToStore.parse(given));
    for (const wake of waiting.splice(0)) wake();
  });
  const closed = new Promise<string>((resolve) => socket.once('disconnect', resolve));
  const { nonce } = await new Promise<{ nonce: string }>((resolve, reject) => {
    socket.once('challenge', (given: unknown) => resolve(Challenge.parse(given)));
    socket.once('connect_error', reject);
  });
  return {
    socket,
    nonce,
    prove: (proof) => socket.timeout(5_000).emitWithAck('prove', proof),
    send: (message) => void socket.emit('message', message),
    async next(...kinds) {
      for (;;) {
        const index = answers.findIndex(({ kind }) => kinds.includes(kind));
        const [found] = index === -1 ? [] : answers.splice(index, 1);
        if (found !== undefined) return found;
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
    },
    closed,
    close: () => void socket.disconnect(),
  };
}

/** A link of a store that has proved itself. */
export async function provenLink(
  url: string,
  { storeId, key, bootId = randomUUID() }: { storeId: string; key: TillKey; bootId?: string },
): Promise<RawLink> {
  const link = await rawLink(url);
  const signed = key.sign(proofText(link.nonce, storeId, bootId));
  const answer = await link.prove({ storeId, bootId, signature: signed });
  if (!(answer as { ok: boolean }).ok) throw new Error(`not admitted: ${JSON.stringify(answer)}`);
  return link;
}

/** Entries from..to of a journal as a push signed with this key. */
export function aPush(
  journal: StoreJournal,
  { from, to = journal.entries.length, key }: { from: number; to?: number; key: TillKey },
): Push {
  const head = journal.positionAt(to).hash;
  return {
    kind: 'push',
    link: 'a-test-link',
    after: journal.positionAt(from - 1),
    texts: journal.entries.slice(from - 1, to).map(({ text }) => text),
    head,
    signature: key.sign(headText(journal.origin, head)),
  };
}

export function inBytes(push: Push): Uint8Array {
  return encodePush(push, (text) => deflateRawSync(text));
}

export function aHello(journal: StoreJournal, ...seqs: readonly number[]): ToCentre {
  return { kind: 'hello', link: 'a-test-link', probes: seqs.map((seq) => journal.positionAt(seq)) };
}
