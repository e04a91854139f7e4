import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { sampleFile } from '#app/demonstration/addresses/sample-file.ts';
import { type Sql, statement } from '#app/journal/sql.ts';

import { people } from '../../database/people-tables.ts';
import { importAddresses } from './import-addresses.ts';
import { type CustomerInput, writeCustomer } from './save.ts';

const anyCustomer = statement<object>()(() =>
  people.selectFrom('customer').select('customer_id').limit(1),
);

/** Gives a store that knows nobody yet these customers. One that knows somebody is left alone. */
export function beginWithCustomers(
  sql: Sql,
  customers: readonly CustomerInput[],
  now: string,
): void {
  if (sql.get(anyCustomer, {}) !== undefined) return;
  sql.transaction(() => {
    for (const customer of customers) writeCustomer(sql, customer, now);
  });
}

/** Gives a store without an address base the sample of the demonstration town. */
export async function beginWithSampleAddresses(folder: string, now: string): Promise<void> {
  const into = join(folder, 'addresses.sqlite');
  if (existsSync(into)) return;
  mkdirSync(folder, { recursive: true });
  const from = join(folder, 'adresses-exemple.csv');
  writeFileSync(from, sampleFile());
  try {
    await importAddresses({ from, into, now, say: () => undefined });
  } finally {
    rmSync(from, { force: true });
  }
}
