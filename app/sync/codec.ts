import { MESSAGE_MAX_BYTES, type Push, ToCentre } from '../contract/store-link.ts';
import { accept, refuse, type Result } from '../lib/result.ts';

/** Raw DEFLATE (RFC 1951) of the UTF-8 of a text. */
export type Deflate = (text: string) => Uint8Array;

/** The reverse. Throws on broken bytes, and as soon as the output passes `maxBytes`. */
export type Inflate = (bytes: Uint8Array, maxBytes: number) => string;

/** A push as it travels: one binary argument of the event `message`. */
export function encodePush(push: Push, deflate: Deflate): Uint8Array {
  return deflate(JSON.stringify(push));
}

/** Neither the bytes nor what they unfold to may pass `MESSAGE_MAX_BYTES`. */
export function decodePush(
  bytes: Uint8Array,
  inflate: Inflate,
): Result<Push, { readonly code: 'malformed' }> {
  if (bytes.byteLength > MESSAGE_MAX_BYTES) return refuse({ code: 'malformed' });
  const parsed = ToCentre.safeParse(unfold(bytes, inflate));
  if (!parsed.success || parsed.data.kind !== 'push') return refuse({ code: 'malformed' });
  return accept(parsed.data);
}

function unfold(bytes: Uint8Array, inflate: Inflate): unknown {
  try {
    return JSON.parse(inflate(bytes, MESSAGE_MAX_BYTES));
  } catch {
    return undefined; // Broken, too large or not JSON: all the same to the caller, who refuses it.
  }
}
