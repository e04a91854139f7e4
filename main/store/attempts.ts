import type { Order, PaymentAsked } from '#app/domain/order/order.ts';

import type { CardAttempt } from './context.ts';

/** The card payment that the terminal must be asked for, if one was just started. */
export function openAttempt(order: Order): CardAttempt | undefined {
  if (order.status === 'draft') return undefined;
  const asked = order.payments.find((payment) => payment.status === 'asked');
  if (asked === undefined) return undefined;
  return { orderId: order.orderId, paymentId: asked.paymentId, amountCents: asked.amountCents };
}

/** What the cashier gives back, in cents. */
export function changeOf(order: Order, payment: PaymentAsked): number {
  if (order.status === 'draft' || payment.method !== 'cash') return 0;
  const paid = order.payments.find(({ paymentId }) => paymentId === payment.paymentId);
  return paid !== undefined && paid.method === 'cash'
    ? payment.tenderedCents - paid.amountCents
    : 0;
}
