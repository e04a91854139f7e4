/**
 * One fact of a journal. `text` is what is hashed, stored and sent, byte for byte; the other fields
 * repeat what is inside it so that SQL can find it. `hash` = SHA-256 of `parent` and `text`.
 */
export type Entry = {
  /** The node that wrote it, and the only one that may: `lyon-3`. */
  readonly origin: string;
  /** 1, 2, 3 … without gaps in one origin. */
  readonly seq: number;
  /** Base64url, 43 characters. */
  readonly hash: string;
  /** The hash of the entry before, '' for the first. */
  readonly parent: string;
  readonly text: string;
};

/** What `text` says, parsed. */
export type EntryContent = {
  readonly origin: string;
  readonly seq: number;
  /** ISO 8601, UTC. Never before that of the entry before it. */
  readonly at: string;
  readonly stream: string;
  readonly type: string;
  readonly data: unknown;
};

/** A place in a chain. Two nodes that name the same position hold the same entries up to it. */
export type Position = { readonly seq: number; readonly hash: string };

/** Before the first entry. */
export const GENESIS: Position = { seq: 0, hash: '' };

/** SHA-256 of a text (UTF-8) as base64url. */
export type Sha256 = (text: string) => string;

/** The identity of an entry: its stored text and, through `parent`, everything before it. */
export function hashOf(sha256: Sha256, parent: string, text: string): string {
  return sha256(`${parent}\n${text}`);
}
