import type { PaymentAsked } from '#app/domain/order/money/pay.ts';
import type { Order } from '#app/domain/order/state.ts';

import type { CardAttempt, StoreContext } from '../context.ts';

/** The payment that the terminal must be asked for, if one was just started. */
export function openAttempt(order: Order): CardAttempt | undefined {
  if (order.status === 'draft') return undefined;
  const asked = order.payments.find((payment) => payment.status === 'asked');
  if (asked === undefined) return undefined;
  const { paymentId, amountCents, tipCents } = asked;
  return {
    orderId: order.orderId,
    paymentId,
    amountCents: amountCents + tipCents,
    ...(asked.direction === 'payment' ? {} : { refundOf: asked.ofPaymentId ?? paymentId }),
  };
}

/** The journal already says that the payment was started; only now is the terminal asked. */
export function askForCard(context: StoreContext, order: Order): void {
  const attempt = openAttempt(order);
  if (attempt !== undefined) context.cards.ask(attempt);
}

/** What lies in the drawer: coins and notes, cheques, paper titles. */
const IN_THE_DRAWER: readonly string[] = ['cash', 'cheque', 'meal-voucher'];

/**
 * Opens the drawer for what was just taken or given back. Once, and nobody waits for it: the payment
 * is written, and a drawer that stays shut shows in the state of its printer.
 */
export function openDrawerFor(
  context: StoreContext,
  { method }: { readonly method: string },
): void {
  if (IN_THE_DRAWER.includes(method)) void context.printing.openDrawer();
}

/** What the cashier gives back, in cents. */
export function changeOf(order: Order, payment: PaymentAsked): number {
  if (order.status === 'draft' || payment.method !== 'cash') return 0;
  const paid = order.payments.find(({ paymentId }) => paymentId === payment.paymentId);
  return paid !== undefined && paid.method === 'cash'
    ? payment.tenderedCents - paid.amountCents
    : 0;
}
