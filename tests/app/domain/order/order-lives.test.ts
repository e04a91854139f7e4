import fc from 'fast-check';
import { expect, test } from 'vitest';

import { mergeEdit } from '#app/domain/order/edit/merge-edit.ts';
import type { Difference, OrderEvent } from '#app/domain/order/events.ts';
import { DRAFT, decide, dueCents, evolve, orderFrom } from '#app/domain/order/order.ts';
import { vatBorne } from '#app/domain/order/money/refund.ts';
import { givenBackCents, leftOf, receivedCents } from '#app/domain/order/payments.ts';
import type { Order, PlacedOrder } from '#app/domain/order/state.ts';
import { nonSaleCents, refundedCents, refundedOf } from '#app/domain/order/state.ts';
import { editedLines, type KitchenLine, kitchenLine } from '#app/projections/kitchen-lines.ts';
import { commandOf } from '#tests/world/lives-of-chance.ts';
import { aLifeOfChance, type Step, step } from '#tests/world/steps-of-chance.ts';

/** As many lives as the issue of the counter asks for. */
const LIVES = 10_000;

/** Obeys or refuses each step; every fact is kept, and the order is looked at after each. */
function live(
  steps: readonly Step[],
  watch: (order: PlacedOrder, before: Order, events: readonly OrderEvent[]) => void,
): OrderEvent[] {
  const written: OrderEvent[] = [];
  let order: Order = DRAFT;
  for (const [index, asked] of steps.entries()) {
    const command = commandOf(order, asked, index);
    if (command === undefined) continue;
    const outcome = decide(order, command);
    if (!outcome.ok) continue;
    const before = order;
    order = outcome.value.reduce(evolve, order);
    written.push(...outcome.value);
    if (order.status !== 'draft') watch(order, before, outcome.value);
  }
  expect(orderFrom(written)).toEqual(order);
  return written;
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}

function checkWorth(order: PlacedOrder): void {
  const { lines, feeParts, totalCents, vat } = order;
  expect(sum([...lines, ...feeParts].map(({ grossCents }) => grossCents))).toBe(totalCents);
  for (const amounts of [vat, vatBorne(order)]) {
    for (const { grossCents, netCents, vatCents } of amounts) {
      expect(netCents + vatCents).toBe(grossCents);
      expect(grossCents).toBeGreaterThanOrEqual(0);
    }
  }
  expect(sum(vat.map(({ grossCents }) => grossCents))).toBe(totalCents);
  expect(sum(vatBorne(order).map(({ grossCents }) => grossCents))).toBe(
    totalCents - refundedCents(order),
  );
  for (const line of lines) {
    expect(line.grossCents).toBeGreaterThanOrEqual(0);
    const back = refundedOf(order, line.lineId);
    expect(back.quantity).toBeLessThanOrEqual(line.quantity);
    expect(back.grossCents).toBeLessThanOrEqual(line.grossCents);
    if (back.quantity === line.quantity) expect(back.grossCents).toBe(line.grossCents);
  }
}

function checkMoney(order: PlacedOrder): void {
  const kept = receivedCents(order.payments) - givenBackCents(order.payments);
  expect(dueCents(order)).toBe(
    order.status === 'cancelled'
      ? 0 - kept
      : order.totalCents + nonSaleCents(order) - refundedCents(order) - kept,
  );
  expect(kept).toBeGreaterThanOrEqual(0);
  for (const payment of order.payments) {
    if (payment.status === 'paid' && payment.direction === 'payment') {
      expect(leftOf(order.payments, payment)).toBeGreaterThanOrEqual(0);
    }
  }
  const open = order.payments.filter(({ status }) => status === 'asked' || status === 'in-doubt');
  expect(open.length).toBeLessThanOrEqual(1);
  if (order.status === 'handed-over' || order.status === 'delivered') {
    // What is refunded after it was given is the only thing that may still be owed.
    expect(dueCents(order)).toBeLessThanOrEqual(0);
  }
}

/** Lines that an edit does not touch, and every line of which something went back, stay as sold. */
function checkShares(order: PlacedOrder, before: Order): void {
  if (before.status === 'draft') return;
  for (const line of before.lines) {
    const now = order.lines.find(({ lineId }) => lineId === line.lineId);
    const isTouched = order.lineRevisions[line.lineId] !== before.lineRevisions[line.lineId];
    if (!isTouched) expect(now).toEqual(line);
    if (refundedOf(before, line.lineId).quantity > 0) expect(now).toEqual(line);
  }
}

test('10 000 lives of edits, payments, refunds and cancellations keep every amount whole', () => {
  fc.assert(
    fc.property(aLifeOfChance, (steps) => {
      live(steps, (order, before) => {
        checkWorth(order);
        checkMoney(order);
        checkShares(order, before);
      });
    }),
    { numRuns: LIVES },
  );
});

test('what the entries say changed adds up to what the order is worth', () => {
  fc.assert(
    fc.property(aLifeOfChance, (steps) => {
      let last: Order = DRAFT;
      const events = live(steps, (order) => {
        last = order;
      });
      if ((last as Order).status === 'draft') return;
      const order = last as PlacedOrder;
      const isGone = order.status === 'cancelled';
      const worth = isGone ? 0 : order.totalCents - refundedCents(order);
      const net = isGone ? 0 : sum(vatBorne(order).map(({ netCents }) => netCents));
      const changes = events.flatMap(changesOf);
      expect(sum(changes.map(({ totalCents }) => totalCents))).toBe(worth);
      expect(sum(changes.map(({ netCents }) => netCents))).toBe(net);
      const sold = new Map<string, number>();
      for (const { productId, quantity } of changes.flatMap(({ lines }) => lines))
        sold.set(productId, (sold.get(productId) ?? 0) + quantity);
      for (const { lineId, productId, quantity } of isGone ? [] : order.lines)
        sold.set(
          productId,
          (sold.get(productId) ?? 0) - quantity + refundedOf(order, lineId).quantity,
        );
      expect([...sold.values()].filter((quantity) => quantity !== 0)).toEqual([]);
    }),
    { numRuns: 2_000 },
  );
});

type Change = Pick<Difference, 'totalCents' | 'netCents' | 'lines'>;

/** What an entry adds to the figures, as a reader of that entry alone sees it. */
function changesOf(event: OrderEvent): Change[] {
  switch (event.type) {
    case 'order.placed': {
      const { lines, totalCents, vat } = event.data;
      return [{ lines, totalCents, netCents: sum(vat.map(({ netCents }) => netCents)) }];
    }
    case 'order.edited':
    case 'order.refunded':
      return [event.data.difference];
    case 'order.cancelled': {
      const { lines, totalCents, netCents = 0 } = event.data.reversal;
      return [
        {
          lines: lines.map((line) => ({ ...line, quantity: 0 - line.quantity })),
          totalCents: 0 - totalCents,
          netCents: 0 - netCents,
        },
      ];
    }
    default:
      return [];
  }
}

test('the kitchen is told of each line once, and ends with the lines of the order', () => {
  fc.assert(
    fc.property(aLifeOfChance, (steps) => {
      let lines: readonly KitchenLine[] = [];
      const told = new Set<string>();
      let last: Order = DRAFT;
      live(steps, (order, before, events) => {
        last = order;
        if (before.status === 'draft') {
          lines = order.lines.map(kitchenLine);
          for (const { lineId } of lines) told.add(lineId);
        }
        for (const event of events) {
          if (event.type !== 'order.edited') continue;
          const { added, changed, removed, revision } = event.data;
          for (const lineId of added) {
            expect(told.has(lineId)).toBe(false);
            told.add(lineId);
          }
          lines = editedLines(lines, order.lines, {
            touched: { added, changed, removed },
            revision,
          });
        }
      });
      if ((last as Order).status === 'draft') return;
      const order = last as PlacedOrder;
      const standing = lines.filter(({ mark }) => mark !== 'removed');
      expect(standing.map(({ mark: _mark, markRevision: _revision, ...line }) => line)).toEqual(
        order.lines.map(kitchenLine),
      );
    }),
    { numRuns: 2_000 },
  );
});

test('whatever two tills ask of one order, no line of the other is overwritten', () => {
  fc.assert(
    fc.property(aLifeOfChance, fc.array(step, { maxLength: 5 }), (steps, others) => {
      let stale: PlacedOrder | undefined;
      live([...steps, ...others], (order) => {
        stale ??= order;
        const lineId = order.lines[0]?.lineId;
        if (lineId === undefined || order.revision === stale.revision) return;
        const outcome = mergeEdit(order, {
          baseRevision: stale.revision,
          operations: [{ kind: 'remove', lineId }],
        });
        const isTheirs = (order.lineRevisions[lineId] ?? 0) > stale.revision;
        if (isTheirs)
          expect(outcome).toMatchObject({ refusal: { code: 'order.edited-elsewhere' } });
      });
    }),
    { numRuns: 2_000 },
  );
});

test('chance goes everywhere: each kind of fact is met, or the rules above prove little', () => {
  const types = new Set<string>();
  for (const steps of fc.sample(aLifeOfChance, { numRuns: 3_000, seed: 42 }))
    for (const { type, data } of live(steps, () => undefined))
      types.add('direction' in data && data.direction === 'refund' ? `${type} back` : type);
  expect([...types].sort()).toEqual([
    'order.acknowledged',
    'order.cancelled',
    'order.delivered',
    'order.edited',
    'order.finished',
    'order.handed-over',
    'order.placed',
    'order.recalled',
    'order.refunded',
    'order.rescheduled',
    'order.started',
    'order.transferred',
    'payment.declined',
    'payment.in-doubt',
    'payment.not-sent',
    'payment.paid',
    'payment.paid back',
    'payment.resolved',
    'payment.reversed',
    'payment.started',
    'payment.started back',
  ]);
});
