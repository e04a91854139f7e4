import { join } from 'node:path';

import type Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { sqliteSql } from '#main/database/sqlite-sql.ts';
import { openDatabase } from '#main/database/open.ts';
import { slipsWithoutScreen } from '#main/readers/print-queue/unseen-orders.ts';
import { journalOfStore } from '#main/store/journal-of-store.ts';
import { newId } from '#tests/world/order-input.ts';
import { temporaryFolder } from '#tests/world/store.ts';
import { placed } from '#tests/world/orders.ts';

let database: Database.Database;
let wereThere: boolean;
let areThere: boolean;
let close: () => void;
let place: () => string;
let slips: () => unknown[];

const BACK_WITHIN_MS = 20;
const NOW = '2026-11-22T19:00:00.000Z';

beforeEach(async () => {
  database = await openDatabase(join(temporaryFolder(), 'store.sqlite'));
  const { journal } = journalOfStore({ database, storeId: 'lyon-3', now: () => NOW });
  const sql = sqliteSql(database);
  wereThere = true;
  areThere = false;
  let queued = 0;
  ({ close } = slipsWithoutScreen({
    ...{ sql, journal, now: () => NOW, backWithinMs: BACK_WITHIN_MS },
    screens: { wereThere: () => wereThere, areThere: () => areThere },
    onQueued: () => {
      queued += 1;
    },
  }));
  place = () => {
    const orderId = newId();
    journal.decideOn(`order-${orderId}`, () => ({
      ok: true,
      value: { events: [placed({ orderId })], value: undefined },
    }));
    return orderId;
  };
  slips = () =>
    queued === 0
      ? []
      : database.prepare('select order_id, screen_is_out, document from print_job').all();
});
afterEach(() => {
  close();
  database.close();
});

describe('a kitchen that lost its screens', () => {
  test('gets the orders placed meanwhile on paper, marked, each once', async () => {
    const orderId = place();
    await expect
      .poll(() => slips())
      .toEqual([{ order_id: orderId, screen_is_out: 1, document: 'kitchen-slip' }]);
  });

  test('whose screen is back in time gets no paper, and the next one that is lost does', async () => {
    place();
    areThere = true;
    // Placed with the screen there, it waits for nothing; the one after it is seen by nobody.
    place();
    await passed();
    expect(slips()).toEqual([]);
    areThere = false;
    place();
    await expect.poll(() => slips().length).toBe(1);
  });

  test('a shop that never had a kitchen screen prints no slip it was not set to print', async () => {
    wereThere = false;
    place();
    await passed();
    expect(slips()).toEqual([]);
  });
});

/** Longer than a screen has to come back, by the timers that the code itself uses. */
function passed(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 3 * BACK_WITHIN_MS);
  });
}
