import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';

import type Database from 'better-sqlite3';

import type { Entry } from '#app/journal/entry.ts';
import { openReceived } from '#app/journal/receive.ts';
import { type ReceiverStore, type Taken, verifyPush } from '#app/sync/receiver.ts';
import { openDatabase } from '#main/database/open.ts';
import { sqliteSql } from '#main/database/sqlite-sql.ts';

import { aChain, aPush, positionOf, sha256, verify } from './chain.ts';

let database: Database.Database;
let store: ReceiverStore;
let projected: string[];
let fails: boolean;

beforeEach(async () => {
  database = await openDatabase(':memory:');
  projected = [];
  fails = false;
  store = openReceived({
    sql: sqliteSql(database),
    project(_, entries) {
      if (fails) throw new Error('The projection stopped in the middle.');
      projected.push(...entries.map((entry) => entry.hash));
    },
  });
});
afterEach(() => void database.close());

const origin = 'lyon-3';
const chain = aChain(40);

function take(entries: readonly Entry[], first: number, last: number): Taken | Promise<Taken> {
  const push = aPush(entries, first, last);
  const batch = verifyPush({ sha256, verify, publicKey: origin, origin, push });
  if (!batch.ok) throw new Error(batch.refusal.code);
  return store.take(origin, batch.value);
}

function stored(): readonly string[] {
  return database.prepare<[], string>('select hash from journal order by seq, hash').pluck().all();
}

const hashes = (entries: readonly Entry[]) => entries.map((entry) => entry.hash);

test('a batch taken again, or cut otherwise, is stored and counted once', () => {
  expect(take(chain, 1, 10)).toBe('taken');
  expect(take(chain, 1, 10)).toBe('taken');
  expect(take(chain, 4, 20)).toBe('taken');
  expect(stored()).toEqual(hashes(chain.slice(0, 20)));
  expect(projected).toEqual(hashes(chain.slice(0, 20)));
});

test('a batch that follows what is not there leaves no trace', () => {
  expect(take(chain, 1, 5)).toBe('taken');
  expect(take(chain, 7, 9)).toBe('gap');
  expect(stored()).toHaveLength(5);
});

test('a projection that fails takes the whole batch back with it', () => {
  fails = true;
  expect(() => take(chain, 1, 10)).toThrow('in the middle');
  expect(stored()).toEqual([]);
  fails = false;
  expect(take(chain, 1, 10)).toBe('taken');
  expect(projected).toHaveLength(10);
});

test('batches shuffled, repeated and cut anywhere end in the same rows', async () => {
  const cuts = fc
    .tuple(fc.integer({ min: 1, max: 40 }), fc.nat(39))
    .map(([first, more]) => [first, Math.min(40, first + more)] as const);
  await fc.assert(
    fc
      .asyncProperty(fc.array(cuts, { maxLength: 20 }), async (batches) => {
        for (const [first, last] of batches) await take(chain, first, last);
        expect(await take(chain, 1, 40)).toBe('taken');
        expect(stored()).toEqual(hashes(chain));
        expect(projected.toSorted()).toEqual(hashes(chain).toSorted());
      })
      .beforeEach(async () => {
        database.close();
        database = await openDatabase(':memory:');
        projected = [];
        store = openReceived({
          sql: sqliteSql(database),
          project: (_, entries) => void projected.push(...entries.map((entry) => entry.hash)),
        });
      }),
    { numRuns: 40 },
  );
});

test('a second branch is kept beside the first, and the alarm stands until it is settled', async () => {
  const other = aChain(5, { before: chain.slice(0, 8), label: 'other' });
  await take(chain, 1, 12);
  expect(store.holds(origin, [])).toMatchObject({ forkedAt: undefined });
  expect(take(other, 9, 13)).toEqual({ forkedAt: positionOf(other[8]) });
  expect(stored()).toHaveLength(12 + 5);
  expect(take(other, 9, 13)).toBe('taken');
  expect(take(chain, 13, 15)).toEqual({ forkedAt: positionOf(chain[12]) });
  expect(store.holds(origin, [positionOf(other[12])])).toEqual({
    position: positionOf(other[12]),
    forkedAt: positionOf(other[8]),
  });
});

test('what is held is the newest of the places asked about, on any branch', async () => {
  await take(chain, 1, 10);
  const ask = (...places: number[]) =>
    store.holds(
      origin,
      places.map((place) => positionOf(chain[place - 1])),
    );
  expect(ask(20, 12, 7, 3)).toMatchObject({ position: positionOf(chain[6]) });
  expect(ask(20, 12)).toMatchObject({ position: { seq: 0, hash: '' } });
  expect(store.holds('paris-1', [positionOf(chain[2])])).toMatchObject({ position: { seq: 0 } });
});
