import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { dueCents } from '#app/domain/order/order.ts';
import { paidCents } from '#app/domain/order/payments.ts';
import { isForKitchen, refundedCents, refundedOf } from '#app/domain/order/state.ts';
import type { OrdersTable } from '#app/journal/tables.ts';
import { aProjectedStore, factsOf, lived, type ProjectedStore } from '#tests/world/projected.ts';
import { aLifeOfChance } from '#tests/world/steps-of-chance.ts';

/** Each writes some hundred rows. */
const RUNS = { numRuns: 300 };
let store: ProjectedStore;

beforeAll(async () => {
  store = await aProjectedStore();
});
afterAll(() => {
  store.database.close();
});

test('whatever happens to an order, its rows are the same in one batch, in any cut and one by one', () => {
  fc.assert(
    fc.property(aLifeOfChance, fc.integer({ min: 1, max: 9 }), (steps, size) => {
      const facts = factsOf(lived(steps).events);
      const outcomes = [facts.length, size, 1].map((cut) => {
        store.empty();
        for (let from = 0; from < facts.length; from += cut)
          store.apply(facts.slice(from, from + cut));
        return store.allRows();
      });
      expect(outcomes[1]).toEqual(outcomes[0]);
      expect(outcomes[2]).toEqual(outcomes[0]);
    }),
    RUNS,
  );
});

test('whatever happens to an order, its rows say what the order is', () => {
  fc.assert(
    fc.property(aLifeOfChance, (steps) => {
      const { events, order } = lived(steps);
      store.empty();
      store.apply(factsOf(events));
      if (order.status === 'draft') return;
      const [row] = store.rows('orders') as OrdersTable[];
      expect(row).toMatchObject({
        status: order.status,
        revision: order.revision,
        total_cents: order.totalCents,
        paid_cents: paidCents(order.payments),
        refunded_cents: refundedCents(order),
        device: order.device ?? null,
        promised_at: order.promisedAt,
        is_scheduled: order.isScheduled ? 1 : 0,
      });
      if (order.status !== 'cancelled' && row !== undefined)
        expect(row.total_cents + row.non_sale_cents - row.refunded_cents - row.paid_cents).toBe(
          dueCents(order),
        );
      expect(JSON.parse(row?.lines ?? '[]')).toEqual(order.lines);
      const lines = store.rows('order_line');
      expect(lines.map(({ line_id, quantity }) => [line_id, quantity])).toEqual(
        order.lines.map(({ lineId, quantity }) => [lineId, quantity]),
      );
      for (const { lineId } of order.lines) {
        const back = store.rows('refund_line').filter((refund) => refund['line_id'] === lineId);
        expect(back.reduce((sum, { quantity }) => sum + Number(quantity), 0)).toBe(
          refundedOf(order, lineId).quantity,
        );
      }
      expect(
        store.rows('payment').map((payment) => [payment['payment_id'], payment['status']]),
      ).toEqual(
        [...order.payments]
          .sort((left, right) => (left.paymentId < right.paymentId ? -1 : 1))
          .map(({ paymentId, status }) => [paymentId, status]),
      );
    }),
    RUNS,
  );
});

test('whatever happens to an order, the kitchen has its lines and no more to make than they say', () => {
  fc.assert(
    fc.property(aLifeOfChance, (steps) => {
      const { events, order } = lived(steps);
      store.empty();
      store.apply(factsOf(events));
      const [ticket] = store.rows('kitchen_ticket');
      if (order.status === 'draft') return;
      if (order.status === 'handed-over' || order.status === 'delivered') {
        expect(ticket).toBeUndefined();
        return;
      }
      if (order.status === 'cancelled') {
        if (ticket !== undefined) expect(ticket).toMatchObject({ status: 'cancelled', pizzas: 0 });
        return;
      }
      expect(ticket).toBeDefined();
      const lines = JSON.parse(String(ticket?.['lines'])) as { lineId: string; mark?: string }[];
      const standing = lines.filter(({ mark }) => mark !== 'removed');
      expect(standing.map(({ lineId }) => lineId)).toEqual(order.lines.map(({ lineId }) => lineId));
      const pizzas = order.lines.reduce(
        (sum, { kind, quantity }) => (kind === 'pizza' ? sum + quantity : sum),
        0,
      );
      expect(ticket?.['pizzas']).toBe(pizzas);
      expect(ticket?.['revision']).toBe(order.revision);
      const isShown = ticket?.['status'] !== 'shelf';
      if (order.lines.some(isForKitchen)) expect(isShown).toBe(true);
      if (order.status === 'ready') expect(ticket?.['status']).toBe('ready');
    }),
    RUNS,
  );
});
