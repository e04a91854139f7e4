import { afterEach, describe, expect, test } from 'vitest';

import { GENESIS } from '#app/journal/entry.ts';
import { openJournal, type Projection } from '#app/journal/journal.ts';
import { verifyChain } from '#app/journal/verify.ts';
import { accept, refuse } from '#app/lib/result.ts';
import { openDatabase } from '#main/database/open.ts';
import { sqliteSql } from '#main/database/sqlite-sql.ts';
import { sha256 } from '#main/store/journal-of-store.ts';

type Event = { type: 'sold' | 'broken'; data: { cents: number } };

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

const EVENING = () => '2026-11-22T19:30:00.000Z';

async function aJournal({ now = EVENING }: { now?: () => string } = {}) {
  const database = await openDatabase(':memory:');
  closers.push(() => database.close());
  const sold: number[] = [];
  const sales: Projection<Event> = {
    name: 'sales',
    topicsOf: (event) => [event.type],
    apply(_sql, facts) {
      for (const { event } of facts) {
        if (event.type === 'broken') throw new Error('projection broke');
        sold.push(event.data.cents);
      }
    },
    empty: () => void sold.splice(0),
  };
  const sql = sqliteSql(database);
  const context = { sql, origin: 'lyon-3', sha256, now, projections: [sales] };
  return { journal: openJournal<Event>(context), database, sql, sold, context };
}

function sell(cents: number) {
  return () => accept({ events: [{ type: 'sold', data: { cents } } as const], value: cents });
}

describe('the journal of a store', () => {
  test('gives every fact the next number and the hash of all before it', async () => {
    const { journal } = await aJournal();
    for (const cents of [1_190, 990, 250]) journal.decideOn('order-1', sell(cents));
    const entries = journal.after(0, 10, 1_000_000);
    expect(entries.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(verifyChain(entries, sha256, { head: GENESIS, at: '' })).toMatchObject({
      sound: true,
      head: journal.head(),
    });
  });

  test('a decision sees what was decided on the same order before, and nothing else', async () => {
    const { journal } = await aJournal();
    journal.decideOn('order-1', sell(1_000));
    journal.decideOn('order-2', sell(2_000));
    const seen = journal.decideOn('order-1', (past) =>
      accept({ events: [], value: past.map((event) => event.data.cents) }),
    );
    expect(seen).toEqual(accept([1_000]));
  });

  test('a refusal writes nothing and disturbs nobody', async () => {
    const { journal } = await aJournal();
    const heard: unknown[] = [];
    journal.onAppended((topics) => heard.push(topics));
    expect(journal.decideOn('order-1', () => refuse({ code: 'no' }))).toMatchObject({ ok: false });
    expect(journal.head()).toEqual(GENESIS);
    expect(heard).toEqual([]);
  });

  test('if a projection breaks, the fact is not written either', async () => {
    const { journal } = await aJournal();
    journal.decideOn('order-1', sell(1_000));
    const before = journal.head();
    const broken = { type: 'broken', data: { cents: 1 } } as const;
    expect(() =>
      journal.decideOn('order-1', () => accept({ events: [broken], value: undefined })),
    ).toThrow('projection broke');
    expect(journal.head()).toEqual(before);
    journal.decideOn('order-1', sell(500));
    expect(journal.after(0, 10, 1_000_000).map(({ seq }) => seq)).toEqual([1, 2]);
  });

  test('time never goes back within a journal, even when the clock of the till does (R-FISC-32)', async () => {
    const clock = ['2026-11-22T19:30:00.000Z', '2020-01-01T00:00:00.000Z'];
    const { journal } = await aJournal({ now: () => clock.shift() ?? '' });
    journal.decideOn('order-1', sell(1));
    journal.decideOn('order-1', sell(2));
    const entries = journal.after(0, 10, 1_000_000);
    expect(verifyChain(entries, sha256, { head: GENESIS, at: '' }).sound).toBe(true);
    expect(entries[1]?.text).toContain('2026-11-22T19:30:00.000Z');
  });

  test('an entry can neither be changed nor deleted (R-FISC-04)', async () => {
    const { journal, database } = await aJournal();
    journal.decideOn('order-1', sell(1_000));
    expect(() => database.exec("update journal set text = '{}'")).toThrow('never changed');
    expect(() => database.exec('delete from journal')).toThrow('never changed');
  });

  test('whatever is altered in the file, the walk along the chain names the entry (R-FISC-05)', async () => {
    const { journal, database } = await aJournal();
    for (const cents of [1_190, 990, 250]) journal.decideOn('order-1', sell(cents));
    database.exec('drop trigger journal_no_update');
    database.exec("update journal set text = replace(text, '990', '890') where seq = 2");
    expect(
      verifyChain(journal.after(0, 10, 1_000_000), sha256, { head: GENESIS, at: '' }),
    ).toMatchObject({ sound: false, seq: 2 });
  });

  test('projections emptied and built again give the same rows', async () => {
    const { journal, sold } = await aJournal();
    for (let cents = 1; cents <= 1_200; cents += 1)
      journal.decideOn('order-1', () =>
        accept({ events: [{ type: 'sold', data: { cents } }], value: undefined }),
      );
    const before = [...sold];
    journal.rebuild();
    expect(sold).toEqual(before);
  });

  test('a journal opened again goes on where it was', async () => {
    const { journal, context } = await aJournal();
    journal.decideOn('order-1', sell(1_000));
    const reopened = openJournal<Event>(context);
    expect(reopened.head()).toEqual(journal.head());
    reopened.decideOn('order-1', sell(500));
    expect(
      verifyChain(reopened.after(0, 10, 1_000_000), sha256, { head: GENESIS, at: '' }).sound,
    ).toBe(true);
  });

  test('what is read for sending is bounded in entries and in text, but never empty', async () => {
    const { journal } = await aJournal();
    for (let cents = 1; cents <= 10; cents += 1) journal.decideOn('order-1', sell(cents));
    expect(journal.after(0, 4, 1_000_000)).toHaveLength(4);
    expect(journal.after(0, 10, 1)).toHaveLength(1);
    expect(journal.after(9, 10, 1_000_000).map(({ seq }) => seq)).toEqual([10]);
  });
});
