import { describe, expect, test } from 'vitest';
import pg from 'pg';

import type { OrderEvent } from '#app/domain/order/events.ts';
import { rebuild } from '#central/store-link/rebuild.ts';
import { someBooks } from '#tests/world/centre/books.ts';
import { aJournal, type StoreJournal } from '#tests/world/centre/journal.ts';
import { anEditedAndCancelledLife, anEditedAndRefundedLife } from '#tests/world/centre/lives.ts';
import { rowsIn } from '#tests/world/centre/rows.ts';
import { aSale, soldAndGiven } from '#tests/world/centre/sales.ts';

const AT = new Date('2026-11-21T12:00:00.000Z');
const PLACED_AT = '2026-11-20T18:42:07.000Z';
const REFUNDED_AT = '2026-11-21T11:05:00.000Z';
/** Everything of the sale at its time, the refunds and what follows the day after. */
function writeLife(journal: StoreJournal, events: readonly OrderEvent[]): void {
  const first = events.findIndex(({ type }) => type === 'order.refunded');
  const cut = first === -1 ? events.length : first;
  journal.write(PLACED_AT, ...events.slice(0, cut));
  journal.write(REFUNDED_AT, ...events.slice(cut));
}

function aJournalOfChanges(): StoreJournal {
  const journal = aJournal('lyon-3');
  journal.write(PLACED_AT, ...soldAndGiven(aSale({ orderId: 'plain' })));
  writeLife(journal, anEditedAndRefundedLife('changed', PLACED_AT));
  writeLife(journal, anEditedAndCancelledLife('gone', PLACED_AT));
  return journal;
}

describe('what an edit and a refund change in the figures', () => {
  test('the edit counts on the day and in the hour of the sale, the refund on its own', async () => {
    const books = await someBooks(AT);
    await books.take(aJournalOfChanges());
    const { sales_hour: hours } = await rowsIn(books.url);
    expect(hours).toMatchObject([
      {
        business_day: '2026-11-20',
        hour: new Date('2026-11-20T18:00:00.000Z'),
        // The plain Reine 11,90 €; half and half, two Reines and a beer 12,91 + 23,80 + 3,50 €.
        orders: '2',
        sales_cents: String(1190 + 4021),
        net_cents: String(1082 + 3337 + 292),
        cancelled: '1',
      },
      {
        business_day: '2026-11-21',
        hour: new Date('2026-11-21T11:00:00.000Z'),
        orders: '0',
        sales_cents: String(-1190 - 1291),
        net_cents: String(-1082 - 1173),
        cancelled: '0',
      },
    ]);
  });

  test('a half counts as a half among the best sellers, to the cent and undone to the cent', async () => {
    const books = await someBooks(AT);
    await books.take(aJournalOfChanges());
    const { product_day: products } = await rowsIn(books.url);
    const row = (day: string, product: string, quarters: number, cents: number) => ({
      business_day: day,
      product_id: product,
      quarters: String(quarters),
      sales_cents: String(cents),
    });
    expect(products).toMatchObject([
      row('2026-11-20', 'biere', 4, 350),
      row('2026-11-20', 'calzone', 2, 646),
      row('2026-11-20', 'reine', 2 + 8 + 4, 645 + 2380 + 1190),
      row('2026-11-21', 'calzone', -2, -646),
      row('2026-11-21', 'reine', -2 - 4, -645 - 1190),
    ]);
  });

  test('a refund on the card that was declined is no money, and a tip is no turnover', async () => {
    const books = await someBooks(AT);
    await books.take(aJournalOfChanges());
    const { payment: payments } = await rowsIn(books.url);
    expect(payments).toMatchObject([
      {
        payment_id: 'changed-back',
        direction: 'refund',
        status: 'declined',
        amount_cents: String(1190 + 1291),
        tip_cents: '0',
      },
      { payment_id: 'changed-p', direction: 'payment', status: 'paid', tip_cents: '100' },
      { payment_id: 'pay-plain', direction: 'payment', status: 'paid', amount_cents: '1190' },
    ]);
  });
});

describe('the same changes in any way', () => {
  test('entry by entry, cut anywhere, repeated or made again, the rows are the same', async () => {
    const journal = aJournalOfChanges();
    const whole = await someBooks(AT);
    await whole.take(journal);
    const expected = await rowsIn(whole.url);

    const single = await someBooks(AT);
    for (const { seq } of journal.entries) await single.take(journal, seq, seq);
    await single.take(journal);
    expect(await rowsIn(single.url)).toEqual(expected);

    const owner = new pg.Pool({ connectionString: single.url });
    await rebuild(owner);
    await owner.end();
    expect(await rowsIn(single.url)).toEqual(expected);
  });

  test('the same edit and refund on two branches count once', async () => {
    const journal = aJournalOfChanges();
    const branch = journal.copy(5);
    writeLife(branch, anEditedAndRefundedLife('changed', PLACED_AT));
    const books = await someBooks(AT);
    await books.take(journal);
    const before = await rowsIn(books.url, false);
    await books.take(branch, 6);
    const after = await rowsIn(books.url, false);
    expect(after['sales_hour']).toEqual(before['sales_hour']);
    expect(after['product_day']).toEqual(before['product_day']);
  });

  test('an edit of an order that never came changes no figure', async () => {
    const journal = aJournal('lyon-3');
    const [, edited] = anEditedAndCancelledLife('unknown', PLACED_AT);
    if (edited === undefined) throw new Error('the life has an edit');
    journal.write(PLACED_AT, edited);
    const books = await someBooks(AT);
    await books.take(journal);
    expect((await rowsIn(books.url))['sales_hour']).toEqual([]);
  });
});
