import { type Entry, hashOf, type Position, type Sha256 } from './entry.ts';
import { contentOf } from './journal.ts';

export type Verdict =
  | { readonly sound: true; readonly head: Position; readonly at: string }
  | { readonly sound: false; readonly seq: number; readonly why: string };

/**
 * Walks a chain: each entry follows the one before, hashes to its identity, says the same inside
 * as outside, and is not older than the one before. `from` is where a former walk ended.
 */
export function verifyChain(
  entries: Iterable<Entry>,
  sha256: Sha256,
  from: { readonly head: Position; readonly at: string },
): Verdict {
  let { head, at } = from;
  for (const entry of entries) {
    const fault = faultOf(entry, sha256, { head, at });
    if (fault !== undefined) return { sound: false, seq: entry.seq, why: fault };
    head = { seq: entry.seq, hash: entry.hash };
    at = contentOf(entry.text).at;
  }
  return { sound: true, head, at };
}

function faultOf(
  entry: Entry,
  sha256: Sha256,
  { head, at }: { head: Position; at: string },
): string | undefined {
  if (entry.seq !== head.seq + 1) return `follows ${head.seq}`;
  if (entry.parent !== head.hash) return 'its parent is another entry';
  if (hashOf(sha256, entry.parent, entry.text) !== entry.hash) return 'its text was altered';
  const content = contentOf(entry.text);
  if (content.origin !== entry.origin || content.seq !== entry.seq)
    return 'its text names another place';
  return content.at < at ? 'it is older than the entry before' : undefined;
}
