import { describe, expect, test } from 'vitest';

import {
  EXERCISES,
  isMistake,
  isPassed,
  type Seen,
  stepsOf,
  takenSince,
} from '#renderer/counter/training/exercises.ts';

type Order = Seen['orders'][number];

/** Of an order of the training world, what the exercises look at. */
const order = (some: object = {}) =>
  ({ status: 'placed', mode: 'take-away', lines: [{}], ...some }) as unknown as Order;
const paid = (method: string, dueCents = 0) =>
  ({ dueCents, payments: [{ method, status: 'paid' }] }) as unknown as Seen['newest'];
const seen = (orders: readonly Order[], newest?: Seen['newest']): Seen => ({
  orders,
  newest,
});

describe('an exercise', () => {
  test('is not passed before anything was sent', () => {
    for (const exercise of EXERCISES) expect(isPassed(exercise, seen([]))).toBe(false);
  });

  test('says which of its steps are done', () => {
    expect(stepsOf('card-sale', seen([order()]))).toEqual([
      { step: 'sent', isDone: true },
      { step: 'paid-by-card', isDone: false },
    ]);
  });
});

test('what a customer who rings had ordered before is not what the learner did', () => {
  const placedAt = '2026-11-22T18:00:00.000Z';
  const before = order({ orderId: 'c', customerId: 'c', placedAt });
  const theirs = order({ orderId: 'o', customerId: 'c', placedAt });
  const sinceMs = Date.parse(placedAt);
  const orderIds = new Set<string>();
  expect(takenSince([before, theirs], { sinceMs, orderIds })).toEqual([theirs]);
  expect(takenSince([theirs], { sinceMs: sinceMs + 5_000, orderIds })).toEqual([]);
  expect(takenSince([theirs], { sinceMs, orderIds: new Set(['o']) })).toEqual([]);
});

test('a refusal is a mistake, save what the screen asks by itself and a link that is cut', () => {
  expect(isMistake('order.place', 'menu.sold-out')).toBe(true);
  expect(isMistake('order.place', 'link.timeout')).toBe(false);
  expect(isMistake('receipt.share', 'receipt.no-centre')).toBe(false);
});

describe('is passed', () => {
  test('the card sale by a card that paid all, not by cash and not by a part', () => {
    expect(isPassed('card-sale', seen([order()], paid('card')))).toBe(true);
    expect(isPassed('card-sale', seen([order()], paid('cash')))).toBe(false);
    expect(isPassed('card-sale', seen([order()], paid('card', 100)))).toBe(false);
  });

  test('the half and half by a pizza of parts', () => {
    expect(isPassed('half-half', seen([order({ lines: [{ parts: [] }] })]))).toBe(true);
    expect(isPassed('half-half', seen([order()]))).toBe(false);
  });

  test('the known call by an order of a customer, the delivery where it also goes to them', () => {
    const known = order({ customerId: 'c' });
    expect(isPassed('known-call', seen([known]))).toBe(true);
    expect(isPassed('delivery', seen([known]))).toBe(false);
    expect(isPassed('delivery', seen([order({ customerId: 'c', mode: 'delivery' })]))).toBe(true);
  });

  test('cancelling by an order that is cancelled, the network cut by any sale', () => {
    expect(isPassed('cancel', seen([order()]))).toBe(false);
    expect(isPassed('cancel', seen([order({ status: 'cancelled' })]))).toBe(true);
    expect(isPassed('network-cut', seen([order()]))).toBe(true);
  });
});
