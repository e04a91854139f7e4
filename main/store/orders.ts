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
import { nextNumber, paymentMade, placedOrder } from './order-rows.ts';
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
    'order.pay': (input, { name }) => pay(context, input, name),
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
  // The menu may have changed since: what is placed already needs no price.
  if (!cart.ok) return firstAnswer(context, input) ?? cart;
  if (isOfAnother(context, input)) return refuse({ code: 'payment.already-asked' });

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
    return firstAnswer(context, input) ?? outcome;
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
 * The screen did not hear the first answer and asks again with the same id. Undefined for another
 * content under the same id, which is a fault of the screen, and for an order nobody placed.
 */
function firstAnswer({ sql }: StoreContext, input: PlaceInput): Result<PlaceAnswer> | undefined {
  const placed = placedOrder(sql, input.orderId);
  if (placed === undefined || placed.totalCents !== input.shownTotalCents) return undefined;
  return accept({ ...placed, changeCents: changeGiven(sql, input.payment) });
}

type PayInput = Parameters<OrderMethods['order.pay']>[0];

/** Takes what is due; a retry gets the first answer, and nothing is taken or asked again. */
function pay(
  context: StoreContext,
  input: PayInput,
  by: string,
): Result<{ dueCents: number; changeCents: number }> {
  const { sql, journal } = context;
  const { orderId, payment } = input;
  if (isOfAnother(context, input)) return refuse({ code: 'payment.already-asked' });
  const outcome = runOrder(journal, orderId, () => ({ type: 'pay', payment, by }));
  if (!outcome.ok) {
    const placed = placedOrder(sql, orderId);
    if (outcome.refusal.code !== 'payment.already-asked' || placed === undefined) return outcome;
    return accept({ dueCents: placed.dueCents, changeCents: changeGiven(sql, payment) });
  }
  askForCard(context, outcome.value);
  return accept({
    dueCents: dueCents(outcome.value),
    changeCents: changeOf(outcome.value, payment),
  });
}

/** One attempt is for one order: its row would otherwise tell of two. */
function isOfAnother({ sql }: StoreContext, { orderId, payment }: PayInput): boolean {
  if (payment.method === 'later') return false;
  const made = paymentMade(sql, payment.paymentId);
  return made !== undefined && made.orderId !== orderId;
}

function changeGiven(sql: StoreContext['sql'], payment: PayInput['payment']): number {
  return payment.method === 'cash' ? (paymentMade(sql, payment.paymentId)?.changeCents ?? 0) : 0;
}

/** The journal already says that the payment was started; only now is the terminal asked. */
function askForCard(context: StoreContext, order: Order): void {
  const attempt = openAttempt(order);
  if (attempt !== undefined) context.cards.ask(attempt);
}

function done(outcome: Result<unknown>): Result<Record<string, never>> {
  return outcome.ok ? accept({}) : outcome;
}
