import type { OrderEvent, PricedLine } from '#app/domain/order/events.ts';
import { DRAFT, decide, evolve, type OrderCommand } from '#app/domain/order/order.ts';
import { aPlaceCommand, aPricedCart, aPricedLine, BY } from '../orders.ts';

/** What a till writes when these commands come one after the other. Throws where one is refused. */
export function aLife(...commands: readonly OrderCommand[]): OrderEvent[] {
  const events: OrderEvent[] = [];
  let order = DRAFT;
  for (const command of commands) {
    const outcome = decide(order, command);
    if (!outcome.ok) throw new Error(`${command.type} was refused: ${outcome.refusal.code}`);
    order = outcome.value.reduce(evolve, order);
    events.push(...outcome.value);
  }
  return events;
}

/** Half a Reine, half a Calzone, at a price that does not cut in two: 12,91 €. */
export const A_HALF_AND_HALF: PricedLine = aPricedLine({
  lineId: 'h',
  name: '½ Reine · ½ Calzone',
  unitPriceCents: 1291,
  grossCents: 1291,
  parts: [
    { productId: 'reine', name: 'Reine', quarters: 2, wholePriceCents: 1190, changes: [] },
    { productId: 'calzone', name: 'Calzone', quarters: 2, wholePriceCents: 1291, changes: [] },
  ],
});

/** Three Reines at 34,99 €: what one of them cost does not cut in three. */
export const THREE_REINES: PricedLine = aPricedLine({
  lineId: 'r',
  quantity: 3,
  unitPriceCents: 1190,
  grossCents: 3499,
});

export const A_BEER: PricedLine = aPricedLine({
  lineId: 'b',
  productId: 'biere',
  sizeId: 'unit',
  kind: 'beer',
  name: 'Bière 25 cl',
  unitPriceCents: 350,
  grossCents: 350,
  vatRateBp: 2000,
});

const who = { by: BY };

/**
 * An order of half and half and three Reines, to which a beer is added while a Reine is left out;
 * then a Reine and the half and half are given back the day after, one of them on the card.
 */
export function anEditedAndRefundedLife(
  orderId: string,
  at: string,
  businessDay = '2026-11-20',
): OrderEvent[] {
  const before = aPricedCart([A_HALF_AND_HALF, THREE_REINES]);
  const twoReines = { ...THREE_REINES, quantity: 2, grossCents: 2380 };
  const after = aPricedCart([A_HALF_AND_HALF, twoReines, A_BEER]);
  return aLife(
    aPlaceCommand({
      orderId,
      businessDay,
      placedAt: at,
      cart: before,
      shownTotalCents: before.totalCents,
    }),
    {
      type: 'edit',
      editId: `${orderId}-edit`,
      revisionSeen: 1,
      cart: after,
      touched: { added: ['b'], changed: ['r'], removed: [] },
      mode: 'take-away',
      mayUndoStarted: false,
      ...who,
    },
    { type: 'pay', payment: { method: 'card', paymentId: `${orderId}-p`, tipCents: 100 }, ...who },
    {
      type: 'record-payment',
      paymentId: `${orderId}-p`,
      result: { status: 'paid', card: { authorisation: '1', maskedNumber: '4970####1234' } },
    },
    refundOf(orderId, 1, [{ lineId: 'r', quantity: 1 }]),
    refundOf(orderId, 2, [{ lineId: 'h', quantity: 1 }]),
    { type: 'refund-payment', paymentId: `${orderId}-back`, ofPaymentId: `${orderId}-p`, ...who },
    {
      type: 'record-payment',
      paymentId: `${orderId}-back`,
      result: { status: 'declined', reason: 'refus' },
    },
  );
}

function refundOf(
  orderId: string,
  nth: number,
  lines: readonly { readonly lineId: string; readonly quantity: number }[],
): OrderCommand {
  return {
    type: 'refund',
    refundId: `${orderId}-refund-${nth}`,
    lines,
    reason: 'froide',
    at: '2026-11-21T11:05:00.000Z',
    businessDay: '2026-11-21',
    ...who,
  };
}

/** Placed, made larger, then cancelled: nothing of it stays in the figures. */
export function anEditedAndCancelledLife(
  orderId: string,
  at: string,
  businessDay = '2026-11-20',
): OrderEvent[] {
  const before = aPricedCart([A_HALF_AND_HALF]);
  const after = aPricedCart([A_HALF_AND_HALF, A_BEER]);
  return aLife(
    aPlaceCommand({
      orderId,
      businessDay,
      placedAt: at,
      cart: before,
      shownTotalCents: before.totalCents,
    }),
    {
      type: 'edit',
      editId: `${orderId}-edit`,
      revisionSeen: 1,
      cart: after,
      touched: { added: ['b'], changed: [], removed: [] },
      mode: 'take-away',
      mayUndoStarted: false,
      ...who,
    },
    { type: 'cancel', reason: 'client parti', mayUndoStarted: false, ...who },
  );
}
