import { createHash } from 'node:crypto';

import { sql } from 'kysely';

import type { CentreDatabase } from '../database/tables.ts';

export type AttemptLimit = { readonly tries: number; readonly windowMs: number };

/**
 * Counts one more try of `key` and answers whether it is within the limit. Counted in the database
 * and before the try is looked at, so that neither a restart nor a second process forgets it.
 */
export async function mayTry(
  db: CentreDatabase,
  key: string,
  { tries, windowMs }: AttemptLimit,
  now: () => number,
): Promise<boolean> {
  const at = new Date(now());
  const windowStart = new Date(now() - windowMs);
  const row = await db
    .insertInto('attempt')
    .values({
      // An address or an e-mail is somebody's: only its digest is kept.
      key_hash: createHash('sha256').update(key).digest('base64url'),
      window_start: at,
      tries: 1,
    })
    .onConflict((conflict) =>
      conflict.column('key_hash').doUpdateSet({
        tries: sql<number>`case when attempt.window_start <= ${windowStart} then 1 else attempt.tries + 1 end`,
        window_start: sql<Date>`case when attempt.window_start <= ${windowStart} then ${at} else attempt.window_start end`,
      }),
    )
    .returning('tries')
    .executeTakeFirstOrThrow();
  return row.tries <= tries;
}

/** Removes what no window reaches any more. */
export async function forgetAttempts(db: CentreDatabase, before: Date): Promise<void> {
  await db.deleteFrom('attempt').where('window_start', '<', before).execute();
}
