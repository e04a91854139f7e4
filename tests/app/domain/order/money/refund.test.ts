import { describe, expect, test } from 'vitest';

import type { OrderEvent } from '#app/domain/order/events.ts';
import {
  decide,
  dueCents,
  evolve,
  type Order,
  type OrderCommand,
  orderFrom,
} from '#app/domain/order/order.ts';
import { vatBorne } from '#app/domain/order/money/refund.ts';
import {
  aPricedLine,
  BY,
  cancelled,
  finished,
  given,
  handedOver,
  paidInCash,
  placed,
  started,
} from '#tests/world/orders.ts';

function refund(
  lines: readonly { readonly lineId: string; readonly quantity: number }[],
  refundId = 'r1',
): OrderCommand {
  return {
    type: 'refund',
    refundId,
    lines,
    reason: 'brûlée',
    at: '2026-11-21T11:00:00.000Z',
    businessDay: '2026-11-21',
    by: BY,
  };
}

function done(order: Order, command: OrderCommand): { order: Order; events: OrderEvent[] } {
  const outcome = decide(order, command);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return { order: outcome.value.reduce(evolve, order), events: outcome.value };
}

/** E6: a pizza, a can and a beer, 15 % off. */
const E6 = [
  aPricedLine({ lineId: 'p', unitPriceCents: 1250, grossCents: 1062, vatRateBp: 1000 }),
  aPricedLine({ lineId: 'c', kind: 'drink', unitPriceCents: 200, grossCents: 170, vatRateBp: 550 }),
  aPricedLine({ lineId: 'b', kind: 'beer', unitPriceCents: 350, grossCents: 298, vatRateBp: 2000 }),
];

describe('giving back a line', () => {
  test('the pizza of E6 comes back at 10,62 € and 0,97 € of VAT; 4,68 € stay (E11)', () => {
    const { order, events } = done(
      orderFrom([placed({ lines: E6 })]),
      refund([{ lineId: 'p', quantity: 1 }]),
    );
    expect(events).toMatchObject([
      {
        type: 'order.refunded',
        data: {
          totalCents: -1062,
          vat: [{ rateBp: 1000, grossCents: -1062, netCents: -965, vatCents: -97 }],
          difference: {
            businessDay: '2026-11-21',
            totalCents: -1062,
            netCents: -965,
            lines: [{ productId: 'reine', quantity: -1, grossCents: -1062 }],
          },
        },
      },
    ]);
    expect(dueCents(order)).toBe(468);
    if (order.status === 'draft') throw new Error('placed');
    const left = vatBorne(order).filter(({ grossCents }) => grossCents !== 0);
    expect(left.reduce((sum, { netCents }) => sum + netCents, 0)).toBe(409);
    expect(left.reduce((sum, { vatCents }) => sum + vatCents, 0)).toBe(59);
  });

  test('three at 10,00 € come back at 3,33, 3,34 and 3,33 €: never more than the line', () => {
    const lines = [
      aPricedLine({ lineId: 'p', quantity: 3, unitPriceCents: 400, grossCents: 1000 }),
    ];
    let order = orderFrom([placed({ lines })]);
    const amounts: number[] = [];
    for (const refundId of ['r1', 'r2', 'r3']) {
      const next = done(order, refund([{ lineId: 'p', quantity: 1 }], refundId));
      order = next.order;
      for (const event of next.events)
        if (event.type === 'order.refunded') amounts.push(event.data.totalCents);
    }
    expect(amounts).toEqual([-333, -334, -333]);
    expect(dueCents(order)).toBe(0);
  });

  test('never more than was sold, however it is asked', () => {
    given(placed())
      .when(refund([{ lineId: '1', quantity: 2 }]))
      .refuses('order.refunded-more', { leftQuantity: 1, name: 'Reine' });
    const twice = [
      { lineId: '1', quantity: 1 },
      { lineId: '1', quantity: 1 },
    ];
    given(placed()).when(refund(twice)).refuses('order.refunded-more');
    const { events } = done(orderFrom([placed()]), refund([{ lineId: '1', quantity: 1 }]));
    given(placed(), ...events)
      .when(refund([{ lineId: '1', quantity: 1 }], 'r2'))
      .refuses('order.refunded-more', { leftQuantity: 0 });
  });

  test('the same refund twice is one', () => {
    const command = refund([{ lineId: '1', quantity: 1 }]);
    const { events } = done(orderFrom([placed()]), command);
    given(placed(), ...events)
      .when(command)
      .refuses('order.already-refunded');
  });

  test('a line that is not there, or nothing at all, is refused', () => {
    given(placed())
      .when(refund([{ lineId: 'x', quantity: 1 }]))
      .refuses('order.unknown-line');
    given(placed()).when(refund([])).refuses('order.nothing-to-change');
  });

  test('after the order was given too, and the money is then owed; not of a cancelled one', () => {
    const given1 = [placed(), started, finished, paidInCash(), handedOver];
    const { order } = done(orderFrom(given1), refund([{ lineId: '1', quantity: 1 }]));
    expect(dueCents(order)).toBe(-1190);
    given(placed(), cancelled())
      .when(refund([{ lineId: '1', quantity: 1 }]))
      .refuses('order.cancelled');
  });

  test('cancelled after a refund, only the rest is taken off the figures', () => {
    const { events } = done(
      orderFrom([placed({ lines: E6 })]),
      refund([{ lineId: 'p', quantity: 1 }]),
    );
    const { events: last } = done(orderFrom([placed({ lines: E6 }), ...events]), {
      type: 'cancel',
      reason: 'client parti',
      mayUndoStarted: false,
      by: BY,
    });
    expect(last).toMatchObject([
      {
        data: {
          reversal: { totalCents: 468, netCents: 409, lines: [{ quantity: 1 }, { quantity: 1 }] },
        },
      },
    ]);
  });
});
