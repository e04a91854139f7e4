import { join } from 'node:path';

import type Database from 'better-sqlite3';

import { demonstrationTillStaff } from '#app/demonstration/till-staff.ts';
import { demonstrationArea } from '#app/demonstration/zones.ts';
import type { StoreEvent } from '#app/domain/store-event.ts';
import type { Journal } from '#app/journal/journal.ts';
import type { Sql } from '#app/journal/sql.ts';
import { openDatabase } from '#main/database/open.ts';
import { journalOfStore } from '#main/store/journal-of-store.ts';
import type { PinCost } from '#main/store/staff/pin-hash.ts';
import { openStaff, type Staff } from '#main/store/staff/staff.ts';

/** Enough to run the real scrypt, little enough to run it a hundred times. */
export const QUICK_PINS: PinCost = { cost: 2 ** 10, blockSize: 8, parallel: 1 };

export const NADIA = { employeeId: 'lyon-3-1', pin: '9999' };
export const SOFIA = { employeeId: 'lyon-3-2', pin: '1111' };
export const HUGO = { employeeId: 'lyon-3-3', pin: '2222' };

export type PeopleOfTest = {
  readonly database: Database.Database;
  readonly sql: Sql;
  readonly journal: Journal<StoreEvent>;
  readonly staff: Staff;
  readonly area: ReturnType<typeof demonstrationArea>;
  readonly now: () => string;
  readonly pass: (milliseconds: number) => void;
  /** Topics told since the last look. */
  readonly told: () => string[];
  readonly announce: (topics: readonly string[]) => void;
  /** The types of all entries, oldest first. */
  readonly journaled: () => string[];
  readonly close: () => void;
};

/** The people of a store, on a real file in `folder`, with a clock that the test moves. */
export async function thePeople(folder: string): Promise<PeopleOfTest> {
  let clock = Date.parse('2026-11-20T18:00:00.000Z');
  const now = () => new Date(clock).toISOString();
  const topics: string[] = [];
  const announce = (changed: readonly string[]) => void topics.push(...changed);
  const database = await openDatabase(join(folder, 'store.sqlite'));
  const { sql, journal } = journalOfStore({ database, storeId: 'lyon-3', now });
  const staff = openStaff({
    sql,
    journal,
    now,
    announce,
    pepperFile: join(folder, 'pin-pepper.json'),
    employees: demonstrationTillStaff('lyon-3'),
    pinCost: QUICK_PINS,
  });
  return {
    database,
    sql,
    journal,
    staff,
    area: demonstrationArea('lyon-3'),
    now,
    pass: (milliseconds) => {
      clock += milliseconds;
    },
    told: () => topics.splice(0),
    announce,
    journaled: () =>
      journal
        .after(0, 10_000, 10_000_000)
        .map(({ text }) => (JSON.parse(text) as { type: string }).type),
    close: () => void database.close(),
  };
}
