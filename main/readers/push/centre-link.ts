import { randomUUID } from 'node:crypto';

import type { Logger } from 'pino';
import { io, type Socket } from 'socket.io-client';
import type { z } from 'zod';

import {
  Challenge,
  ProofAnswer,
  proofText,
  type ToCentre,
  ToStore,
} from '#app/contract/store-link.ts';

import type { StoreKeys } from '../../database/store-keys.ts';
import { alarmClock, type Timers } from './timers.ts';

/**
 * Stores that lose the centre together come back spread over this time (measured with 1,000
 * stores: the longest stall of the centre's event loop fell from 515 ms to 134 ms).
 */
export const SPREAD_MS = 10_000;
/** Then twice as long at each failure, up to this. */
export const RECONNECT_MAX_MS = 60_000;
const CONNECT_TIMEOUT_MS = 10_000;
/** From the connection to the acceptance of the proof. */
const PROOF_TIMEOUT_MS = 10_000;

type ProofReply = z.output<typeof ProofAnswer>;
export type ProofRefusal = Extract<ProofReply, { ok: false }>['code'];

export type CentreLinkOptions = {
  readonly url: string;
  readonly storeId: string;
  readonly bootId: string;
  readonly keys: Pick<StoreKeys, 'sign'>;
  readonly random: () => number;
  readonly timers: Timers;
  readonly spreadMs: number;
  readonly log: Pick<Logger, 'info' | 'warn'>;
  /** The centre has accepted the proof. `link` was never used before. */
  readonly onUp: (link: string) => void;
  readonly onDown: () => void;
  readonly onMessage: (message: ToStore) => void;
  readonly onRefused: (code: ProofRefusal) => void;
};

export type CentreLink = {
  /** Dropped without a word while there is no connection: the sender asks again. */
  readonly send: (message: Uint8Array | Exclude<ToCentre, { kind: 'push' }>) => void;
  readonly close: () => void;
};

/** A proven connection to the centre, made again whenever it breaks. */
export function openCentreLink(options: CentreLinkOptions): CentreLink {
  const { log, random, spreadMs } = options;
  const socket = io(new URL('/store', options.url).href, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    timeout: CONNECT_TIMEOUT_MS,
  });
  const reconnect = alarmClock(options.timers);
  const proof = alarmClock(options.timers);
  let failures = 0;
  let isUp = false;
  let isClosed = false;

  function tryAgain(): void {
    proof.stop();
    if (isUp) options.onDown();
    isUp = false;
    if (isClosed || reconnect.isSet()) return;
    const longest = Math.min(RECONNECT_MAX_MS, spreadMs * 2 ** failures);
    failures += 1;
    reconnect.set(random() * longest, () => void socket.connect());
  }

  socket.on('connect', () =>
    proof.set(PROOF_TIMEOUT_MS, () => {
      log.warn({}, 'the centre did not ask for a proof, or did not answer it, in 10 s');
      hangUp(socket, tryAgain);
    }),
  );
  socket.on('connect_error', (error) => {
    log.info({ reason: error.message }, 'centre not reached');
    tryAgain();
  });
  socket.on('disconnect', (reason) => {
    log.info({ reason }, 'connection to the centre lost');
    tryAgain();
  });
  socket.on('challenge', (given: unknown) =>
    prove(socket, given, options, (answer) => {
      proof.stop();
      if (!answer.ok) {
        log.warn({ code: answer.code }, 'the centre refused the proof of this store');
        options.onRefused(answer.code);
        hangUp(socket, tryAgain);
        return;
      }
      failures = 0;
      isUp = true;
      options.onUp(randomUUID());
    }),
  );
  socket.on('message', (given: unknown) => {
    const message = ToStore.safeParse(given);
    if (!isUp) return;
    if (message.success) options.onMessage(message.data);
    else log.warn({ issues: message.error.issues.length }, 'message of the centre not understood');
  });

  return {
    send(message) {
      if (socket.connected) socket.emit('message', message);
    },
    close() {
      isClosed = true;
      reconnect.stop();
      hangUp(socket, tryAgain);
    },
  };
}

/** Says who we are, with a signature over what only this connection was asked. */
function prove(
  socket: Socket,
  given: unknown,
  { storeId, bootId, keys }: CentreLinkOptions,
  onAnswer: (answer: ProofReply) => void,
): void {
  const challenge = Challenge.safeParse(given);
  if (!challenge.success) return; // The proof times out, and the connection is made again.
  const signature = keys.sign(proofText(challenge.data.nonce, storeId, bootId));
  socket.emit('prove', { storeId, bootId, signature }, (said: unknown) => {
    const answer = ProofAnswer.safeParse(said);
    if (answer.success && socket.connected) onAnswer(answer.data);
  });
}

/** Socket.IO says nothing when it is we who hang up before the connection stands. */
function hangUp(socket: Socket, afterwards: () => void): void {
  socket.disconnect();
  afterwards();
}
