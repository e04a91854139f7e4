import { rmSync } from 'node:fs';
import { join } from 'node:path';

import { inventedCustomers } from '#app/demonstration/customers.ts';
import { demonstrationArea } from '#app/demonstration/zones.ts';
import { openDatabase } from '#main/database/open.ts';
import { sqliteSql } from '#main/database/sqlite-sql.ts';
import { writeCustomer } from '#main/store/customers/save.ts';
import { searchCustomers } from '#main/store/customers/search.ts';
import { temporaryFolder } from '#tests/world/store.ts';

import { type Figure, median, percentile, rounded, timed } from '../measure.ts';

const CUSTOMERS = 50_000;
const BATCH = 1_000;
const ROUNDS = 40;
const NOW = '2026-11-20T18:00:00.000Z';

/** What is typed at a till: parts of numbers, beginnings of names and streets, short and long. */
const TYPED = [
  '0612',
  '3456',
  '06 12 34',
  'mar',
  'martin',
  'julie mar',
  'é',
  'garib',
  '12 rue paul',
];

/**
 * `customer.search` among 50,000 customers against the floor of the same full-text indexes: the very
 * same match and nothing but row numbers, prepared, without names, addresses, zones or orders. They
 * take turns; the ratio is floor ÷ ours, the median of all. The notes say the slowest search, which
 * is to stay under 50 ms.
 */
export async function customerSearch(): Promise<Figure> {
  const folder = temporaryFolder();
  const database = await openDatabase(join(folder, 'store.sqlite'));
  const ours: number[] = [];
  const floor: number[] = [];
  try {
    const sql = sqliteSql(database);
    const customers = inventedCustomers(CUSTOMERS);
    for (let from = 0; from < customers.length; from += BATCH)
      sql.transaction(() => {
        for (const customer of customers.slice(from, from + BATCH))
          writeCustomer(sql, customer, NOW);
      });
    const context = { sql, area: demonstrationArea('lyon-3'), now: () => NOW };
    const words = database.prepare(
      'select rowid from customer_words where customer_words match ? order by bm25(customer_words, 10, 1) limit 40',
    );
    const digits = database.prepare(
      'select rowid from customer_digits where customer_digits match ? limit 40',
    );
    for (let round = 0; round < ROUNDS; round += 1)
      for (const typed of TYPED) {
        ours.push(await timed(() => void searchCustomers(context, typed)));
        const bare = typed.normalize('NFD').replace(/\p{Mark}/gu, '');
        const isNumber = /^[\d ]+$/.test(bare);
        const match = isNumber
          ? `"${bare.replaceAll(' ', '')}"`
          : bare
              .split(' ')
              .map((word) => `("${word}" OR "${word}"*)`)
              .join(' AND ');
        floor.push(await timed(() => void (isNumber ? digits : words).all(match)));
      }
  } finally {
    database.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return {
    name: 'customer-search',
    ours: rounded(median(ours), 2),
    reference: rounded(median(floor), 2),
    ratio: rounded(median(ours.map((value, index) => (floor[index] ?? Number.NaN) / value))),
    unit: 'ms a search',
    notes: [
      `99 of 100 within ${rounded(percentile(ours, 99))} ms, the slowest ${rounded(Math.max(...ours))} ms, of ${ours.length} searches`,
    ],
  };
}
