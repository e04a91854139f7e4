import { createHash, randomBytes } from 'node:crypto';

import type { Caller, Role } from '#app/contract/contract.ts';

import type { CentreDatabase } from '../database/tables.ts';

/** A working day: head office signs in once in the morning. */
export const SESSION_MS = 12 * 3_600_000;
const TOKEN_BYTES = 32;

export const SESSION_COOKIE = 'oc_pizza_session';

/** A signed-in person. */
export type Session = Caller & { readonly email: string; readonly tokenHash: string };

/** Opens a session and answers its token, which is kept only as a hash. */
export async function openSession(
  db: CentreDatabase,
  accountId: string,
  now: () => number,
): Promise<string> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  await db
    .insertInto('session')
    .values({
      token_hash: hashOfToken(token),
      account_id: accountId,
      created_at: new Date(now()),
      expires_at: new Date(now() + SESSION_MS),
    })
    .execute();
  return token;
}

export async function findSession(
  db: CentreDatabase,
  token: string | undefined,
  now: () => number,
): Promise<Session | undefined> {
  if (token === undefined || token.length > 100) return undefined;
  const tokenHash = hashOfToken(token);
  const row = await db
    .selectFrom('session')
    .innerJoin('account', 'account.account_id', 'session.account_id')
    .select(['account.email', 'account.name', 'account.role'])
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', new Date(now()))
    .executeTakeFirst();
  if (row === undefined) return undefined;
  // The role was written by us, from the same union.
  return { email: row.email, name: row.name, role: row.role as Role, tokenHash };
}

export async function closeSession(db: CentreDatabase, token: string): Promise<void> {
  await db.deleteFrom('session').where('token_hash', '=', hashOfToken(token)).execute();
}

/** Which of these sessions are still good. */
export async function openSessions(
  db: CentreDatabase,
  tokenHashes: readonly string[],
  now: () => number,
): Promise<ReadonlySet<string>> {
  if (tokenHashes.length === 0) return new Set();
  const rows = await db
    .selectFrom('session')
    .select('token_hash')
    .where('token_hash', 'in', tokenHashes)
    .where('expires_at', '>', new Date(now()))
    .execute();
  return new Set(rows.map((row) => row.token_hash));
}

export async function forgetSessions(db: CentreDatabase, now: () => number): Promise<void> {
  await db.deleteFrom('session').where('expires_at', '<', new Date(now())).execute();
}

/** 256 random bits need no slow hash. */
function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
