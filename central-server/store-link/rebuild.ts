import type { Pool, PoolClient } from 'pg';

import { readContent } from '#app/sync/receiver.ts';
import type { ReceivedEntry } from '#app/sync/receiver.ts';
import { assert } from '#app/lib/assert.ts';

import { asJson } from './ingest.ts';
import { PROJECT_AGAIN } from './ingest-sql.ts';

/** Entries read at a time: about 2 MB of text. */
const WINDOW = 5_000;

type Row = Omit<ReceivedEntry, 'content'> & { readonly received: number };

/**
 * Empties the figures and makes them again from the journal, in one transaction: pushes wait, and
 * screens see the figures of before until the end. `owner` are connections of the owner of the
 * tables (the role of the centre may not empty them). Answers how many entries were read.
 */
export async function rebuild(owner: Pool): Promise<number> {
  const client = await owner.connect();
  try {
    await client.query('begin');
    await client.query('select 1 from store_head for update');
    await client.query(
      'truncate orders, order_line, order_state, cancellation, adjustment, payment, sales_hour, product_day',
    );
    const entries = await projectAll(client);
    await client.query('commit');
    client.release();
    return entries;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

async function projectAll(client: PoolClient): Promise<number> {
  let entries = 0;
  for (let received = 0; ; ) {
    const { rows } = await client.query<Row>(
      `select origin, seq, hash, parent, text, received from journal
       where received > $1 order by received limit $2`,
      [received, WINDOW],
    );
    const last = rows.at(-1);
    if (last === undefined) return entries;
    for (const run of runs(rows)) {
      await client.query({
        name: 'project-again',
        text: PROJECT_AGAIN,
        values: [asJson(run).text, run[0]?.origin],
      });
    }
    entries += rows.length;
    // Under the lock no push is under way, so no entry can appear behind this mark.
    received = last.received;
  }
}

/** Cut as they arrived: entries of one store that follow one another, as a push brings them. */
function runs(rows: readonly Row[]): ReceivedEntry[][] {
  const cut: ReceivedEntry[][] = [];
  let before: ReceivedEntry | undefined;
  for (const row of rows) {
    const content = readContent(row.text);
    assert(content !== undefined, `entry ${row.origin} ${row.seq} was read when it arrived`);
    const entry = { ...row, content };
    if (before !== undefined && before.hash === row.parent) cut.at(-1)?.push(entry);
    else cut.push([entry]);
    before = entry;
  }
  return cut;
}
