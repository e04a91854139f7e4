import Database from 'better-sqlite3';
import { expect, test } from 'vitest';

import { kyselyOn, migrateToLatest } from '#main/database/migrate.ts';
import { up } from '#main/database/migrations/001-journal-and-orders.ts';

test('a store of the first version keeps its orders, and what it sold counts as before', async () => {
  const database = new Database(':memory:');
  await up(kyselyOn(database));
  // What the migrations of the first version left behind in its file.
  database.exec(`
    create table kysely_migration (name varchar(255) not null primary key, timestamp varchar(255) not null);
    create table kysely_migration_lock (id varchar(255) not null primary key, is_locked integer default 0 not null);
    insert into kysely_migration values ('001-journal-and-orders', '2026-11-20T00:00:00.000Z');
    insert into kysely_migration_lock values ('migration_lock', 0);
    insert into orders values ('o', 41, '2026-11-20', 'counter', 'take-away', 'placed',
      '2026-11-20T18:42:07.000Z', '2026-11-20T18:58:00.000Z', 2380, 2380, '[]', '[]', null);
    insert into order_line values ('o', 1, 'reine', 'm', 'pizza', 2, 2380);
    insert into payment values ('p', 'o', 'cash', 2380, 2500, 120, 'paid', null, '2026-11-20T18:42:07.000Z');
    insert into kitchen_ticket values ('o', 41, 'counter', 'take-away', 'placed',
      '2026-11-20T18:42:07.000Z', '2026-11-20T18:58:00.000Z', null, 2, '[]', null);
  `);
  await migrateToLatest(database);
  const row = (table: string) => database.prepare(`select * from ${table}`).get();
  expect(row('orders')).toMatchObject({
    total_cents: 2380,
    revision: 1,
    non_sale_cents: 0,
    refunded_cents: 0,
    customer_id: null,
  });
  expect(row('order_line')).toMatchObject({ line_id: '1', quantity: 2, quarters: 8 });
  expect(row('payment')).toMatchObject({ direction: 'payment', tip_cents: 0, of_payment_id: null });
  expect(row('kitchen_ticket')).toMatchObject({ revision: 1, acknowledged_revision: 1 });
  database.close();
});
