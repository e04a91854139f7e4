import pg from 'pg';
import { expect, test } from 'vitest';

import { demonstrationStores } from '#app/demonstration/stores.ts';
import { CannotStart } from '#central/cannot-start.ts';
import { openDatabase } from '#central/database/open.ts';
import { putStores } from '#central/enrolment/stores.ts';
import { ingest } from '#central/store-link/ingest.ts';
import { aJournal, batchOf } from '#tests/world/centre/journal.ts';
import { aSale, soldAndGiven } from '#tests/world/centre/sales.ts';
import { aDatabase } from '#tests/world/postgres.ts';

const ignore = () => undefined;

test('what a store has written can be added to, and neither changed nor deleted', async () => {
  const database = await openDatabase(await aDatabase(), ignore);
  await putStores(database.db, demonstrationStores);
  const journal = aJournal('lyon-3');
  journal.write('2026-11-20T18:00:00.000Z', ...soldAndGiven(aSale({ orderId: 'a' })));
  const batch = batchOf(journal, 1);
  expect(await ingest(database.pool, { origin: 'lyon-3', batch, at: new Date(0) })).toBe('taken');
  const forbidden = [
    "update journal set text = 'x'",
    'delete from journal',
    'truncate journal',
    'drop table journal',
    'delete from alarm',
    "update alarm set kind = 'x'",
    'delete from orders',
    'update orders set total_cents = 0',
    'delete from order_line',
    'delete from cancellation',
    'create table mine (x text)',
  ];
  for (const statement of forbidden) {
    await expect(database.pool.query(statement)).rejects.toThrow(/permission denied|must be owner/);
  }
  const { rows } = await database.pool.query('select count(*) as entries from journal');
  expect(rows).toEqual([{ entries: 5 }]);
  await database.close();
});

test('migrating twice, and twice at once, changes nothing', async () => {
  const url = await aDatabase();
  const both = await Promise.all([openDatabase(url, ignore), openDatabase(url, ignore)]);
  for (const database of both) await database.close();
});

test('an amount too large to be exact is an error, never a rounded amount', async () => {
  const database = await openDatabase(await aDatabase(), ignore);
  expect((await database.pool.query('select 9007199254740991::bigint as n')).rows).toEqual([
    { n: 9_007_199_254_740_991 },
  ]);
  await expect(database.pool.query('select 9007199254740993::bigint as n')).rejects.toThrow('int8');
  await database.close();
});

test('a server that may forget what it confirmed is refused', async () => {
  const url = await aDatabase();
  const owner = new pg.Client(url);
  await owner.connect();
  const { rows } = await owner.query<{ name: string }>('select current_database() as name');
  const name = owner.escapeIdentifier(rows[0]?.name ?? '');
  await owner.query(`alter database ${name} set synchronous_commit = off`);
  await owner.end();
  const opened = openDatabase(url, ignore);
  await expect(opened).rejects.toThrow(CannotStart);
  await expect(opened).rejects.toThrow('synchronous_commit = off');
});

test('a database that does not answer is told in one sentence without its password', async () => {
  const opened = openDatabase('postgresql://somebody:secret@127.0.0.1:1/shop', ignore);
  await expect(opened).rejects.toThrow('La base de données 127.0.0.1:1/shop ne répond pas');
  await expect(opened).rejects.not.toThrow('secret');
});
