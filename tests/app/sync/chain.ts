import { createHash, hash } from 'node:crypto';

import { headText, type Push } from '#app/contract/store-link.ts';
import { type Entry, GENESIS, hashOf, type Position, type Sha256 } from '#app/journal/entry.ts';
import type { SenderJournal } from '#app/sync/probes.ts';
import type { Verify } from '#app/sync/receiver.ts';

export const sha256: Sha256 = (text) => hash('sha256', text, 'base64url');

/** A journal of `length` entries of `origin`, the child of `before` where given. */
export function aChain(
  length: number,
  {
    origin = 'lyon-3',
    before = [],
    label = '',
  }: {
    readonly origin?: string;
    readonly before?: readonly Entry[];
    readonly label?: string;
  } = {},
): readonly Entry[] {
  const entries = [...before];
  for (let count = 0; count < length; count += 1) {
    const seq = entries.length + 1;
    const parent = entries.at(-1)?.hash ?? GENESIS.hash;
    const content = { origin, seq, at: '2026-10-24T18:00:00.000Z', stream: `order-${seq}` };
    const text = JSON.stringify({ ...content, type: 'order.placed', data: { label, seq } });
    entries.push({ origin, seq, hash: hashOf(sha256, parent, text), parent, text });
  }
  return entries;
}

export function journalOf(entries: readonly Entry[]): SenderJournal {
  return {
    head: () => positionOf(entries.at(-1)),
    at: (seq) => (seq === 0 ? GENESIS : entries[seq - 1]),
    after(seq, maxEntries, maxText) {
      let text = 0;
      const found: Entry[] = [];
      for (const entry of entries.slice(seq, seq + maxEntries)) {
        text += entry.text.length;
        if (found.length > 0 && text > maxText) break;
        found.push(entry);
      }
      return found;
    },
  };
}

export function positionOf(entry: Entry | undefined): Position {
  return entry === undefined ? GENESIS : { seq: entry.seq, hash: entry.hash };
}

/** A signature as good as its key: enough where no key is the subject. */
export function signAs(key: string, text: string): string {
  return createHash('sha256').update(`${key}\n${text}`).digest('base64url');
}

export const verify: Verify = (publicKey, text, signature) => signAs(publicKey, text) === signature;

/** The entries from `first` to `last` (numbers in the journal), as they are sent. */
export function aPush(
  entries: readonly Entry[],
  first: number,
  last: number,
  { origin = 'lyon-3', key = origin }: { readonly origin?: string; readonly key?: string } = {},
): Push {
  const head = entries[last - 1]?.hash ?? '';
  return {
    kind: 'push',
    link: 'link-for-a-test',
    after: positionOf(entries[first - 2]),
    texts: entries.slice(first - 1, last).map((entry) => entry.text),
    head,
    signature: signAs(key, headText(origin, head)),
  };
}
