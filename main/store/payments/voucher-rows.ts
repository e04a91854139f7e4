import { query } from '#app/journal/query.ts';
import { type Sql, statement } from '#app/journal/sql.ts';

import { placedOrder } from '../orders/order-rows.ts';

const entriesOf = statement<{ code: string }>()((place) =>
  query
    .selectFrom('voucher_entry')
    .select(['kind', 'cents', 'order_id'])
    .where('code', '=', place('code')),
);
const usesOfSoldBy = statement<{ orderId: string }>()((place) =>
  query
    .selectFrom('voucher_entry')
    .select((row) => row.fn.coalesce(row.fn.sum<number>('cents'), row.lit(0)).as('cents'))
    .where('kind', 'in', ['used', 'returned'])
    .where('code', 'in', (row) =>
      row
        .selectFrom('voucher_entry')
        .select('voucher_entry.code')
        .where('kind', '=', 'sold')
        .where('order_id', '=', place('orderId')),
    ),
);

/** What a gift voucher was sold for and what is left, in cents; undefined for one never sold here. */
export function voucherBalance(
  sql: Sql,
  code: string,
): { soldCents: number; balanceCents: number; soldBy: string | undefined } | undefined {
  const entries = sql.all(entriesOf, { code });
  if (entries.length === 0) return undefined;
  const sum = (rows: typeof entries) => rows.reduce((cents, row) => cents + row.cents, 0);
  return {
    soldCents: sum(entries.filter(({ kind }) => kind === 'sold')),
    balanceCents: sum(entries),
    soldBy: entries.find(({ kind }) => kind === 'sold')?.order_id,
  };
}

/** Whether the order that sold a voucher still owes money: until then it is only a promise. */
export function isVoucherUnpaid(sql: Sql, soldBy: string | undefined): boolean {
  const sale = soldBy === undefined ? undefined : placedOrder(sql, soldBy);
  return sale !== undefined && sale.dueCents > 0;
}

/** Whether somebody paid with a voucher that this order sold, and has not got it all back. */
export function isVoucherOfOrderUsed(sql: Sql, orderId: string): boolean {
  return (sql.get(usesOfSoldBy, { orderId })?.cents ?? 0) !== 0;
}
