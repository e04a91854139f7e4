import { randomBytes, randomUUID } from 'node:crypto';

import type { CentreDatabase } from '../database/tables.ts';
import { hashPassword } from './passwords.ts';

/** 20 letters of 64: 120 bits. */
const GENERATED_BYTES = 15;

export type FirstAccount = {
  readonly email: string;
  /** Only when it was made here: shown once to whoever started the centre, kept nowhere. */
  readonly generatedPassword?: string;
};

/**
 * Sees to it that someone can sign in: creates the account unless it is there. A password that is
 * given replaces the one before; without one, a new account gets a generated password.
 */
export async function ensureFirstAccount(
  db: CentreDatabase,
  { email, password }: { readonly email: string; readonly password?: string | undefined },
  now: () => number,
): Promise<FirstAccount> {
  const address = plainEmail(email);
  const known = await db
    .selectFrom('account')
    .select('account_id')
    .where('email', '=', address)
    .executeTakeFirst();
  if (known !== undefined) {
    if (password !== undefined) {
      await db
        .updateTable('account')
        .set({ password: await hashPassword(password) })
        .where('account_id', '=', known.account_id)
        .execute();
    }
    return { email: address };
  }
  const chosen = password ?? randomBytes(GENERATED_BYTES).toString('base64url');
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('account')
    .values({
      account_id: randomUUID(),
      email: address,
      name: 'Siège',
      role: 'head-office',
      password: await hashPassword(chosen),
      created_at: new Date(now()),
    })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .executeTakeFirstOrThrow();
  // Another process that started together with this one was first, and tells its own password.
  if (numInsertedOrUpdatedRows === 0n) return { email: address };
  return password === undefined
    ? { email: address, generatedPassword: chosen }
    : { email: address };
}

export function plainEmail(email: string): string {
  return email.trim().toLowerCase();
}
