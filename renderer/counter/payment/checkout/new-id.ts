import { uuidV7 } from '#app/lib/ids.ts';

/** As many random bytes as a UUID of version 7 takes. */
const RANDOM_BYTES = 10;

/** A new identifier of an order or a payment, made here so that a retry carries the same one. */
export function newId(nowMs: number): string {
  return uuidV7(nowMs, crypto.getRandomValues(new Uint8Array(RANDOM_BYTES)));
}
