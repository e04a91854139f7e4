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

type Line = {
  readonly socket: Socket;
  readonly origin: string;
  readonly key: KeyObject;
  readonly centre: CentreContext;
  readonly presence: Presence;
};

/** Answers the messages of one connection in their order. */
export function serveMessages(line: Line): Served {
  const { socket, origin, presence } = line;
  const { log } = line.centre;
  const state: State = { isOpen: true, isRevoked: false, waiting: 0 };
  const receiver = receiverOf(line, state);
  let answered = Promise.resolve();

  socket.on('message', (given: unknown) => {
    presence.heard(origin);
    const message = readMessage(given);
    if (message === undefined) {
      log.warn({ storeId: origin }, 'message of a store not understood');
      refuse(line, state, 'malformed');
      return;
    }
    state.link = message.link;
    if (state.waiting >= WAITING_MAX) {
      log.warn({ storeId: origin, waiting: state.waiting }, 'store sends faster than is answered');
      socket.disconnect(true);
      return;
    }
    state.waiting += 1;
    const answers = receive(receiver, { origin, publicKey: '' }, message).catch(
      (error: unknown) => {
        // Nothing was stored and nothing is answered: the store asks again.
        log.error({ err: error, storeId: origin }, 'push not taken');
        return [];
      },
    );
    answered = answered.then(async () => {
      answer(line, state, await answers);
      state.waiting -= 1;
    });
  });

  return {
    revoke() {
      log.warn({ storeId: origin }, 'key revoked');
      refuse(line, state, 'revoked');
      state.isOpen = false;
      state.isRevoked = true;
      socket.disconnect();
    },
    close() {
      state.isOpen = false;
    },
  };
}

type State = {
  isOpen: boolean;
  isRevoked: boolean;
  /** Messages not answered yet. */
  waiting: number;
  /** As named by the last message that could be read; what cannot be read names none. */
  link?: string;
};

/**
 * Verification of a push runs as soon as it arrives, while the database works on the one before;
 * storing goes one after the other.
 */
function receiverOf({ origin, key, centre, presence }: Line, state: State): Receiver {
  const { log, now, announce } = centre;
  const { pool } = centre.database;
  const inTurn = queue();
  const take = async (batch: Batch): Promise<Taken> => {
    // It may have waited behind others while the key was revoked.
    if (state.isRevoked) throw new Error('the key was revoked before this push had its turn');
    const taken = await ingest(pool, { origin, batch, at: new Date(now()) });
    presence.heard(origin);
    if (taken !== 'gap') announce(['figures', 'stores']);
    if (typeof taken === 'object') log.warn({ storeId: origin, seq: taken.forkedAt.seq }, 'fork');
    return taken;
  };
  return {
    sha256,
    verify: (_publicKey, text, signature) => isSignedBy(key, text, signature),
    store: {
      holds: (_origin, probes) => inTurn(() => held(pool, origin, probes)),
      take: (_origin, batch) => inTurn(() => take(batch)),
    },
  };
}

function refuse(line: Line, state: State, code: 'malformed' | 'revoked'): void {
  if (state.link !== undefined) answer(line, state, [{ kind: 'refused', link: state.link, code }]);
}

function answer({ socket, origin, centre }: Line, state: State, answers: readonly ToStore[]): void {
  if (!state.isOpen) return;
  for (const message of answers) {
    if (message.kind === 'refused') {
      centre.log.warn({ storeId: origin, code: message.code }, 'store refused');
    }
    socket.emit('message', message);
  }
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
