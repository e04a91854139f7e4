import { query } from '#app/journal/query.ts';
import { type Sql, statement } from '#app/journal/sql.ts';

const entriesOf = statement<{ code: string }>()((place) =>
  query.selectFrom('voucher_entry').select(['kind', 'cents']).where('code', '=', place('code')),
);
const usesOfSoldBy = statement<{ orderId: string }>()((place) =>
  query
    .selectFrom('voucher_entry')
    .select((row) => row.fn.countAll<number>().as('uses'))
    .where('kind', '=', 'used')
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
): { soldCents: number; balanceCents: number } | undefined {
  const entries = sql.all(entriesOf, { code });
  if (entries.length === 0) return undefined;
  const sum = (rows: typeof entries) => rows.reduce((cents, row) => cents + row.cents, 0);
  return {
    soldCents: sum(entries.filter(({ kind }) => kind === 'sold')),
    balanceCents: sum(entries),
  };
}

/** Whether somebody already paid with a voucher that this order sold. */
export function isVoucherOfOrderUsed(sql: Sql, orderId: string): boolean {
  return (sql.get(usesOfSoldBy, { orderId })?.uses ?? 0) > 0;
}
