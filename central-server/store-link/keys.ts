import { createPublicKey, hash, type KeyObject, verify } from 'node:crypto';

import type { Sha256 } from '#app/journal/entry.ts';

export const sha256: Sha256 = (text) => hash('sha256', text, 'base64url');

/** Reads a P-256 key given as SPKI, DER, base64url; undefined for anything else. */
export function readPublicKey(spki: string): KeyObject | undefined {
  try {
    const key = createPublicKey({
      key: Buffer.from(spki, 'base64url'),
      format: 'der',
      type: 'spki',
    });
    return key.asymmetricKeyDetails?.namedCurve === 'prime256v1' ? key : undefined;
  } catch {
    return undefined; // Not a key at all.
  }
}

/** ECDSA P-256 with SHA-256; `signature` is IEEE P1363 (64 bytes), base64url. */
export function isSignedBy(key: KeyObject, text: string, signature: string): boolean {
  const bytes = Buffer.from(signature, 'base64url');
  if (bytes.length !== 64) return false;
  return verify('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }, bytes);
}
