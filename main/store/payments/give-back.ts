import type { Caller, Handlers } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import { dueCents, type Order } from '#app/domain/order/state.ts';
import { accept, refuse, type Result } from '#app/lib/result.ts';

import type { StoreContext } from '../context.ts';
import { doerOf } from '../doer.ts';
import { orderOf, runOrder } from '../run-order.ts';
import { askForCard, openDrawerFor } from './attempts.ts';
import { isPaymentOfAnother } from './payment-rows.ts';

type All = Handlers<StoreContract, Caller>;

/** Takes back a payment pressed by mistake, before the order is given. */
export async function reverse(
  context: StoreContext,
  { orderId, paymentId, reason, approval }: Parameters<All['payment.reverse']>[0],
  caller: Caller,
): Promise<Result<{ dueCents: number; changeCents: number }>> {
  const approved = await context.approve({
    caller,
    right: 'payment.reverse',
    approval,
    orderId,
    reason,
  });
  if (!approved.ok) return approved;
  const outcome = runOrder(context.journal, orderId, () => ({
    type: 'reverse-payment',
    paymentId,
    reason,
    ...doerOf(caller, approved.value.grantedBy),
  }));
  if (!outcome.ok && outcome.refusal.code !== 'payment.already-reversed') return outcome;
  const order = outcome.ok ? outcome.value : orderOf(context.journal, orderId);
  if (outcome.ok) openDrawerFor(context, { method: methodOf(order, paymentId) });
  return accept({ dueCents: dueCents(order), changeCents: 0 });
}

/** Gives back what is owed, to the payment it came by. A card is given back by the terminal. */
export async function refundPayment(
  context: StoreContext,
  input: Parameters<All['payment.refund']>[0],
  caller: Caller,
): Promise<Result<{ dueCents: number }>> {
  const { orderId, paymentId, ofPaymentId, amountCents, approval } = input;
  const approved = await context.approve({ caller, right: 'order.refund', approval, orderId });
  if (!approved.ok) return approved;
  if (isPaymentOfAnother(context.sql, orderId, paymentId))
    return refuse({ code: 'payment.already-asked' });
  const outcome = runOrder(context.journal, orderId, () => ({
    type: 'refund-payment',
    paymentId,
    ofPaymentId,
    ...(amountCents === undefined ? {} : { amountCents }),
    ...doerOf(caller, approved.value.grantedBy),
  }));
  if (!outcome.ok && outcome.refusal.code !== 'payment.already-asked') return outcome;
  if (outcome.ok) {
    askForCard(context, outcome.value);
    openDrawerFor(context, { method: methodOf(outcome.value, paymentId) });
  }
  return accept({
    dueCents: dueCents(outcome.ok ? outcome.value : orderOf(context.journal, orderId)),
  });
}

function methodOf(order: Order, paymentId: string): string {
  if (order.status === 'draft') return 'none';
  return order.payments.find((payment) => payment.paymentId === paymentId)?.method ?? 'none';
}
