import { sql } from 'kysely';

import type { CentreDatabase } from '#central/database/tables.ts';

import type { Month, Totals } from './store-totals.ts';

/** What the centre's rows say that a store has sold, cancelled orders left out. */
export async function centreTotals(database: CentreDatabase, storeId: string): Promise<Totals> {
  const kept = database
    .selectFrom('orders')
    .leftJoin('cancellation', (join) =>
      join
        .onRef('cancellation.store_id', '=', 'orders.store_id')
        .onRef('cancellation.order_id', '=', 'orders.order_id'),
    )
    .where('orders.store_id', '=', storeId)
    .where('cancellation.order_id', 'is', null);
  const whole = await kept
    .select([
      sql<number>`count(*)`.as('orders'),
      sql<number>`coalesce(sum(orders.total_cents), 0)::bigint`.as('salesCents'),
      sql<number>`count(distinct orders.business_day)`.as('days'),
    ])
    .executeTakeFirstOrThrow();
  const withLines = kept.innerJoin('order_line', (join) =>
    join
      .onRef('order_line.store_id', '=', 'orders.store_id')
      .onRef('order_line.order_id', '=', 'orders.order_id'),
  );
  const pizzas = sql<number>`coalesce(sum(order_line.quantity) filter (where order_line.kind = 'pizza'), 0)::bigint`;
  const lines = await withLines
    .select([sql<number>`count(*)`.as('lines'), pizzas.as('pizzas')])
    .executeTakeFirstOrThrow();
  const month = sql<string>`left(orders.business_day::text, 7)`;
  const ordersByMonth = await kept
    .select([
      month.as('month'),
      sql<number>`count(*)`.as('orders'),
      sql<number>`sum(orders.total_cents)::bigint`.as('salesCents'),
    ])
    .groupBy(month)
    .orderBy(month)
    .execute();
  const pizzasByMonth = await withLines
    .select([month.as('month'), pizzas.as('pizzas')])
    .groupBy(month)
    .execute();
  const pizzasIn = new Map(pizzasByMonth.map((row) => [row.month, row.pizzas]));
  const months = ordersByMonth.map(
    (row): Month => ({ ...row, pizzas: pizzasIn.get(row.month) ?? 0 }),
  );
  return { ...whole, ...lines, months };
}
