import { onTestFinished } from 'vitest';

import { demonstrationStores } from '#app/demonstration/stores.ts';
import type { Taken } from '#app/sync/receiver.ts';
import { connect } from '#central/database/open.ts';
import { putStores } from '#central/enrolment/stores.ts';
import { ingest } from '#central/store-link/ingest.ts';
import { aDatabase } from '#tests/world/postgres.ts';

import { batchOf, type StoreJournal } from './journal.ts';

/** The books of a centre, without its network, until the end of the test. All comes in at `at`. */
export async function someBooks(at: Date) {
  const url = await aDatabase();
  const database = connect(url, (error) => {
    throw error;
  });
  onTestFinished(() => database.close());
  await putStores(database.db, demonstrationStores);
  return {
    url,
    database,
    take: (journal: StoreJournal, from = 1, to?: number): Promise<Taken> =>
      ingest(database.pool, { origin: journal.origin, batch: batchOf(journal, from, to), at }),
  };
}
