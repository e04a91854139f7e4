import type { Caller, Handlers } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import { dueCents } from '#app/domain/order/state.ts';
import { accept, type Result, refuse } from '#app/lib/result.ts';

import type { StoreContext } from '../context.ts';
import { doerOf } from '../doer.ts';
import { placedOrder } from '../orders/order-rows.ts';
import { runOrder } from '../run-order.ts';
import { askForCard, changeOf, openDrawerFor } from './attempts.ts';
import { payContextOf } from './pay-context.ts';
import { changeGiven, isOfAnother } from './payment-rows.ts';

type Pay = Handlers<StoreContract, Caller>['order.pay'];

/** Takes what is due, or a part of it; a retry gets the first answer, and nothing is taken twice. */
export function pay(
  context: StoreContext,
  input: Parameters<Pay>[0],
  caller: Caller,
): Result<{ dueCents: number; changeCents: number }> {
  const { sql, journal } = context;
  const { orderId, payment } = input;
  if (isOfAnother(sql, input)) return refuse({ code: 'payment.already-asked' });
  const outcome = runOrder(journal, orderId, () => ({
    type: 'pay',
    payment,
    context: payContextOf(context, payment, context.now()),
    ...doerOf(caller),
  }));
  if (!outcome.ok) {
    const placed = placedOrder(sql, orderId);
    if (outcome.refusal.code !== 'payment.already-asked' || placed === undefined) return outcome;
    return accept({ dueCents: placed.dueCents, changeCents: changeGiven(sql, payment) });
  }
  askForCard(context, outcome.value);
  openDrawerFor(context, payment);
  return accept({
    dueCents: dueCents(outcome.value),
    changeCents: changeOf(outcome.value, payment),
  });
}
