import { hash } from 'node:crypto';

import type Database from 'better-sqlite3';

import type { StoreEvent } from '#app/domain/store-event.ts';
import { type Journal, openJournal } from '#app/journal/journal.ts';
import type { Sql } from '#app/journal/sql.ts';
import { kitchenTickets } from '#app/projections/kitchen-tickets.ts';
import { orders } from '#app/projections/orders.ts';
import { printJobs } from '#app/projections/print-jobs.ts';

import { sqliteSql } from '../database/sqlite-sql.ts';

/** All that a store's journal feeds. */
export const STORE_PROJECTIONS = [orders, kitchenTickets, printJobs];

/** SHA-256 of a text as base64url. */
export function sha256(text: string): string {
  return hash('sha256', text, 'base64url');
}

/** Opens the journal of a store on its open file. */
export function journalOfStore({
  database,
  storeId,
  now,
}: {
  database: Database.Database;
  storeId: string;
  now: () => string;
}): { sql: Sql; journal: Journal<StoreEvent> } {
  const sql = sqliteSql(database);
  const journal = openJournal<StoreEvent>({
    sql,
    origin: storeId,
    sha256,
    now,
    projections: STORE_PROJECTIONS,
  });
  return { sql, journal };
}
