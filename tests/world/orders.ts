import { expect } from 'vitest';

import type { OrderEvent, PaymentEvent, PricedLine } from '#app/domain/order/events.ts';
import {
  decide,
  type OrderCommand,
  orderFrom,
  type PlaceCommand,
} from '#app/domain/order/order.ts';
import type { OrderRefusalCode } from '#app/domain/order/refusals.ts';
import { named, type StandingLine } from '#app/domain/order/state.ts';
import type { PricedCart } from '#app/domain/pricing/cart.ts';
import { vatBreakdown } from '#app/domain/vat.ts';

/** Facts, then a command, then what comes of it. */
export function given(...events: readonly OrderEvent[]) {
  return {
    when(command: OrderCommand) {
      const outcome = decide(orderFrom(events), command);
      return {
        gives: (...expected: readonly OrderEvent[]) =>
          expect(outcome).toEqual({ ok: true, value: expected }),
        refuses: (code: OrderRefusalCode, detail?: Readonly<Record<string, unknown>>) =>
          expect(outcome).toMatchObject({
            ok: false,
            refusal: { code, ...(detail === undefined ? {} : { detail }) },
          }),
      };
    },
  };
}

export const ORDER_ID = '019aab3c-0000-7000-8000-000000000001';
export const BY = 'sofia';

/** A Reine at 11,90 €. */
export function aPricedLine(line: Partial<PricedLine> = {}): PricedLine {
  return {
    productId: 'reine',
    sizeId: 'm',
    kind: 'pizza',
    name: 'Reine',
    quantity: 1,
    unitPriceCents: 1190,
    grossCents: 1190,
    vatRateBp: 1000,
    changes: [],
    ...line,
  };
}

/** These lines, named and with their totals; one Reine by default. */
export function aPricedCart(
  asked: readonly PricedLine[] = [aPricedLine()],
): PricedCart & { readonly lines: readonly StandingLine[] } {
  const lines = named(asked);
  const vat = vatBreakdown(lines);
  const totalCents = lines.reduce((sum, line) => sum + line.grossCents, 0);
  const vatCents = vat.reduce((sum, amount) => sum + amount.vatCents, 0);
  return { lines, totalCents, netCents: totalCents - vatCents, vatCents, vat, unusedCoupons: [] };
}

/** To place a Reine to take away, to be paid later, unless said otherwise. */
export function aPlaceCommand(command: Partial<PlaceCommand> = {}): PlaceCommand {
  const cart = command.cart ?? aPricedCart();
  return {
    type: 'place',
    orderId: ORDER_ID,
    number: 41,
    businessDay: '2026-11-20',
    placedAt: '2026-11-20T18:42:07.000Z',
    channel: 'counter',
    mode: 'take-away',
    cart,
    shownTotalCents: cart.totalCents,
    menuVersion: 'test-1',
    promisedAt: '2026-11-20T18:58:00.000Z',
    by: BY,
    payment: { method: 'later' },
    ...command,
  };
}

type PlacedData = Extract<OrderEvent, { type: 'order.placed' }>['data'];

/** The fact that follows from `aPlaceCommand()`. */
export function placed(data: Partial<PlacedData> = {}): OrderEvent {
  const cart = aPricedCart(data.lines);
  return {
    type: 'order.placed',
    data: {
      orderId: ORDER_ID,
      number: 41,
      businessDay: '2026-11-20',
      placedAt: '2026-11-20T18:42:07.000Z',
      channel: 'counter',
      mode: 'take-away',
      totalCents: cart.totalCents,
      vat: cart.vat,
      menuVersion: 'test-1',
      promisedAt: '2026-11-20T18:58:00.000Z',
      by: BY,
      ...data,
      lines: cart.lines,
    },
  };
}

const step = { orderId: ORDER_ID, by: BY };

export const started: OrderEvent = { type: 'order.started', data: step };
export const finished: OrderEvent = { type: 'order.finished', data: step };
export const recalled: OrderEvent = { type: 'order.recalled', data: step };
export const handedOver: OrderEvent = { type: 'order.handed-over', data: step };
export const delivered: OrderEvent = { type: 'order.delivered', data: step };

/** As the terminal masks it. */
export const A_CARD = { authorisation: '004217', maskedNumber: '497010######1234' };

export function paidInCash({
  paymentId = 'p1',
  amountCents = 1190,
  tenderedCents = 2000,
} = {}): PaymentEvent {
  const changeCents = tenderedCents - amountCents;
  return {
    type: 'payment.paid',
    data: { ...step, paymentId, method: 'cash', amountCents, tenderedCents, changeCents },
  };
}

export function cardAsked({ paymentId = 'p1', amountCents = 1190 } = {}): PaymentEvent {
  return { type: 'payment.started', data: { ...step, paymentId, method: 'card', amountCents } };
}

export function cardPaid({
  paymentId = 'p1',
  amountCents = 1190,
  by = 'terminal',
} = {}): PaymentEvent {
  return {
    type: 'payment.paid',
    data: { orderId: ORDER_ID, by, paymentId, method: 'card', amountCents, card: A_CARD },
  };
}

export function cardAnswered(
  status: 'declined' | 'not-sent' | 'in-doubt',
  { paymentId = 'p1', reason = 'refus' } = {},
): PaymentEvent {
  return { type: `payment.${status}`, data: { orderId: ORDER_ID, paymentId, reason } };
}

export function resolved(outcome: 'paid' | 'not-paid', { paymentId = 'p1' } = {}): PaymentEvent {
  return { type: 'payment.resolved', data: { ...step, paymentId, outcome } };
}

/** The fact that cancels the order of `placed()`. */
export function cancelled(reason = 'client parti'): OrderEvent {
  const { productId, sizeId, kind, quantity, grossCents, name } = aPricedLine();
  return {
    type: 'order.cancelled',
    data: {
      ...step,
      reason,
      reversal: {
        placedAt: '2026-11-20T18:42:07.000Z',
        businessDay: '2026-11-20',
        totalCents: 1190,
        netCents: 1082,
        lines: [{ productId, sizeId, kind, quantity, grossCents, name }],
      },
    },
  };
}
