import type { Caller, Handlers } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import { pointsTaken } from '#app/domain/loyalty.ts';
import type { OrderCommand } from '#app/domain/order/commands.ts';
import type { NonSale } from '#app/domain/order/events.ts';
import { dueCents, type Order } from '#app/domain/order/state.ts';
import { checkAvailable } from '#app/domain/menu/availability.ts';
import { momentOf } from '#app/domain/menu/moment.ts';
import type { PricedCart } from '#app/domain/pricing/cart.ts';
import { priceCart } from '#app/domain/pricing.ts';
import { promisedAt } from '#app/domain/promise.ts';
import type { StoreEvent } from '#app/domain/store-event.ts';
import { accept, type Result, refuse } from '#app/lib/result.ts';
import { pizzasIn } from '#app/projections/kitchen-tickets.ts';

import type { StoreContext } from '../context.ts';
import { doerOf } from '../doer.ts';
import { askForCard, changeOf, openDrawerFor } from '../payments/attempts.ts';
import { payContextOf } from '../payments/pay-context.ts';
import { changeGiven, isOfAnother } from '../payments/payment-rows.ts';
import { voucherCode } from '../payments/voucher-code.ts';
import { runOrder } from '../run-order.ts';
import { approvalsFor, takesRight } from './approvals.ts';
import { cartOf, checkMinimum } from './cart-of.ts';
import { nextNumber, placedOrder } from './order-rows.ts';
import { soldOutsNow } from '../menu/sold-outs.ts';

type Place = Handlers<StoreContract, Caller>['order.place'];
type PlaceInput = Parameters<Place>[0];
type PlaceAnswer = {
  orderId: string;
  number: number;
  totalCents: number;
  dueCents: number;
  changeCents: number;
};

/** Prices the cart with the node's own menu, then places the order; a retry gets the first answer. */
export async function place(
  context: StoreContext,
  input: PlaceInput,
  caller: Caller,
): Promise<Result<PlaceAnswer>> {
  const at = context.now();
  const first = priced(context, input, at);
  if (!first.ok) return first.answer;
  if (!takesRight(input)) {
    return commit(context, input, { at, cart: first.value, doer: doerOf(caller) });
  }
  const approved = await approvalsFor(context, input, caller);
  if (!approved.ok) return approved;
  // A PIN takes a while: points, coupons or the last pizza may have gone to another order.
  const second = priced(context, input, at);
  if (!second.ok) return second.answer;
  return commit(context, input, {
    at,
    cart: second.value,
    doer: doerOf(caller, approved.value.grantedBy),
  });
}

type Priced =
  | { readonly ok: true; readonly value: PricedCart }
  | { readonly ok: false; readonly answer: Result<PlaceAnswer> };

/** The price of what can be sold, or what to answer instead. */
function priced(context: StoreContext, input: PlaceInput, at: string): Priced {
  const cart = cartOf(context, input, { at, orderId: input.orderId });
  const outcome = cart.ok ? priceCart(cart.value) : cart;
  // The menu may have changed since: what is placed already needs no price.
  if (!outcome.ok) return { ok: false, answer: firstAnswer(context, input) ?? outcome };
  if (isOfAnother(context.sql, input)) {
    return { ok: false, answer: refuse({ code: 'payment.already-asked' }) };
  }
  const sellable = checkSellable(context, input, outcome.value, at);
  // What was placed before it was sold out stays placed: a retry gets its answer.
  if (!sellable.ok && placedOrder(context.sql, input.orderId) === undefined) {
    return { ok: false, answer: sellable };
  }
  return outcome;
}

/** What is out, not sold here or now, or too little to be delivered. */
function checkSellable(
  context: StoreContext,
  input: PlaceInput,
  cart: PricedCart,
  at: string,
): Result<undefined> {
  const available = checkAvailable(input.lines, {
    menu: context.menu,
    storeId: context.store.id,
    channel: input.channel,
    mode: input.mode,
    at: momentOf(at, context.store.zone),
    soldOuts: soldOutsNow(context.sql, at),
  });
  if (!available.ok) return available;
  const goodsCents = cart.lines.reduce((sum, line) => sum + line.grossCents, 0);
  return checkMinimum(context, input, goodsCents);
}

type Decided = {
  readonly at: string;
  readonly cart: PricedCart;
  readonly doer: ReturnType<typeof doerOf>;
};

function commit(
  context: StoreContext,
  input: PlaceInput,
  { at, cart, doer }: Decided,
): Result<PlaceAnswer> {
  const { sql } = context;
  let number = 0;
  const command = (): OrderCommand => {
    number = nextNumber(sql, context.calendar.dayOf(at));
    return placeCommand(context, input, { at, cart, doer }, number);
  };
  const outcome = runOrder(context.journal, input.orderId, command, (order) =>
    pointsUsed(input, order),
  );
  if (!outcome.ok) {
    if (outcome.refusal.code !== 'order.already-placed') return outcome;
    return firstAnswer(context, input) ?? outcome;
  }
  askForCard(context, outcome.value);
  openDrawerFor(context, input.payment);
  return accept({
    orderId: input.orderId,
    number,
    totalCents: cart.totalCents,
    dueCents: dueCents(outcome.value),
    changeCents: changeOf(outcome.value, input.payment),
  });
}

function placeCommand(
  context: StoreContext,
  input: PlaceInput,
  { at, cart, doer }: Decided,
  number: number,
): OrderCommand {
  const nonSales = input.nonSales?.map((asked): NonSale => nonSaleOf(asked));
  const soonest = promisedAt({
    now: at,
    mode: input.mode,
    pizzasWaiting: context.kitchenLoad.pizzasWaiting(),
    pizzasInOrder: pizzasIn(cart.lines),
  });
  const isScheduled = input.scheduledFor !== undefined && input.scheduledFor > soonest;
  const used = cart.usedCoupons?.map(({ code }) => code);
  return {
    type: 'place',
    orderId: input.orderId,
    number,
    businessDay: context.calendar.dayOf(at),
    placedAt: at,
    channel: input.channel,
    mode: input.mode,
    cart,
    shownTotalCents: input.shownTotalCents,
    menuVersion: context.menu.version,
    promisedAt: isScheduled && input.scheduledFor !== undefined ? input.scheduledFor : soonest,
    ...(isScheduled ? { isScheduled } : {}),
    payment: input.payment,
    payContext: payContextOf(context, input.payment, at),
    ...(input.note === undefined ? {} : { note: input.note }),
    ...(nonSales === undefined || nonSales.length === 0 ? {} : { nonSales }),
    ...(input.customerId === undefined ? {} : { customerId: input.customerId }),
    ...(input.addressId === undefined ? {} : { addressId: input.addressId }),
    ...(used === undefined || used.length === 0 ? {} : { couponCodes: used }),
    ...doer,
  };
}

const NON_SALE_LABELS = {
  'gift-voucher': 'Bon d’achat',
  'container-deposit': 'Consigne',
} as const;

function nonSaleOf({
  nonSaleId,
  kind,
  cents,
}: NonNullable<PlaceInput['nonSales']>[number]): NonSale {
  const label = NON_SALE_LABELS[kind];
  return kind === 'gift-voucher'
    ? { nonSaleId, kind, label, cents, code: voucherCode() }
    : { nonSaleId, kind, label, cents };
}

function pointsUsed({ loyaltyPoints, customerId }: PlaceInput, order: Order): StoreEvent[] {
  if (loyaltyPoints === undefined || customerId === undefined || order.status === 'draft')
    return [];
  const { orderId } = order;
  const points = pointsTaken(loyaltyPoints);
  return points === 0 ? [] : [{ type: 'loyalty.used', data: { customerId, orderId, points } }];
}

/**
 * The screen did not hear the first answer and asks again with the same id. Undefined for another
 * content under the same id, which is a fault of the screen, and for an order nobody placed.
 */
function firstAnswer({ sql }: StoreContext, input: PlaceInput): Result<PlaceAnswer> | undefined {
  const placed = placedOrder(sql, input.orderId);
  if (placed === undefined || placed.totalCents !== input.shownTotalCents) return undefined;
  const { orderId, number, totalCents, dueCents: due } = placed;
  return accept({
    orderId,
    number,
    totalCents,
    dueCents: due,
    changeCents: changeGiven(sql, input.payment),
  });
}
