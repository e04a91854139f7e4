import { RESOLVED_BY_A_PERSON } from '../domain/order/payments.ts';
import type { StoreEvent } from '../domain/store-event.ts';
import { query } from '../journal/query.ts';
import { type Sql, statement } from '../journal/sql.ts';
import type { PaymentTable } from '../journal/tables.ts';

const upsertPayment = statement<PaymentTable>()((place) =>
  query
    .insertInto('payment')
    .values({
      payment_id: place('payment_id'),
      order_id: place('order_id'),
      method: place('method'),
      amount_cents: place('amount_cents'),
      tendered_cents: place('tendered_cents'),
      change_cents: place('change_cents'),
      status: place('status'),
      reason: place('reason'),
      started_at: place('started_at'),
      direction: place('direction'),
      tip_cents: place('tip_cents'),
      of_payment_id: place('of_payment_id'),
      line_ids: place('line_ids'),
    })
    .onConflict((conflict) =>
      conflict.column('payment_id').doUpdateSet({ status: place('status'), reason: null }),
    ),
);
const settlePayment = statement<{ paymentId: string; status: string; reason: string | null }>()(
  (place) =>
    query
      .updateTable('payment')
      .set({ status: place('status'), reason: place('reason') })
      .where('payment_id', '=', place('paymentId')),
);

/** One row an attempt: what was asked, and how it ended. */
export function paymentRowsOf(sql: Sql, event: StoreEvent, at: string): void {
  switch (event.type) {
    case 'payment.started':
    case 'payment.paid':
      sql.run(upsertPayment, rowOf(event, at));
      return;
    case 'payment.declined':
    case 'payment.not-sent':
    case 'payment.in-doubt':
      sql.run(settlePayment, {
        paymentId: event.data.paymentId,
        status: event.type.slice('payment.'.length),
        reason: event.data.reason,
      });
      return;
    case 'payment.resolved':
      sql.run(settlePayment, {
        paymentId: event.data.paymentId,
        status: event.data.outcome === 'paid' ? 'paid' : 'declined',
        reason: event.data.outcome === 'paid' ? null : RESOLVED_BY_A_PERSON,
      });
      return;
    case 'payment.reversed': {
      const { paymentId, reason } = event.data;
      sql.run(settlePayment, { paymentId, status: 'reversed', reason });
      return;
    }
    default:
  }
}

function rowOf(
  event: Extract<StoreEvent, { type: 'payment.started' | 'payment.paid' }>,
  at: string,
): PaymentTable {
  const { data } = event;
  const cash = 'tenderedCents' in data ? data : undefined;
  const tipCents = 'tipCents' in data ? data.tipCents : undefined;
  return {
    payment_id: data.paymentId,
    order_id: data.orderId,
    method: data.method,
    amount_cents: data.amountCents,
    tendered_cents: cash?.tenderedCents ?? 0,
    change_cents: cash?.changeCents ?? 0,
    status: event.type === 'payment.paid' ? 'paid' : 'asked',
    reason: null,
    started_at: at,
    direction: data.direction ?? 'payment',
    tip_cents: tipCents ?? 0,
    of_payment_id: data.ofPaymentId ?? null,
    line_ids: data.lineIds === undefined ? null : JSON.stringify(data.lineIds),
  };
}
