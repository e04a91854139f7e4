import { z } from 'zod';

/**
 * What a store and the centre say to each other (Socket.IO namespace `/store`).
 *
 * On connection the centre emits `challenge`; the store answers `prove` (acknowledged with
 * `ProofAnswer`). From then on each side emits `message` and nothing else. Nothing relies on the
 * delivery of Socket.IO: a lost, doubled or late message is harmless (app/sync).
 */

/** Larger than any batch; the door refuses what is longer before reading it. */
export const MESSAGE_MAX_BYTES = 1_000_000;
/** reliability.md §4: at most 200 entries and 256 KB of text in a push. */
export const PUSH_MAX_ENTRIES = 200;
export const PUSH_MAX_TEXT = 256_000;
export const PROBES_MAX = 40;

const Hash = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
const PositionShape = z.strictObject({ seq: z.int().min(0), hash: z.union([Hash, z.literal('')]) });
/** Made anew at each connection; an answer that names another link is dropped. */
const Link = z.string().min(8).max(64);

export const Challenge = z.strictObject({ nonce: z.string().min(20).max(100) });
/** `signature`: ECDSA P-256 / SHA-256 (IEEE P1363, base64url) over `proofText(nonce, storeId, bootId)`. */
export const Proof = z.strictObject({
  storeId: z.string().max(64),
  /** Made at each start of the store node: one key with two boot ids at once is a cloned till. */
  bootId: z.string().max(64),
  signature: z.string().max(200),
});
export const ProofAnswer = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true) }),
  z.strictObject({
    ok: z.literal(false),
    code: z.enum(['unknown-store', 'bad-signature', 'revoked']),
  }),
]);

export function proofText(nonce: string, storeId: string, bootId: string): string {
  return `oc-pizza store link 1\n${nonce}\n${storeId}\n${bootId}`;
}

/** What a push signs with the key of the store: that this head is its own. */
export function headText(storeId: string, head: string): string {
  return `oc-pizza journal head 1\n${storeId}\n${head}`;
}

/** From store to centre. A push travels as bytes: deflated JSON (app/sync/codec.ts). */
export const ToCentre = z.discriminatedUnion('kind', [
  /** Newest first: the head, then 1, 2, 4, 8 … back. */
  z.strictObject({
    kind: z.literal('hello'),
    link: Link,
    probes: z.array(PositionShape).max(PROBES_MAX),
  }),
  /** `texts` follow `after` without a gap; `head` is the hash of the last. */
  z.strictObject({
    kind: z.literal('push'),
    link: Link,
    after: PositionShape,
    texts: z.array(z.string()).min(1).max(PUSH_MAX_ENTRIES),
    head: Hash,
    signature: z.string().max(200),
  }),
]);

/** From centre to store. */
export const ToStore = z.discriminatedUnion('kind', [
  /** The newest of the probes that the centre holds, or the genesis. */
  z.strictObject({ kind: z.literal('known'), link: Link, position: PositionShape }),
  /** Durably stored and projected up to here. */
  z.strictObject({ kind: z.literal('taken'), link: Link, position: PositionShape }),
  /** The centre does not hold what the push follows: probe again. */
  z.strictObject({ kind: z.literal('gap'), link: Link }),
  z.strictObject({
    kind: z.literal('refused'),
    link: Link,
    code: z.enum(['malformed', 'bad-hash', 'bad-signature', 'revoked']),
  }),
  /** A second child of one parent: both branches are kept, this till is set aside. Said before the `taken` of the push that showed it. */
  z.strictObject({ kind: z.literal('forked'), link: Link, at: PositionShape }),
]);

export type ToCentre = z.output<typeof ToCentre>;
export type ToStore = z.output<typeof ToStore>;
export type Push = Extract<ToCentre, { kind: 'push' }>;

/** `POST /enrol`: a one-time code, issued by head office for one store, against a public key. */
export const EnrolRequest = z.strictObject({
  code: z.string().min(8).max(40),
  /** SPKI, DER, base64url. */
  publicKey: z.string().max(400),
});
export const EnrolAnswer = z.strictObject({ storeId: z.string(), name: z.string() });
