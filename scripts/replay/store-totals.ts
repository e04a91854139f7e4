import Database from 'better-sqlite3';

export type Month = {
  readonly month: string;
  readonly orders: number;
  readonly pizzas: number;
  readonly salesCents: number;
};
export type Totals = {
  readonly orders: number;
  readonly lines: number;
  readonly pizzas: number;
  readonly salesCents: number;
  readonly days: number;
  readonly months: readonly Month[];
};

/** What a store's own file says it has sold, cancelled orders left out. */
export function storeTotals(file: string): Totals {
  const database = new Database(file, { readonly: true });
  try {
    const whole = database
      .prepare(
        `select count(*) as orders, coalesce(sum(total_cents), 0) as salesCents,
                count(distinct business_day) as days
         from orders where status <> 'cancelled'`,
      )
      .get() as Pick<Totals, 'orders' | 'salesCents' | 'days'>;
    const lines = database
      .prepare(
        `select count(*) as lines,
                coalesce(sum(case when kind = 'pizza' then quantity else 0 end), 0) as pizzas
         from order_line join orders using (order_id) where status <> 'cancelled'`,
      )
      .get() as Pick<Totals, 'lines' | 'pizzas'>;
    const months = database
      .prepare(
        `select substr(business_day, 1, 7) as month, count(*) as orders,
                sum(total_cents) as salesCents,
                (select sum(quantity) from order_line join orders as o using (order_id)
                 where kind = 'pizza' and o.status <> 'cancelled'
                   and substr(o.business_day, 1, 7) = substr(orders.business_day, 1, 7)) as pizzas
         from orders where status <> 'cancelled' group by 1 order by 1`,
      )
      .all() as Month[];
    return { ...whole, ...lines, months };
  } finally {
    database.close();
  }
}
