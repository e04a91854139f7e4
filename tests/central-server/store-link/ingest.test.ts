import pg from 'pg';
import { describe, expect, onTestFinished, test } from 'vitest';

import type { Taken } from '#app/sync/receiver.ts';
import { connect } from '#central/database/open.ts';
import { ingest } from '#central/store-link/ingest.ts';
import { rebuild } from '#central/store-link/rebuild.ts';
import { someBooks } from '#tests/world/centre/books.ts';
import { aJournal, batchOf, type StoreJournal } from '#tests/world/centre/journal.ts';
import { rowsIn } from '#tests/world/centre/rows.ts';
import {
  aSale,
  cancelledFrom,
  paidFor,
  placedBy,
  soldAndGiven,
  step,
} from '#tests/world/centre/sales.ts';
import { aPricedLine } from '#tests/world/orders.ts';

const AT = new Date('2026-11-20T20:00:00.000Z');

/** An evening: six orders, one cancelled late, one recalled, one not yet given, one card in doubt. */
function anEvening(origin = 'lyon-3'): StoreJournal {
  const journal = aJournal(origin);
  for (let index = 1; index <= 6; index += 1) {
    const sale = aSale({
      orderId: `${origin}-order-${index}`,
      at: `2026-11-20T18:${String(9 * index).padStart(2, '0')}:00.000Z`,
      lines: [
        aPricedLine({ quantity: index, grossCents: 1190 * index }),
        aPricedLine({
          productId: 'coca',
          sizeId: 'unit',
          kind: 'drink',
          name: 'Coca-Cola 33 cl',
          unitPriceCents: 250,
          grossCents: 250,
          vatRateBp: 550,
        }),
      ],
    });
    if (index === 4) journal.write(sale.at, placedBy(sale), step(sale, 'order.started'));
    else journal.write(sale.at, ...soldAndGiven(sale));
    if (index === 2) journal.write(sale.at, step(sale, 'order.recalled'), cancelledFrom(sale));
    if (index === 5) {
      const paymentId = 'pay-in-doubt';
      const { orderId } = sale;
      journal.write(
        sale.at,
        {
          type: 'payment.started',
          data: { orderId, paymentId, method: 'card', amountCents: 100, by: 'sofia' },
        },
        { type: 'payment.in-doubt', data: { orderId, paymentId, reason: 'silence' } },
        { type: 'payment.resolved', data: { orderId, paymentId, outcome: 'paid', by: 'sofia' } },
        { type: 'receipt.requested', data: { orderId, copy: 0, by: 'sofia' } },
      );
    }
  }
  return journal;
}

async function rowsOfOneGo(): Promise<Record<string, unknown[]>> {
  const books = await someBooks(AT);
  await books.take(anEvening(), 1);
  return rowsIn(books.url);
}

describe('the same batch in any way', () => {
  test('what comes twice counts once', async () => {
    const books = await someBooks(AT);
    const evening = anEvening();
    expect(await books.take(evening, 1)).toBe('taken');
    expect(await books.take(evening, 1)).toBe('taken');
    expect(await books.take(evening, 4, 20)).toBe('taken');
    expect(await rowsIn(books.url)).toEqual(await rowsOfOneGo());
  });

  test('cut at every place, the rows are the same', async () => {
    const expected = await rowsOfOneGo();
    const evening = anEvening();
    for (const cut of [1, 7, 22]) {
      const books = await someBooks(AT);
      await books.take(evening, 1, cut);
      await books.take(evening, cut + 1);
      expect(await rowsIn(books.url)).toEqual(expected);
    }
  });

  test('entry by entry, the rows are the same', async () => {
    const books = await someBooks(AT);
    const evening = anEvening();
    for (const { seq } of evening.entries) await books.take(evening, seq, seq);
    expect(await rowsIn(books.url)).toEqual(await rowsOfOneGo());
  });

  test('what comes before what it follows is sent back, and nothing is written', async () => {
    const books = await someBooks(AT);
    const evening = anEvening();
    expect(await books.take(evening, 10)).toBe('gap');
    expect((await rowsIn(books.url))['journal']).toEqual([]);
    expect(await books.take(evening, 1, 9)).toBe('taken');
    expect(await books.take(evening, 20)).toBe('gap');
    expect(await books.take(evening, 10)).toBe('taken');
    expect(await rowsIn(books.url)).toEqual(await rowsOfOneGo());
  });

  test('over two connections at once, shuffled and overlapping, the rows are the same', async () => {
    const books = await someBooks(AT);
    const second = connect(books.url, (error) => {
      throw error;
    });
    onTestFinished(() => second.close());
    const evening = anEvening();
    const last = evening.entries.length;
    const pools = [books.database.pool, second.pool];
    const pieces = Array.from({ length: 40 }, (_, index) => {
      const from = 1 + ((index * 7) % last);
      return { from, to: Math.min(last, from + 5), pool: pools[index % 2] ?? second.pool };
    });
    // A piece may come before what it follows; the next round brings it again.
    let answers: readonly Taken[] = ['gap'];
    while (answers.includes('gap')) {
      answers = await Promise.all(
        pieces.map(({ from, to, pool }) =>
          ingest(pool, { origin: 'lyon-3', batch: batchOf(evening, from, to), at: AT }),
        ),
      );
    }
    expect(await rowsIn(books.url)).toEqual(await rowsOfOneGo());
  });

  test('two stores at once do not wait for, nor touch, each other', async () => {
    const books = await someBooks(AT);
    const stores = ['lyon-3', 'bron'].map((origin) => anEvening(origin));
    await Promise.all(stores.map((journal) => books.take(journal, 1)));
    const rows = await rowsIn(books.url);
    expect(rows['orders']).toHaveLength(12);
    expect(rows['sales_hour']).toHaveLength(2);
  });
});

describe('a journal that splits', () => {
  test('both branches are kept, their orders count once, an alarm is raised', async () => {
    const books = await someBooks(AT);
    const main = anEvening();
    const branch = main.copy(10);
    branch.write('2026-11-20T19:30:00.000Z', ...soldAndGiven(aSale({ orderId: 'other-1' })));
    // Entered again at the restored till under the same id: the order is one order.
    const again = aSale({ orderId: 'lyon-3-order-4', at: '2026-11-20T19:31:00.000Z' });
    branch.write(again.at, ...soldAndGiven(again));

    await books.take(main, 1);
    expect(await books.take(branch, 11, 15)).toEqual({ forkedAt: branch.positionAt(11) });
    await books.take(branch, 16);
    const rows = await rowsIn(books.url);
    expect(rows['journal']).toHaveLength(main.entries.length + 10);
    expect(rows['orders']).toHaveLength(7);
    const { rows: alarms } = await books.database.pool.query(
      'select store_id, kind from alarm order by alarm_id',
    );
    expect(alarms).toEqual([{ store_id: 'lyon-3', kind: 'fork' }]);
    const store = await books.database.db
      .selectFrom('store')
      .select('set_aside_at')
      .where('store_id', '=', 'lyon-3')
      .executeTakeFirst();
    expect(store?.set_aside_at).toEqual(AT);
  });

  test('whichever branch grows, it is taken to its end', async () => {
    const books = await someBooks(AT);
    const main = anEvening();
    const branch = main.copy(20);
    for (let index = 0; index < 10; index += 1) {
      branch.write('2026-11-20T19:30:00.000Z', ...soldAndGiven(aSale({ orderId: `b-${index}` })));
    }
    await books.take(main, 1, 25);
    await books.take(branch, 21);
    await books.take(main, 26);
    expect((await rowsIn(books.url))['journal']).toHaveLength(
      main.entries.length + branch.entries.length - 20,
    );
  });
});

describe('figures made again', () => {
  test('from the journals alone, branches and oddities included, they are the same', async () => {
    const books = await someBooks(AT);
    const main = anEvening();
    const branch = main.copy(10);
    const again = aSale({ orderId: 'lyon-3-order-4', at: '2026-11-20T19:31:00.000Z' });
    branch.write(again.at, placedBy(again), paidFor(again), cancelledFrom(again));
    branch.write('2026-11-20T19:40:00.000Z', { type: 'order.placed', data: { orderId: 'bad' } });
    await books.take(main, 1, 17);
    await books.take(branch, 11);
    await books.take(main, 18);
    await books.take(anEvening('bron'), 1, 12);
    const before = await rowsIn(books.url);

    const owner = new pg.Pool({ connectionString: books.url });
    const entries = await rebuild(owner);
    await owner.end();
    expect(entries).toBe(before['journal']?.length);
    expect(await rowsIn(books.url)).toEqual(before);
  });
});
