import type { OrderEvent, PricedLine, Reversal } from '#app/domain/order/events.ts';
import { vatBreakdown } from '#app/domain/vat.ts';

import { aPricedLine } from '../orders.ts';

export type Sale = {
  readonly orderId: string;
  readonly at: string;
  readonly businessDay: string;
  readonly lines: readonly PricedLine[];
};

/** A Reine sold on 20 November 2026 at 19:42 in Lyon, unless said otherwise. */
export function aSale(sale: Partial<Sale> & { readonly orderId: string }): Sale {
  return {
    at: '2026-11-20T18:42:07.000Z',
    businessDay: '2026-11-20',
    lines: [aPricedLine()],
    ...sale,
  };
}

export function totalOf({ lines }: Sale): number {
  return lines.reduce((sum, { grossCents }) => sum + grossCents, 0);
}

export function placedBy(sale: Sale): OrderEvent {
  return {
    type: 'order.placed',
    data: {
      orderId: sale.orderId,
      number: 41,
      businessDay: sale.businessDay,
      placedAt: sale.at,
      channel: 'counter',
      mode: 'take-away',
      lines: sale.lines,
      totalCents: totalOf(sale),
      vat: vatBreakdown(sale.lines),
      menuVersion: 'test-1',
      promisedAt: sale.at,
      by: 'sofia',
    },
  };
}

export function paidFor(sale: Sale): OrderEvent {
  const amountCents = totalOf(sale);
  return {
    type: 'payment.paid',
    data: {
      orderId: sale.orderId,
      paymentId: `pay-${sale.orderId}`,
      method: 'cash',
      amountCents,
      tenderedCents: amountCents,
      changeCents: 0,
      by: 'sofia',
    },
  };
}

export function step(
  sale: Pick<Sale, 'orderId'>,
  type: 'order.started' | 'order.finished' | 'order.handed-over' | 'order.recalled',
): OrderEvent {
  return { type, data: { orderId: sale.orderId, by: 'karim' } };
}

export function cancelledFrom(sale: Sale): OrderEvent {
  const reversal: Reversal = {
    placedAt: sale.at,
    businessDay: sale.businessDay,
    totalCents: totalOf(sale),
    lines: sale.lines.map(({ productId, sizeId, kind, quantity, grossCents, name }) => ({
      ...{ productId, sizeId, kind, quantity, grossCents, name },
    })),
  };
  return {
    type: 'order.cancelled',
    data: { orderId: sale.orderId, by: 'sofia', reason: 'client parti', reversal },
  };
}

/** A whole life: placed, paid, made, given. */
export function soldAndGiven(sale: Sale): OrderEvent[] {
  return [
    placedBy(sale),
    paidFor(sale),
    step(sale, 'order.started'),
    step(sale, 'order.finished'),
    step(sale, 'order.handed-over'),
  ];
}
