import { createHash, randomInt } from 'node:crypto';

import { accept, refuse, type Result } from '#app/lib/result.ts';

import type { CentreDatabase } from '../database/tables.ts';
import { readPublicKey } from '../store-link/keys.ts';

/** Long enough to read it out to the store over the phone, too short to be found on a note. */
export const CODE_VALID_MS = 10 * 60_000;

/** Crockford's base 32: no I, L, O, U to be mistaken. 12 of them are 60 bits. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 12;

export type IssuedCode = { readonly code: string; readonly expiresAt: string };

/** Makes a code that lets one till become the store `storeId`, once. Only its hash is kept. */
export async function issueCode(
  db: CentreDatabase,
  storeId: string,
  now: () => number = Date.now,
): Promise<Result<IssuedCode, { readonly code: 'enrol.unknown-store' }>> {
  const store = await db
    .selectFrom('store')
    .select('store_id')
    .where('store_id', '=', storeId)
    .executeTakeFirst();
  if (store === undefined) return refuse({ code: 'enrol.unknown-store' });
  const letters = Array.from({ length: CODE_LENGTH }, () => LETTERS.charAt(randomInt(32)));
  const code = letters.join('').replace(/(.{4})(?=.)/g, '$1-');
  const issuedAt = new Date(now());
  const expiresAt = new Date(now() + CODE_VALID_MS);
  await db
    .insertInto('enrolment_code')
    .values({
      code_hash: hashOfCode(code),
      store_id: storeId,
      issued_at: issuedAt,
      expires_at: expiresAt,
      used_at: null,
    })
    .execute();
  return accept({ code, expiresAt: expiresAt.toISOString() });
}

type EnrolRefusal = { readonly code: 'enrol.bad-code' | 'enrol.bad-key' };

/**
 * Spends a code: the key becomes that of the store, in place of any before. A code that is wrong,
 * used or too old is refused alike.
 */
export async function enrol(
  db: CentreDatabase,
  { code, publicKey }: { readonly code: string; readonly publicKey: string },
  now: () => number = Date.now,
): Promise<Result<{ readonly storeId: string; readonly name: string }, EnrolRefusal>> {
  if (readPublicKey(publicKey) === undefined) return refuse({ code: 'enrol.bad-key' });
  const at = new Date(now());
  return db.transaction().execute(async (tx) => {
    const taken = await tx
      .selectFrom('store')
      .select('store_id')
      .where('public_key', '=', publicKey)
      .executeTakeFirst();
    if (taken !== undefined) return refuse({ code: 'enrol.bad-key' });
    const spent = await tx
      .updateTable('enrolment_code')
      .set({ used_at: at })
      .where('code_hash', '=', hashOfCode(code))
      .where('used_at', 'is', null)
      .where('expires_at', '>', at)
      .returning('store_id')
      .executeTakeFirst();
    if (spent === undefined) return refuse({ code: 'enrol.bad-code' });
    const store = await tx
      .updateTable('store')
      .set({ public_key: publicKey, enrolled_at: at, revoked_at: null })
      .where('store_id', '=', spent.store_id)
      .returning(['store_id', 'name'])
      .executeTakeFirstOrThrow();
    return accept({ storeId: store.store_id, name: store.name });
  });
}

/** As read out over the phone: case and dashes do not matter, O is 0, I and L are 1. */
function hashOfCode(code: string): string {
  const plain = code.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  return createHash('sha256').update(`enrol ${plain}`).digest('base64url');
}
