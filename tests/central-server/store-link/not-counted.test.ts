import { expect, test } from 'vitest';

import { someBooks } from '#tests/world/centre/books.ts';
import { aJournal } from '#tests/world/centre/journal.ts';
import { rowsIn } from '#tests/world/centre/rows.ts';
import { aSale, cancelledFrom, placedBy, soldAndGiven } from '#tests/world/centre/sales.ts';
import { aPricedLine } from '#tests/world/orders.ts';

/** What the centre keeps and counts nowhere. */
const AT = new Date('2026-11-20T20:00:00.000Z');

test('an entry that is not of its shape is kept as evidence, counted nowhere, told', async () => {
  const sound = placedBy(aSale({ orderId: 'p' })).data;
  const named = (name: string) =>
    placedBy(aSale({ orderId: 'p', lines: [aPricedLine({ name })] })).data;
  const unsound: readonly unknown[] = [
    { ...sound, totalCents: 'x' },
    { ...sound, totalCents: 1.5 },
    { ...sound, totalCents: 1e18 },
    { ...sound, lines: [] },
    // Neither can stand in a text of PostgreSQL.
    named('a\u0000b'),
    named('a\ud800'),
    { ...sound, businessDay: '2026-02-30' },
    null,
  ];
  const books = await someBooks(AT);
  const journal = aJournal('lyon-3');
  for (const data of unsound) {
    journal.write('2026-11-20T18:00:00.000Z', { type: 'order.placed', data });
  }
  journal.write('2026-11-20T18:01:00.000Z', ...soldAndGiven(aSale({ orderId: 'good' })));
  expect(await books.take(journal, 1)).toBe('taken');
  const rows = await rowsIn(books.url);
  expect(rows['journal']).toHaveLength(journal.entries.length);
  expect(rows['orders']).toMatchObject([{ order_id: 'good' }]);
  const { rows: alarms } = await books.database.pool.query('select kind from alarm');
  expect(alarms).toEqual(unsound.map(() => ({ kind: 'unreadable' })));
});

test('a sale of a gift voucher alone is a sound entry: an order that is no sale, cancelled or not', async () => {
  const books = await someBooks(AT);
  const journal = aJournal('lyon-3');
  const { data } = placedBy(aSale({ orderId: 'voucher', lines: [] }));
  const nonSales = [
    { nonSaleId: 'n', kind: 'gift-voucher', label: 'Bon d’achat', cents: 2_000, code: 'AAAA' },
  ];
  journal.write('2026-11-20T18:00:00.000Z', {
    type: 'order.placed',
    data: { ...data, nonSales },
  });
  journal.write('2026-11-20T18:10:00.000Z', placedBy(aSale({ orderId: 'pizza' })));
  await books.take(journal, 1);
  const before = await rowsIn(books.url);
  expect(before['orders']).toMatchObject([
    { order_id: 'pizza' },
    { order_id: 'voucher', total_cents: '0', net_cents: '0' },
  ]);
  expect(before['sales_hour']).toMatchObject([{ orders: '1', cancelled: '0' }]);
  journal.write(
    '2026-11-20T18:20:00.000Z',
    cancelledFrom(aSale({ orderId: 'voucher', lines: [] })),
  );
  await books.take(journal, 3);
  expect((await rowsIn(books.url))['sales_hour']).toEqual(before['sales_hour']);
  expect((await books.database.pool.query('select 1 from alarm')).rows).toEqual([]);
});

test('an entry of a type that does not exist yet is kept without a word', async () => {
  const books = await someBooks(AT);
  const journal = aJournal('lyon-3');
  journal.write('2026-11-20T18:00:00.000Z', { type: 'oven.lit', data: { at: '\u0000', by: 1 } });
  expect(await books.take(journal, 1)).toBe('taken');
  const rows = await rowsIn(books.url);
  expect(rows['journal']).toMatchObject([{ text: journal.entries[0]?.text }]);
  expect((await books.database.pool.query('select 1 from alarm')).rows).toEqual([]);
});

test('the cancellation of an order that never came changes no figure', async () => {
  const books = await someBooks(AT);
  const journal = aJournal('lyon-3');
  journal.write('2026-11-20T18:00:00.000Z', cancelledFrom(aSale({ orderId: 'unknown' })));
  await books.take(journal, 1);
  expect((await rowsIn(books.url))['sales_hour']).toEqual([]);
});
