import type { PaymentAsked } from '#app/domain/order/order.ts';
import { query } from '#app/journal/query.ts';
import { type Sql, statement } from '#app/journal/sql.ts';

const paymentRow = statement<{ paymentId: string }>()((place) =>
  query
    .selectFrom('payment')
    .select(['order_id', 'change_cents'])
    .where('payment_id', '=', place('paymentId')),
);

/** One attempt is for one order: its row would otherwise tell of two. */
export function isOfAnother(
  sql: Sql,
  { orderId, payment }: { readonly orderId: string; readonly payment: PaymentAsked },
): boolean {
  if (payment.method === 'later') return false;
  const made = sql.get(paymentRow, { paymentId: payment.paymentId });
  return made !== undefined && made.order_id !== orderId;
}

/** What the cashier gave back on this very attempt, in cents. */
export function changeGiven(sql: Sql, payment: PaymentAsked): number {
  if (payment.method !== 'cash') return 0;
  return sql.get(paymentRow, { paymentId: payment.paymentId })?.change_cents ?? 0;
}
