import pg from 'pg';

import type { Centre } from '#central/start.ts';
import { asJson } from '#central/store-link/ingest.ts';
import { INGEST } from '#central/store-link/ingest-sql.ts';
import { contentOf } from '#app/journal/journal.ts';

import { timed } from './measure.ts';
import { entriesOf } from './offline-store.ts';

/** 100 orders, each placed and paid. */
const BATCH_ENTRIES = 200;
/** Another store of the same chain: the same tables, rows beside the product's own. */
const STORE = 'villeurbanne';

/** PostgreSQL alone: the batches stand ready as texts, one prepared statement takes each. */
export async function rawIngest(centre: Centre) {
  const client = new pg.Client({ connectionString: centre.databaseUrl, options: '-c jit=off' });
  await client.connect();
  let taken = 0;
  let orders = 0;
  let head = '';

  function batches(folder: string) {
    const entries = entriesOf(folder, taken).map((row) => ({
      ...row,
      origin: STORE,
      content: contentOf(row.text),
    }));
    const made = [];
    for (let from = 0; from < entries.length; from += BATCH_ENTRIES) {
      const part = entries.slice(from, from + BATCH_ENTRIES);
      const last = part.at(-1);
      if (last !== undefined) made.push({ json: asJson(part).text, last });
    }
    orders += entries.filter(({ content }) => content.type === 'order.placed').length;
    return made;
  }

  return {
    /** Milliseconds for everything that the store has sold since the last call. */
    async take(folder: string): Promise<number> {
      const ready = batches(folder);
      return timed(async () => {
        for (const { json, last } of ready) {
          const at = new Date();
          const { rows } = await client.query<{ moved: number | string }>({
            name: 'raw-ingest',
            text: INGEST,
            values: [json, STORE, head, last.seq, last.hash, at],
          });
          if (Number(rows[0]?.moved) !== 1) throw new Error('the raw batch was not taken');
          head = last.hash;
          taken = last.seq;
        }
      });
    },
    /** Both stores sold the same: the figures must say so. */
    async check(): Promise<void> {
      const { rows } = await client.query<{ store_id: string; orders: number; cents: number }>(
        `select store_id, count(*)::integer as orders, sum(total_cents)::integer as cents
         from orders group by store_id order by store_id`,
      );
      const [left, right] = rows;
      if (rows.length !== 2 || left?.orders !== orders || left.cents !== right?.cents)
        throw new Error(`the two ways do not agree: ${JSON.stringify(rows)}`);
    },
    close: () => client.end(),
  };
}
