import { query } from '#app/journal/query.ts';
import { type Sql, statement } from '#app/journal/sql.ts';

const balance = statement<{ customerId: string }>()((place) =>
  query
    .selectFrom('loyalty_entry')
    .select((row) => row.fn.coalesce(row.fn.sum<number>('points'), row.lit(0)).as('points'))
    .where('customer_id', '=', place('customerId')),
);
const ofOrder = statement<{ orderId: string }>()((place) =>
  query
    .selectFrom('loyalty_entry')
    .select(['kind', 'points'])
    .where('order_id', '=', place('orderId')),
);

/** The points that a customer has. */
export function pointsOf(sql: Sql, customerId: string): number {
  return sql.get(balance, { customerId })?.points ?? 0;
}

/** What one order earned and used, each zero or more; what was reversed since is not taken off. */
export function pointsByOrder(sql: Sql, orderId: string): { earned: number; used: number } {
  const moved = { earned: 0, used: 0 };
  for (const { kind, points } of sql.all(ofOrder, { orderId })) {
    if (kind === 'earned') moved.earned += points;
    if (kind === 'used') moved.used -= points;
  }
  return moved;
}
