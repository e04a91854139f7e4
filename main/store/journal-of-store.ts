import { hash } from 'node:crypto';

import type Database from 'better-sqlite3';

import type { StoreEvent } from '#app/domain/store-event.ts';
import { type Journal, openJournal } from '#app/journal/journal.ts';
import type { Sql } from '#app/journal/sql.ts';
import { invoices } from '#app/projections/invoices.ts';
import { kitchenTickets } from '#app/projections/kitchen-tickets.ts';
import { loyalty } from '#app/projections/loyalty.ts';
import { orders } from '#app/projections/orders.ts';
import { printJobs } from '#app/projections/print-jobs.ts';
import { soldOuts } from '#app/projections/sold-outs.ts';
import { trainingResults } from '#app/projections/training-results.ts';
import { vouchers } from '#app/projections/vouchers.ts';

import { sqliteSql } from '../database/sqlite-sql.ts';

/** All that a store's journal feeds. */
export const STORE_PROJECTIONS = [
  orders,
  kitchenTickets,
  vouchers,
  loyalty,
  soldOuts,
  invoices,
  trainingResults,
  printJobs,
];

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
