import type { Caller, Handlers } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import type { Order, OrderCommand } from '#app/domain/order/order.ts';
import { dueCents } from '#app/domain/order/order.ts';
import { priceCart } from '#app/domain/pricing.ts';
import { promisedAt } from '#app/domain/promise.ts';
import { accept, type Result, refuse } from '#app/lib/result.ts';
import { pizzasIn } from '#app/projections/kitchen-tickets.ts';

import { changeOf, openAttempt } from './attempts.ts';
import type { StoreContext } from './context.ts';
import { nextNumber, placedOrder } from './order-rows.ts';
import { runOrder } from './run-order.ts';

type OrderMethods = Pick<
  Handlers<StoreContract, Caller>,
  | 'order.place'
  | 'order.pay'
  | 'payment.resolve'
  | 'order.cancel'
  | 'order.start'
  | 'order.finish'
  | 'order.recall'
  | 'order.hand-over'
>;

/** The commands on orders. Each is one durable transaction, answered after it. */
export function orderHandlers(context: StoreContext): OrderMethods {
  const { journal } = context;

  function simple(
    type: 'start' | 'finish' | 'recall' | 'hand-over',
  ): (input: { orderId: string }, caller: Caller) => Result<Record<string, never>> {
    return ({ orderId }, { name }) => done(runOrder(journal, orderId, () => ({ type, by: name })));
  }

  return {
    'order.place': (input, { name }) => place(context, input, name),
    'order.pay'({ orderId, payment }, { name }) {
      const outcome = runOrder(journal, orderId, () => ({ type: 'pay', payment, by: name }));
      if (!outcome.ok) return outcome;
      askForCard(context, outcome.value);
      return accept({
        dueCents: dueCents(outcome.value),
        changeCents: changeOf(outcome.value, payment),
      });
    },
    'payment.resolve': ({ orderId, paymentId, outcome }, { name }) =>
      done(runOrder(journal, orderId, () => ({ type: 'resolve', paymentId, outcome, by: name }))),
    'order.cancel': ({ orderId, reason }, { name }) =>
      done(runOrder(journal, orderId, () => ({ type: 'cancel', reason, by: name }))),
    'order.start': simple('start'),
    'order.finish': simple('finish'),
    'order.recall': simple('recall'),
    'order.hand-over': simple('hand-over'),
  };
}

type PlaceInput = Parameters<OrderMethods['order.place']>[0];
type PlaceAnswer = {
  orderId: string;
  number: number;
  totalCents: number;
  dueCents: number;
  changeCents: number;
};

/** Prices the cart with the node's own menu, then places the order; a retry gets the first answer. */
function place(context: StoreContext, input: PlaceInput, by: string): Result<PlaceAnswer> {
  const { sql, menu, store, calendar } = context;
  const at = context.now();
  const businessDay = calendar.dayOf(at);
  const cart = priceCart({
    menu,
    mode: input.mode,
    territory: store.territory,
    date: businessDay,
    lines: input.lines,
  });
  if (!cart.ok) return cart;

  let number = 0;
  const command = (): OrderCommand => {
    number = nextNumber(sql, businessDay);
    return {
      type: 'place',
      orderId: input.orderId,
      number,
      businessDay,
      placedAt: at,
      channel: input.channel,
      mode: input.mode,
      cart: cart.value,
      shownTotalCents: input.shownTotalCents,
      menuVersion: menu.version,
      promisedAt: promisedAt({
        now: at,
        mode: input.mode,
        pizzasWaiting: context.kitchenLoad.pizzasWaiting(),
        pizzasInOrder: pizzasIn(cart.value.lines),
      }),
      by,
      payment: input.payment,
      ...(input.note === undefined ? {} : { note: input.note }),
    };
  };
  const outcome = runOrder(context.journal, input.orderId, command);
  if (!outcome.ok) {
    if (outcome.refusal.code !== 'order.already-placed') return outcome;
    return firstAnswer(context, input);
  }
  askForCard(context, outcome.value);
  return accept({
    orderId: input.orderId,
    number,
    totalCents: cart.value.totalCents,
    dueCents: dueCents(outcome.value),
    changeCents: changeOf(outcome.value, input.payment),
  });
}

/**
 * The screen did not hear the first answer and asks again with the same id. Another content under
 * the same id is a fault of the screen and refused.
 */
function firstAnswer(context: StoreContext, input: PlaceInput): Result<PlaceAnswer> {
  const placed = placedOrder(context.sql, input.orderId);
  if (placed === undefined || placed.totalCents !== input.shownTotalCents)
    return refuse({ code: 'order.already-placed' });
  return accept(placed);
}

/** The journal already says that the payment was started; only now is the terminal asked. */
function askForCard(context: StoreContext, order: Order): void {
  const attempt = openAttempt(order);
  if (attempt !== undefined) context.cards.ask(attempt);
}

function done(outcome: Result<unknown>): Result<Record<string, never>> {
  return outcome.ok ? accept({}) : outcome;
}
