import {
  type Push,
  PUSH_MAX_ENTRIES,
  PUSH_MAX_TEXT,
  type ToCentre,
  type ToStore,
  headText,
} from '../contract/store-link.ts';
import {
  type Entry,
  type EntryContent,
  GENESIS,
  hashOf,
  type Position,
  type Sha256,
} from '../journal/entry.ts';
import { accept, refuse, type Result } from '../lib/result.ts';

/** An entry that came over the link and was verified, with its text read once. */
export type ReceivedEntry = Entry & { readonly content: EntryContent };

/** At least one entry, consecutive from `after.seq + 1`, each the child of the one before. */
export type Batch = {
  readonly after: Position;
  readonly entries: readonly ReceivedEntry[];
  /** Of the last entry. */
  readonly head: Position;
};

/** `forkedAt`: an alarm about this origin is open, and nobody has settled it yet. */
export type Held = { readonly position: Position; readonly forkedAt?: Position | undefined };

/**
 * `gap`: the receiver does not hold `after`; nothing was stored.
 * `forkedAt`: the batch IS stored and projected; this is the first of its entries that stands at
 * a place (origin, seq) where another hash already stood. The alarm is written with the entries.
 */
export type Taken = 'taken' | 'gap' | { readonly forkedAt: Position };

/**
 * Where a receiver keeps what it is sent. `take` is ONE transaction: it checks that `after` is
 * held (or is the genesis), inserts under the key (origin, seq, hash) leaving alone what is there,
 * writes a fork alarm when a second hash stands at one (origin, seq), projects the entries that
 * were not there before and only those, and commits. It answers after the commit.
 */
export type ReceiverStore = {
  /** The newest of `probes` that is held, else the genesis. */
  holds(origin: string, probes: readonly Position[]): Held | Promise<Held>;
  take(origin: string, batch: Batch): Taken | Promise<Taken>;
};

/** Is `signature` (base64url, IEEE P1363) over `text` made by the key `publicKey` (SPKI, base64url)? */
export type Verify = (publicKey: string, text: string, signature: string) => boolean;

export type Receiver = {
  readonly sha256: Sha256;
  readonly verify: Verify;
  readonly store: ReceiverStore;
};

/** Whom the connection belongs to: proved at the challenge, never read in a message. */
export type Peer = { readonly origin: string; readonly publicKey: string };

/**
 * What to answer to one message, in this order. To be called with the messages of one connection
 * in the order of arrival, and to be given a store that works through its calls in that order:
 * several pushes are on their way at a time, and the second follows the first. A push is verified
 * before this returns its promise. A fault of the store (it throws) passes through: answer
 * nothing, the sender asks again.
 */
export async function receive(
  receiver: Receiver,
  peer: Peer,
  message: ToCentre,
): Promise<readonly ToStore[]> {
  const { link } = message;
  if (message.kind === 'hello') {
    const held = await receiver.store.holds(peer.origin, message.probes);
    const known: ToStore = { kind: 'known', link, position: held.position };
    return held.forkedAt ? [{ kind: 'forked', link, at: held.forkedAt }, known] : [known];
  }
  const { sha256, verify } = receiver;
  const verified = verifyPush({ sha256, verify, ...peer, push: message });
  if (!verified.ok) return [{ kind: 'refused', link, code: verified.refusal.code }];
  const outcome = await receiver.store.take(peer.origin, verified.value);
  if (outcome === 'gap') return [{ kind: 'gap', link }];
  const taken: ToStore = { kind: 'taken', link, position: verified.value.head };
  if (outcome === 'taken') return [taken];
  return [{ kind: 'forked', link, at: outcome.forkedAt }, taken];
}

export type PushRefusal = { readonly code: 'malformed' | 'bad-hash' | 'bad-signature' };

/**
 * Reads a push and proves that it is what the store wrote: the head is signed by its key, each
 * text leads by its hash from `after` to that head, and says the same origin and place as it
 * claims. Each text is hashed once and parsed once.
 */
export function verifyPush(claim: {
  readonly sha256: Sha256;
  readonly verify: Verify;
  readonly publicKey: string;
  readonly origin: string;
  readonly push: Push;
}): Result<Batch, PushRefusal> {
  const { sha256, origin, push } = claim;
  if (!isWithinLimits(push)) return refuse({ code: 'malformed' });
  if (!claim.verify(claim.publicKey, headText(origin, push.head), push.signature)) {
    return refuse({ code: 'bad-signature' });
  }
  const entries: ReceivedEntry[] = [];
  let parent = push.after.hash;
  let seq = push.after.seq;
  for (const text of push.texts) {
    seq += 1;
    const content = readContent(text);
    if (content === undefined || content.origin !== origin || content.seq !== seq) {
      return refuse({ code: 'malformed' });
    }
    const hash = hashOf(sha256, parent, text);
    entries.push({ origin, seq, hash, parent, text, content });
    parent = hash;
  }
  if (parent !== push.head) return refuse({ code: 'bad-hash' });
  return accept({ after: push.after, entries, head: { seq, hash: parent } });
}

function isWithinLimits({ after, texts }: Push): boolean {
  const characters = texts.reduce((sum, text) => sum + text.length, 0);
  return (
    texts.length >= 1 &&
    texts.length <= PUSH_MAX_ENTRIES &&
    characters <= PUSH_MAX_TEXT &&
    (after.seq === GENESIS.seq) === (after.hash === GENESIS.hash) &&
    // A lone surrogate would be stored as another text than the one that was hashed.
    texts.every((text) => text.isWellFormed())
  );
}

/** The content of a stored text; undefined when it is not that of an entry. */
export function readContent(text: string): EntryContent | undefined {
  const value = parseJson(text);
  return isContent(value) ? value : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // Not JSON: the caller refuses it as malformed.
  }
}

function isContent(value: unknown): value is EntryContent {
  return (
    typeof value === 'object' &&
    value !== null &&
    'origin' in value &&
    typeof value.origin === 'string' &&
    'seq' in value &&
    Number.isSafeInteger(value.seq) &&
    'at' in value &&
    typeof value.at === 'string' &&
    'stream' in value &&
    typeof value.stream === 'string' &&
    'type' in value &&
    typeof value.type === 'string' &&
    'data' in value
  );
}
