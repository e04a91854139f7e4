import { createHash, hash } from 'node:crypto';

import type { Position, Sha256 } from '#app/journal/entry.ts';
import { openReceived } from '#app/journal/receive.ts';
import type { Sql } from '#app/journal/sql.ts';
import {
  type ReceivedEntry,
  type ReceiverStore,
  receive,
  type Verify,
} from '#app/sync/receiver.ts';
import { senderStep } from '#app/sync/sender.ts';
import type { SenderStep } from '#app/sync/sender-state.ts';

/** What a faulty sender might keep on its disk. The sound one keeps nothing. */
export type Memory = { acknowledged: Position | undefined; pruned: number };

export type Opening = {
  readonly sql: Sql;
  readonly project: (sql: Sql, entries: readonly ReceivedEntry[]) => void;
  /** Does something a little later, unless the centre dies before. */
  readonly later: (work: () => void) => void;
};

/** The parts of the protocol, each of which a seeded bug may replace. */
export type Protocol = {
  readonly sha256: Sha256;
  readonly sender: (memory: Memory) => SenderStep;
  readonly receive: typeof receive;
  readonly receiverStore: (opening: Opening) => ReceiverStore;
  /** The id under which an order is tried again. */
  readonly idForRetry: (orderId: string, attempt: number) => string;
};

export const sha256: Sha256 = (text) => hash('sha256', text, 'base64url');

export const SOUND: Protocol = {
  sha256,
  sender: () => senderStep,
  receive,
  receiverStore: openReceived,
  idForRetry: (orderId) => orderId,
};

/** Keys of the simulation: fast, and as good as real ones against what happens here. */
export function signAs(key: string, text: string): string {
  return createHash('sha256').update(`key of ${key}\n${text}`).digest('base64url');
}

export const verifySimulated: Verify = (publicKey, text, signature) =>
  signAs(publicKey, text) === signature;
