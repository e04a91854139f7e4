import type { CentreContext } from './context.ts';
import { forgetAttempts } from './http/attempts.ts';
import type { Screens } from './head-office/screens.ts';
import { forgetSessions } from './head-office/sessions.ts';
import { type Presence, PRESENCE_WRITE_MS } from './store-link/presence.ts';

/** A revoked key must be refused within 5 s, also when it was revoked by another process. */
const WATCH_EVERY_MS = 2_000;
const TIDY_EVERY_MS = 3_600_000;
const DAY_MS = 86_400_000;

/**
 * What another process, or a command beside us, has changed in the database: keys revoked, people
 * signed out, entries received. Answers a function that stops watching.
 */
export function watch(centre: CentreContext, presence: Presence, screens: Screens): () => void {
  const newest = new Map<string, number>();
  const looks = every(WATCH_EVERY_MS, centre, async () => {
    await dropRevoked(centre, presence);
    await screens.dropEnded();
    if (await hasNews(centre, newest)) centre.announce(['figures', 'stores']);
  });
  const beats = every(PRESENCE_WRITE_MS, centre, () => presence.write(centre.database.pool));
  const tidies = every(TIDY_EVERY_MS, centre, async () => {
    await forgetAttempts(centre.database.db, new Date(centre.now() - DAY_MS));
    await forgetSessions(centre.database.db, centre.now);
  });
  return () => [looks, beats, tidies].forEach(clearInterval);
}

/** Repeats a task that is never run twice at a time; a failure is told and tried again. */
function every(ms: number, { log }: CentreContext, task: () => Promise<void>): NodeJS.Timeout {
  let isBusy = false;
  return setInterval(() => {
    if (isBusy) return;
    isBusy = true;
    task()
      .catch((error: unknown) => log.warn({ err: error }, 'the database was not reached'))
      .finally(() => {
        isBusy = false;
      });
  }, ms).unref();
}

async function dropRevoked({ database }: CentreContext, presence: Presence): Promise<void> {
  const connections = presence.connections();
  if (connections.length === 0) return;
  const rows = await database.db
    .selectFrom('store')
    .select(['store_id', 'public_key'])
    .where('store_id', 'in', [...new Set(connections.map(({ storeId }) => storeId))])
    .where('revoked_at', 'is', null)
    .execute();
  const keys = new Map(rows.map((row) => [row.store_id, row.public_key]));
  for (const connection of connections) {
    // Another key in its place is the same as none: the till was enrolled anew.
    if (keys.get(connection.storeId) !== connection.publicKey) connection.revoke();
  }
}

async function hasNews({ database }: CentreContext, newest: Map<string, number>): Promise<boolean> {
  const rows = await database.db.selectFrom('store_head').select(['store_id', 'seq']).execute();
  let isNews = false;
  for (const { store_id: storeId, seq } of rows) {
    if (newest.has(storeId) && newest.get(storeId) !== seq) isNews = true;
    newest.set(storeId, seq);
  }
  return isNews;
}
