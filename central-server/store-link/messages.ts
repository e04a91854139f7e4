import type { KeyObject } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';

import type { Socket } from 'socket.io';

import { ToCentre, type ToStore } from '#app/contract/store-link.ts';
import { decodePush, type Inflate } from '#app/sync/codec.ts';
import { type Batch, type Receiver, receive, type Taken } from '#app/sync/receiver.ts';

import type { CentreContext } from '../context.ts';
import { held } from './held.ts';
import { ingest } from './ingest.ts';
import { isSignedBy, sha256 } from './keys.ts';
import type { Presence } from './presence.ts';

/** A store has three pushes on their way; ten times that is no store of ours. */
const WAITING_MAX = 32;

const inflate: Inflate = (bytes, maxBytes) =>
  inflateRawSync(bytes, { maxOutputLength: maxBytes }).toString('utf8');

export type Served = {
  /** Says that the key is no longer good, and hangs up. */
  readonly revoke: () => void;
  readonly close: () => void;
};

/**
 * Answers the messages of one connection in their order. Verification of a push runs as soon as it
 * arrives, while the database works on the one before; storing goes one after the other.
 */
export function serveMessages({
  socket,
  origin,
  key,
  centre,
  presence,
}: {
  readonly socket: Socket;
  readonly origin: string;
  readonly key: KeyObject;
  readonly centre: CentreContext;
  readonly presence: Presence;
}): Served {
  const { log, now, announce } = centre;
  const { pool } = centre.database;
  const inTurn = queue();
  let isOpen = true;
  let isRevoked = false;
  let link: string | undefined;

  const take = async (batch: Batch): Promise<Taken> => {
    // It may have waited behind others while the key was revoked.
    if (isRevoked) throw new Error('the key was revoked before this push had its turn');
    const taken = await ingest(pool, { origin, batch, at: new Date(now()) });
    presence.heard(origin);
    if (taken !== 'gap') announce(['figures', 'stores']);
    if (typeof taken === 'object') log.warn({ storeId: origin, seq: taken.forkedAt.seq }, 'fork');
    return taken;
  };
  const receiver: Receiver = {
    sha256,
    verify: (_publicKey, text, signature) => isSignedBy(key, text, signature),
    store: {
      holds: (_origin, probes) => inTurn(() => held(pool, origin, probes)),
      take: (_origin, batch) => inTurn(() => take(batch)),
    },
  };
  const emit = (answers: readonly ToStore[]) => {
    if (!isOpen) return;
    for (const answer of answers) {
      if (answer.kind === 'refused') log.warn({ storeId: origin, code: answer.code }, 'refused');
      socket.emit('message', answer);
    }
  };

  let waiting = 0;
  let answered = Promise.resolve();
  socket.on('message', (given: unknown) => {
    presence.heard(origin);
    const message = readMessage(given);
    if (message === undefined) {
      log.warn({ storeId: origin }, 'message of a store not understood');
      if (link !== undefined) emit([{ kind: 'refused', link, code: 'malformed' }]);
      return;
    }
    link = message.link;
    if (waiting >= WAITING_MAX) {
      log.warn({ storeId: origin, waiting }, 'store sends faster than it is answered');
      socket.disconnect(true);
      return;
    }
    waiting += 1;
    const answers = receive(receiver, { origin, publicKey: '' }, message).catch(
      (error: unknown) => {
        // Nothing was stored and nothing is answered: the store asks again.
        log.error({ err: error, storeId: origin }, 'push not taken');
        return [];
      },
    );
    answered = answered.then(async () => {
      emit(await answers);
      waiting -= 1;
    });
  });

  return {
    revoke() {
      if (link !== undefined) emit([{ kind: 'refused', link, code: 'revoked' }]);
      isOpen = false;
      isRevoked = true;
      log.warn({ storeId: origin }, 'key revoked');
      socket.disconnect();
    },
    close() {
      isOpen = false;
    },
  };
}

/** A push is bytes, a greeting is an object; anything else is nothing. */
function readMessage(given: unknown): ToCentre | undefined {
  if (given instanceof Uint8Array) {
    const decoded = decodePush(given, inflate);
    return decoded.ok ? decoded.value : undefined;
  }
  const parsed = ToCentre.safeParse(given);
  return parsed.success && parsed.data.kind === 'hello' ? parsed.data : undefined;
}

/** Runs tasks one at a time, in the order they were given. A failed one does not stop the next. */
function queue(): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const mine = last.then(task, task);
    last = mine;
    return mine;
  };
}
