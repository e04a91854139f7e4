import { expect, test } from 'vitest';

import type { OrderSummary } from '#app/contract/store.ts';
import { canBeGiven, foundOrders, isOpen, lanesOf } from '#renderer/counter/orders/board.ts';

function anOrder(number: number, part: Partial<OrderSummary> = {}): OrderSummary {
  return {
    orderId: `order-${number}`,
    number,
    channel: 'counter',
    mode: 'take-away',
    status: 'placed',
    placedAt: '2026-11-22T18:00:00.000Z',
    promisedAt: '2026-11-22T18:16:00.000Z',
    isScheduled: false,
    totalCents: 1190,
    nonSaleCents: 0,
    refundedCents: 0,
    revision: 1,
    dueCents: 0,
    lines: [],
    ...part,
  };
}
const pizza = {
  productId: 'reine',
  sizeId: 'm',
  kind: 'pizza',
  name: 'Reine',
  quantity: 1,
  unitPriceCents: 1190,
  grossCents: 1190,
  vatRateBp: 1000,
  changes: [],
} as const satisfies OrderSummary['lines'][number];

test('orders stand in the column of their state, by number', () => {
  const lanes = lanesOf([
    anOrder(4),
    anOrder(1, { status: 'ready' }),
    anOrder(2),
    anOrder(3, { status: 'cancelled' }),
    anOrder(5, { status: 'preparing' }),
  ]);
  expect(lanes.placed.map(({ number }) => number)).toEqual([2, 4]);
  expect(lanes.preparing.map(({ number }) => number)).toEqual([5]);
  expect(lanes.ready.map(({ number }) => number)).toEqual([1]);
});

test('a gift voucher sold by itself is done once it is paid, and nobody is to make it', () => {
  const sold = { totalCents: 0, nonSaleCents: 2_000 };
  const lanes = lanesOf([anOrder(1, sold), anOrder(2, { ...sold, dueCents: 2_000 })]);
  expect(lanes.given.map(({ number }) => number)).toEqual([1]);
  expect(lanes.placed.map(({ number }) => number)).toEqual([2]);
});

test('of the orders handed over, the newest is on top', () => {
  const given = [
    anOrder(1, { status: 'handed-over' }),
    anOrder(3, { status: 'delivered' }),
    anOrder(2, { status: 'handed-over' }),
  ];
  expect(lanesOf(given).given.map(({ number }) => number)).toEqual([3, 2, 1]);
});

test('an order is open until it is given or cancelled', () => {
  const states = ['placed', 'preparing', 'ready', 'handed-over', 'delivered', 'cancelled'] as const;
  expect(states.filter((status) => isOpen({ status }))).toEqual(['placed', 'preparing', 'ready']);
});

test('an order is handed over when it is ready and paid, not before', () => {
  expect(canBeGiven(anOrder(1, { status: 'ready' }))).toBe(true);
  expect(canBeGiven(anOrder(1, { status: 'ready', dueCents: 1190 }))).toBe(false);
  expect(canBeGiven(anOrder(1, { status: 'preparing' }))).toBe(false);
});

test('an order without anything to prepare is handed over at once', () => {
  expect(canBeGiven(anOrder(1, { lines: [{ ...pizza, kind: 'drink' }] }))).toBe(true);
  expect(canBeGiven(anOrder(1, { lines: [pizza] }))).toBe(false);
});

test('an order that owes money is not handed over, and stands among those to refund', () => {
  const owing = anOrder(1, { status: 'ready', dueCents: -1190 });
  expect(canBeGiven(owing)).toBe(false);
  expect(lanesOf([owing]).owed).toEqual([owing]);
});

test('orders of later stand apart, by their time, until the kitchen begins', () => {
  const lanes = lanesOf([
    anOrder(1, { isScheduled: true, promisedAt: '2026-11-22T20:00:00.000Z' }),
    anOrder(2, { isScheduled: true, promisedAt: '2026-11-22T19:00:00.000Z' }),
    anOrder(3, { isScheduled: true, status: 'preparing' }),
  ]);
  expect(lanes.later.map(({ number }) => number)).toEqual([2, 1]);
  expect(lanes.placed).toEqual([]);
  expect(lanes.preparing.map(({ number }) => number)).toEqual([3]);
});

test('an order is found by its number or by the name of its customer, without accents', () => {
  const orders = [
    anOrder(12, { customerName: 'Mme Lefèvre' }),
    anOrder(2),
    anOrder(21, { customerName: 'M. Diallo' }),
  ];
  expect(foundOrders(orders, '#2').map(({ number }) => number)).toEqual([2, 21]);
  expect(foundOrders(orders, 'lefevre').map(({ number }) => number)).toEqual([12]);
  expect(foundOrders(orders, 'zorro')).toEqual([]);
});
