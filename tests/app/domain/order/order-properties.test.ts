import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { OrderEvent } from '#app/domain/order/events.ts';
import {
  DRAFT,
  decide,
  dueCents,
  evolve,
  type Order,
  type OrderCommand,
  orderFrom,
} from '#app/domain/order/order.ts';
import { paidCents } from '#app/domain/order/payments.ts';
import { A_CARD, aPlaceCommand, aPricedCart, aPricedLine, BY } from '#tests/world/orders.ts';

/** Few identifiers, so that they meet again. */
const paymentId = fc.constantFrom('p1', 'p2', 'p3');
const cents = fc.integer({ min: 0, max: 3000 });

const payment = fc.oneof(
  fc.constant({ method: 'later' } as const),
  fc.record({ method: fc.constant('cash' as const), paymentId, tenderedCents: cents }),
  fc.record({ method: fc.constant('card' as const), paymentId }),
);
const result = fc.oneof(
  fc.constant({ status: 'paid', card: A_CARD } as const),
  fc.record({
    status: fc.constantFrom('declined', 'not-sent', 'in-doubt'),
    reason: fc.constant('refus'),
  }),
);
const place = fc
  .record({
    payment,
    mode: fc.constantFrom('take-away' as const, 'delivery' as const),
    kind: fc.constantFrom('pizza' as const, 'drink' as const),
    grossCents: fc.integer({ min: 1, max: 2500 }),
  })
  .map(({ payment: asked, mode, kind, grossCents }) =>
    aPlaceCommand({ payment: asked, mode, cart: aPricedCart([aPricedLine({ kind, grossCents })]) }),
  );

const command: fc.Arbitrary<OrderCommand> = fc.oneof(
  place,
  {
    weight: 3,
    arbitrary: fc.record({ type: fc.constant('pay' as const), payment, by: fc.constant(BY) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ type: fc.constant('record-payment' as const), paymentId, result }),
  },
  fc.record({
    type: fc.constant('resolve' as const),
    paymentId,
    outcome: fc.constantFrom('paid' as const, 'not-paid' as const),
    by: fc.constant(BY),
  }),
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constantFrom(
        'start' as const,
        'finish' as const,
        'recall' as const,
        'hand-over' as const,
      ),
      by: fc.constant(BY),
    }),
  },
  fc.record({
    type: fc.constant('cancel' as const),
    reason: fc.constant('client parti'),
    mayUndoStarted: fc.boolean(),
    by: fc.constant(BY),
  }),
);

/** Sells one order by chance: each command is obeyed or refused, and the facts are kept. */
function live(commands: readonly OrderCommand[], watch: (order: Order) => void): OrderEvent[] {
  const events: OrderEvent[] = [];
  let order: Order = DRAFT;
  for (const asked of commands) {
    const outcome = decide(order, asked);
    if (!outcome.ok) continue;
    order = outcome.value.reduce(evolve, order);
    events.push(...outcome.value);
    watch(order);
  }
  expect(orderFrom(events)).toEqual(order);
  return events;
}

/** What settles an attempt. A doubt does not. */
function settles(event: OrderEvent): boolean {
  return ['payment.paid', 'payment.declined', 'payment.not-sent', 'payment.resolved'].includes(
    event.type,
  );
}

const lives = fc
  .tuple(place, fc.array(command, { maxLength: 40 }))
  .map(([first, rest]) => [first, ...rest]);
const RUNS = { numRuns: 3000 };

test('whatever is tapped in whatever order, never more is paid than the total and nothing negative is due', () => {
  fc.assert(
    fc.property(lives, (commands) => {
      live(commands, (order) => {
        if (order.status === 'draft') return;
        expect(paidCents(order.payments)).toBeLessThanOrEqual(order.totalCents);
        if (order.status !== 'cancelled') expect(dueCents(order)).toBeGreaterThanOrEqual(0);
      });
    }),
    RUNS,
  );
});

test('an order is cancelled once, and after it nobody makes, gives nor takes anything for it', () => {
  fc.assert(
    fc.property(lives, (commands) => {
      const events = live(commands, (order) => {
        if (order.status === 'cancelled')
          expect(dueCents(order)).toBe(0 - paidCents(order.payments));
      });
      const end = events.findIndex((event) => event.type === 'order.cancelled');
      if (end !== -1) expect(events.slice(end + 1)).toEqual([]);
    }),
    RUNS,
  );
});

test('each payment is asked at most once and settled at most once', () => {
  fc.assert(
    fc.property(lives, (commands) => {
      const events = live(commands, () => undefined);
      for (const id of ['p1', 'p2', 'p3']) {
        const own = events.filter(
          (event) => 'paymentId' in event.data && event.data.paymentId === id,
        );
        expect(own.filter((event) => event.type === 'payment.started').length).toBeLessThanOrEqual(
          1,
        );
        expect(own.filter(settles).length).toBeLessThanOrEqual(1);
        expect(own.findIndex(settles)).toBeOneOf([-1, own.length - 1]);
      }
    }),
    RUNS,
  );
});

test('an order leaves the shop once, paid in full', () => {
  fc.assert(
    fc.property(lives, (commands) => {
      const events = live(commands, (order) => {
        if (order.status === 'handed-over' || order.status === 'delivered')
          expect(dueCents(order)).toBe(0);
      });
      const given = events.filter(
        ({ type }) => type === 'order.handed-over' || type === 'order.delivered',
      );
      expect(given.length).toBeLessThanOrEqual(1);
    }),
    RUNS,
  );
});

test('chance goes everywhere: each status and each kind of fact is met, or the rules above prove little', () => {
  const statuses = new Set<string>();
  const types = new Set<string>();
  for (const commands of fc.sample(lives, { numRuns: 3000, seed: 42 })) {
    for (const event of live(commands, (order) => statuses.add(order.status)))
      types.add(event.type);
  }
  expect([...statuses].sort()).toEqual([
    'cancelled',
    'delivered',
    'handed-over',
    'placed',
    'preparing',
    'ready',
  ]);
  expect(types.size).toBe(13);
});
