import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import Database from 'better-sqlite3';
import pino from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';

import type { Journal } from '#app/journal/journal.ts';
import { openDatabase } from '#main/database/open.ts';
import { openStoreKeys, type StoreKeys } from '#main/database/store-keys.ts';
import { type PushReader, startPush } from '#main/readers/push/push.ts';
import type { PushStatus } from '#main/readers/push/status-board.ts';
import type { Timers } from '#main/readers/push/timers.ts';

import { type Centre, journalOn, openCentre, type Sold, sell, textsIn } from './push-world.ts';

/** The waits of the protocol, 200 times shorter: its minute of quiet is 0.3 s here. */
const FAST = 200;
const timers: Timers = {
  after(ms, work) {
    const timer = setTimeout(work, ms / FAST);
    return () => clearTimeout(timer);
  },
};

let folder: string;
let centre: Centre;
let database: Database.Database;
let journal: Journal<Sold>;
let keys: StoreKeys;
const closers: (() => unknown)[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'push-'));
  centre = await openCentre();
  database = await openDatabase(':memory:');
  journal = journalOn(database, 'lyon-3');
  keys = openStoreKeys(join(folder, 'store-keys.json'));
  centre.keys.set('lyon-3', keys.publicKey);
});

afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
  await centre.kill();
  database.close();
  rmSync(folder, { recursive: true });
});

type Push = PushReader & {
  /** Resolves at once, or when the status shown becomes so. */
  readonly until: (isSo: (status: PushStatus) => boolean) => Promise<PushStatus>;
};

function push(storeId: string | undefined = 'lyon-3', of: Journal<Sold> = journal): Push {
  const waiting = new Set<(status: PushStatus) => void>();
  const reader = startPush({
    url: centre.url,
    journal: of,
    keys,
    storeId,
    bootId: randomUUID(),
    timers,
    now: () => new Date().toISOString(),
    random: Math.random,
    log: pino({ level: 'silent' }),
    onStatus: (status) => {
      for (const tell of waiting) tell(status);
    },
    spreadMs: 2_000,
  });
  closers.push(reader.close);
  closers.push(of.onAppended(reader.nudge));
  return {
    ...reader,
    until: (isSo) =>
      new Promise((resolve) => {
        const tell = (status: PushStatus) => {
          if (!isSo(status)) return;
          waiting.delete(tell);
          resolve(status);
        };
        waiting.add(tell);
        tell(reader.status());
      }),
  };
}

const isAllKnown = (status: PushStatus) => status.status === 'up' && status.waiting === 0;

function expectAllOnce(): void {
  expect(textsIn(centre.database, 'lyon-3')).toEqual(textsIn(database, 'lyon-3'));
  expect(centre.counted.size).toBe(journal.head().seq);
  expect(new Set(centre.counted.values())).toEqual(new Set([1]));
}

test('what was sold before and after the connection is at the centre once, in order', async () => {
  sell(journal, 1, 30);
  const reader = push();
  await reader.until(isAllKnown);
  sell(journal, 31, 60);
  await reader.until((status) => status.knownSeq === 60);
  expectAllOnce();
});

test('a centre killed in the middle of a long catch-up gets the rest when it is back', async () => {
  sell(journal, 1, 3_000);
  const killed = new Promise<void>((resolve) => {
    centre.trouble.onTaken = (entries) => {
      if (entries < 1_000) return;
      centre.trouble.onTaken = () => undefined;
      void centre.kill().then(resolve);
    };
  });
  const reader = push();
  await killed;
  const cutOff = await reader.until(({ status }) => status === 'down');
  expect(cutOff.waiting).toBeGreaterThan(0);
  sell(journal, 3_001, 3_010);
  await centre.start();
  await reader.until(isAllKnown);
  expectAllOnce();
});

test('doubled messages and lost answers change nothing', async () => {
  centre.trouble.doubles = true;
  centre.trouble.answersToLose = 3;
  sell(journal, 1, 900);
  const reader = push();
  await reader.until(isAllKnown);
  sell(journal, 901, 905);
  centre.trouble.answersToLose = 2;
  await reader.until((status) => status.knownSeq === 905);
  expectAllOnce();
});

test('a centre restored from an old copy is filled again by itself, line or no line', async () => {
  sell(journal, 1, 300);
  const reader = push();
  await reader.until(isAllKnown);
  const copy = centre.database.serialize();
  sell(journal, 301, 320);
  await reader.until((status) => status.knownSeq === 320);
  centre.database = new Database(copy);
  await reader.until(({ knownSeq }) => knownSeq !== undefined && knownSeq <= 300);
  await reader.until((status) => status.knownSeq === 320);
  expect(textsIn(centre.database, 'lyon-3')).toEqual(textsIn(database, 'lyon-3'));
});

test('a store that has been away for long sends little of what is there already', async () => {
  sell(journal, 1, 2_100);
  const first = push();
  await first.until(isAllKnown);
  await first.close();
  sell(journal, 2_101, 5_000);
  centre.receivedEntries = 0;
  const again = push();
  await again.until(isAllKnown);
  expect(centre.receivedEntries).toBeLessThanOrEqual(2_900 + 200);
  expectAllOnce();
});

test('a restored till that sells something else is set aside, and nothing of either branch is lost', async () => {
  sell(journal, 1, 10);
  const copy = database.serialize();
  sell(journal, 11, 15);
  const first = push();
  await first.until(isAllKnown);
  await first.close();

  const restored = new Database(copy);
  closers.push(() => restored.close());
  const other = journalOn(restored, 'lyon-3');
  sell(other, 101, 103);
  const reader = push('lyon-3', other);
  const { status } = await reader.until(
    (shown) => shown.status === 'set-aside' && shown.waiting === 0,
  );
  expect(status).toBe('set-aside');
  const texts = textsIn(centre.database, 'lyon-3');
  expect(texts).toEqual(expect.arrayContaining([...textsIn(database, 'lyon-3')]));
  expect(texts).toEqual(expect.arrayContaining([...textsIn(restored, 'lyon-3')]));
  expect(texts).toHaveLength(18);
});

test('a store with another key than the one it enrolled is refused, and nothing is stored', async () => {
  sell(journal, 1, 3);
  centre.keys.set('lyon-3', openStoreKeys(join(folder, 'other.json')).publicKey);
  const reader = push();
  await reader.until(({ status }) => status === 'not-enrolled');
  expect(textsIn(centre.database, 'lyon-3')).toEqual([]);
  expect(reader.status().waiting).toBe(3);
});

test('a revoked store is cut off, and goes on selling; allowed again, it sends what waits', async () => {
  sell(journal, 1, 3);
  const reader = push();
  await reader.until(isAllKnown);
  centre.revoke('lyon-3');
  await reader.until(({ status }) => status === 'not-enrolled');
  sell(journal, 4, 6);
  expect(reader.status().waiting).toBe(3);
  expect(textsIn(centre.database, 'lyon-3')).toHaveLength(3);
  centre.keys.set('lyon-3', keys.publicKey);
  await reader.until(isAllKnown);
  expectAllOnce();
});

test('two nodes of one till that send at once are stored once', async () => {
  sell(journal, 1, 1_000);
  const [one, other] = [push(), push()];
  await Promise.all([one.until(isAllKnown), other.until(isAllKnown)]);
  expectAllOnce();
});

test('a store that is not enrolled says so, counts what waits and calls nobody', async () => {
  const startPushing = startPush({
    url: 'http://127.0.0.1:9',
    journal,
    keys,
    storeId: undefined,
    bootId: 'boot',
    timers,
    now: () => '2026-10-24T18:00:00.000Z',
    random: () => 0,
    log: pino({ level: 'silent' }),
    onStatus: () => undefined,
  });
  sell(journal, 1, 2);
  expect(startPushing.status()).toEqual({
    status: 'not-enrolled',
    since: '2026-10-24T18:00:00.000Z',
    knownSeq: undefined,
    waiting: 2,
  });
  await startPushing.close();
});
