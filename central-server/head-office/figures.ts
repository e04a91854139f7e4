import type { Pool } from 'pg';

import type { HourSlot, StoreDay } from './calendar.ts';

/** Figures as they stand in one row, in cents. */
export type Amounts = {
  readonly orders: number;
  readonly salesCents: number;
  readonly netCents: number;
  readonly cancelled: number;
};

export type StoreFigures = {
  readonly storeId: string;
  readonly today: Amounts;
  /** Up to the same moment of the same day a week before. */
  readonly lastWeek: Amounts;
  readonly open: number;
};

export type GivenDay = StoreDay & { readonly storeId: string };

/** An order of gift vouchers alone is no sale, here as in `sales_hour`. */
const HAS_LINES = `exists (
    select from order_line
    where order_line.store_id = orders.store_id and order_line.order_id = orders.order_id)`;

/**
 * Whole hours come added up; only the hour under way a week ago is counted order by order, so that
 * the comparison is exact to the second.
 */
const STORE_FIGURES = `
with given as materialized (
  select * from json_to_recordset($1::json) as day("storeId" text, "businessDay" text,
    "lastWeekDay" text, "lastWeekHour" timestamptz, "lastWeekNow" timestamptz)
),
sold as (
  select orders.store_id, 1 as orders, orders.total_cents, orders.net_cents, 0 as cancelled
  from orders join given on given."storeId" = orders.store_id
    and orders.business_day = given."lastWeekDay"
    and orders.placed_at between given."lastWeekHour" and given."lastWeekNow"
  where orders.placed_at between $2 and $3 and ${HAS_LINES}
  union all
  select orders.store_id, -1, -cancellation.total_cents, -cancellation.net_cents, 1
  from orders join given on given."storeId" = orders.store_id
    and orders.business_day = given."lastWeekDay"
    and orders.placed_at between given."lastWeekHour" and given."lastWeekNow"
    join cancellation using (store_id, order_id)
  where orders.placed_at between $2 and $3 and ${HAS_LINES}
  union all
  select adjustment.store_id, 0, adjustment.total_cents, adjustment.net_cents, 0
  from adjustment join given on given."storeId" = adjustment.store_id
    and adjustment.business_day = given."lastWeekDay"
    and adjustment.counted_at between given."lastWeekHour" and given."lastWeekNow"
),
part as (
  select store_id, sum(orders) as orders, sum(total_cents) as sales_cents,
    sum(net_cents) as net_cents, sum(cancelled) as cancelled
  from sold group by store_id
)
select given."storeId",
  coalesce(today.orders, 0)::bigint as today_orders,
  coalesce(today.sales_cents, 0)::bigint as today_sales,
  coalesce(today.net_cents, 0)::bigint as today_net,
  coalesce(today.cancelled, 0)::bigint as today_cancelled,
  (coalesce(whole.orders, 0) + coalesce(part.orders, 0))::bigint as last_orders,
  (coalesce(whole.sales_cents, 0) + coalesce(part.sales_cents, 0))::bigint as last_sales,
  (coalesce(whole.net_cents, 0) + coalesce(part.net_cents, 0))::bigint as last_net,
  (coalesce(whole.cancelled, 0) + coalesce(part.cancelled, 0))::bigint as last_cancelled,
  (select count(*) from order_state
    where store_id = given."storeId" and status in ('placed', 'preparing', 'ready')) as open
from given
  left join lateral (
    select sum(orders) as orders, sum(sales_cents) as sales_cents, sum(net_cents) as net_cents,
      sum(cancelled) as cancelled
    from sales_hour
    where store_id = given."storeId" and business_day = given."businessDay"
  ) as today on true
  left join lateral (
    select sum(orders) as orders, sum(sales_cents) as sales_cents, sum(net_cents) as net_cents,
      sum(cancelled) as cancelled
    from sales_hour
    where store_id = given."storeId" and business_day = given."lastWeekDay"
      and hour < given."lastWeekHour"
  ) as whole on true
  left join part on part.store_id = given."storeId"
order by given."storeId"`;

type FigureRow = {
  readonly storeId: string;
  readonly today_orders: number;
  readonly today_sales: number;
  readonly today_net: number;
  readonly today_cancelled: number;
  readonly last_orders: number;
  readonly last_sales: number;
  readonly last_net: number;
  readonly last_cancelled: number;
  readonly open: number;
};

export async function readStoreFigures(
  pool: Pool,
  days: readonly GivenDay[],
): Promise<StoreFigures[]> {
  const from = days.map((day) => day.lastWeekHour).toSorted()[0];
  const to = days
    .map((day) => day.lastWeekNow)
    .toSorted()
    .at(-1);
  if (from === undefined || to === undefined) return [];
  const { rows } = await pool.query<FigureRow>(STORE_FIGURES, [JSON.stringify(days), from, to]);
  return rows.map((row) => ({
    storeId: row.storeId,
    today: {
      orders: row.today_orders,
      salesCents: row.today_sales,
      netCents: row.today_net,
      cancelled: row.today_cancelled,
    },
    lastWeek: {
      orders: row.last_orders,
      salesCents: row.last_sales,
      netCents: row.last_net,
      cancelled: row.last_cancelled,
    },
    open: row.open,
  }));
}

export type HourRow = {
  readonly hour: Date;
  readonly storeId: string;
  readonly orders: number;
  readonly salesCents: number;
};

/** The hours of `slots` and those they are compared with, by store. */
export async function readHours(pool: Pool, slots: readonly HourSlot[]): Promise<HourRow[]> {
  const hours = slots.flatMap(({ hour, lastWeek }) => [hour, lastWeek]);
  // The hour of the cut-off has a row for each of its two business days.
  const { rows } = await pool.query<HourRow>(
    `select hour, store_id as "storeId", sum(orders)::bigint as orders,
       sum(sales_cents)::bigint as "salesCents"
     from sales_hour where hour = any($1::timestamptz[])
     group by hour, store_id order by hour, store_id`,
    [[...new Set(hours)]],
  );
  return rows;
}

export type BestSeller = {
  readonly productId: string;
  readonly name: string;
  /** A half counts a half: in quarters, exact. */
  readonly quantity: number;
  readonly salesCents: number;
};

/** What is sold most today in the whole chain. */
export async function readBest(
  pool: Pool,
  days: readonly GivenDay[],
  limit: number,
): Promise<BestSeller[]> {
  const { rows } = await pool.query<BestSeller>(
    `select product_id as "productId", max(name) as name, sum(quarters)::float8 / 4 as quantity,
       sum(sales_cents)::bigint as "salesCents"
     from json_to_recordset($1::json) as day("storeId" text, "businessDay" text)
       join product_day on store_id = day."storeId" and business_day = day."businessDay"
     group by product_id having sum(quarters) > 0
     order by sum(quarters) desc, sum(sales_cents) desc, product_id limit $2`,
    [JSON.stringify(days), limit],
  );
  return rows;
}
