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
  return payment.method !== 'later' && isPaymentOfAnother(sql, orderId, payment.paymentId);
}

/** Whether another order has an attempt of this name, in or out. */
export function isPaymentOfAnother(sql: Sql, orderId: string, paymentId: string): boolean {
  const made = sql.get(paymentRow, { paymentId });
  return made !== undefined && made.order_id !== orderId;
}

/** What the cashier gave back on this very attempt, in cents. */
export function changeGiven(sql: Sql, payment: PaymentAsked): number {
  if (payment.method !== 'cash') return 0;
  return sql.get(paymentRow, { paymentId: payment.paymentId })?.change_cents ?? 0;
}
