import { hash } from 'node:crypto';

import type { OrderEvent } from '#app/domain/order/events.ts';
import { type Entry, GENESIS, hashOf, type Position } from '#app/journal/entry.ts';
import { readContent, type ReceivedEntry } from '#app/sync/receiver.ts';

export const sha256 = (text: string) => hash('sha256', text, 'base64url');

type AnyEvent = OrderEvent | { readonly type: string; readonly data: unknown };

/** A journal as a store writes it, in memory. */
export type StoreJournal = {
  readonly origin: string;
  readonly entries: readonly Entry[];
  readonly write: (at: string, ...events: readonly AnyEvent[]) => void;
  readonly positionAt: (seq: number) => Position;
  /** Another journal with the same beginning: the till restored from an old copy, or cloned. */
  readonly copy: (untilSeq: number) => StoreJournal;
};

export function aJournal(origin: string, beginning: readonly Entry[] = []): StoreJournal {
  const entries = [...beginning];
  const positionAt = (seq: number): Position => {
    const entry = entries[seq - 1];
    return entry === undefined ? GENESIS : { seq, hash: entry.hash };
  };
  return {
    origin,
    entries,
    write(at, ...events) {
      for (const { type, data } of events) {
        const seq = entries.length + 1;
        const parent = positionAt(seq - 1).hash;
        const text = JSON.stringify({ origin, seq, at, stream: 'orders', type, data });
        entries.push({ origin, seq, hash: hashOf(sha256, parent, text), parent, text });
      }
    },
    positionAt,
    copy: (untilSeq) => aJournal(origin, entries.slice(0, untilSeq)),
  };
}

/** Entries from..to of a journal as the receiver hands them on. */
export function batchOf(journal: StoreJournal, from: number, to = journal.entries.length) {
  const entries = journal.entries.slice(from - 1, to).map((entry): ReceivedEntry => {
    const content = readContent(entry.text);
    if (content === undefined) throw new Error(`entry ${entry.seq} cannot be read`);
    return { ...entry, content };
  });
  return { after: journal.positionAt(from - 1), entries, head: journal.positionAt(to) };
}
