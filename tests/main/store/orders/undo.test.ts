import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { newId } from '#tests/world/order-input.ts';
import { aStore, MANAGER, type StoreOfTest } from '#tests/world/store.ts';
import { type Till, tillOf } from '#tests/world/till.ts';

let store: StoreOfTest;
let till: Till;
let manager: Till;
beforeEach(async () => {
  store = await aStore();
  till = tillOf(store);
  manager = tillOf(store, MANAGER);
});
afterEach(() => store.remove());

const TWO_REINE = [{ productId: 'reine', sizeId: 'm', quantity: 2, changes: [] }];

async function paidOrder(): Promise<{ orderId: string; paymentId: string; totalCents: number }> {
  const paymentId = newId();
  const orderId = await till.place({
    lines: TWO_REINE,
    payment: { method: 'cash', paymentId, tenderedCents: 10_000 },
  });
  return { orderId, paymentId, totalCents: (await till.detail(orderId)).totalCents };
}

describe('cancelling an order', () => {
  test('a paid order that nobody began: the money is then owed, and goes back by the way it came', async () => {
    const { orderId, paymentId, totalCents } = await paidOrder();
    await till.ask('order.cancel', { orderId, reason: 'Erreur de saisie' });
    expect((await till.detail(orderId)).dueCents).toBe(-totalCents);
    await manager.ask('payment.refund', { orderId, paymentId: newId(), ofPaymentId: paymentId });
    expect((await till.detail(orderId)).dueCents).toBe(0);
  });

  test('money is not given back under the number of a payment of somebody else', async () => {
    const other = await paidOrder();
    const { orderId, paymentId } = await paidOrder();
    await till.ask('order.cancel', { orderId, reason: 'Erreur de saisie' });
    const back = { orderId, paymentId: other.paymentId, ofPaymentId: paymentId };
    expect(await manager.refused('payment.refund', back)).toBe('payment.already-asked');
    expect((await till.detail(orderId)).dueCents).toBeLessThan(0);
  });

  test('one that the kitchen has begun needs somebody with the right', async () => {
    const orderId = await till.place();
    await till.ask('order.start', { orderId });
    const cancel = { orderId, reason: 'Client parti' };
    expect(await till.refused('order.cancel', cancel)).toBe('staff.right-needed');
    await manager.ask('order.cancel', cancel);
    expect((await till.detail(orderId)).status).toBe('cancelled');
  });
});

describe('giving lines back', () => {
  test('a cashier may not, a manager may: the line goes back at the price it was sold at', async () => {
    const { orderId, totalCents } = await paidOrder();
    const asked = {
      orderId,
      refundId: newId(),
      lines: [{ lineId: '1', quantity: 1 }],
      reason: 'Pizza froide',
    };
    expect(await till.refused('order.refund', asked)).toBe('staff.right-needed');
    const refund = await manager.ask('order.refund', asked);
    expect(refund).toEqual({ refundedCents: totalCents / 2, dueCents: -totalCents / 2 });
    expect((await till.detail(orderId)).refunded).toEqual([{ lineId: '1', quantity: 1 }]);
  });

  test('the same refund sent twice gives back once', async () => {
    const { orderId } = await paidOrder();
    const asked = {
      orderId,
      refundId: newId(),
      lines: [{ lineId: '1', quantity: 1 }],
      reason: 'Pizza froide',
    };
    const first = await manager.ask('order.refund', asked);
    expect(await manager.ask('order.refund', asked)).toEqual(first);
  });

  test('more than was sold is never given back', async () => {
    const { orderId } = await paidOrder();
    const refund = (quantity: number) => ({
      orderId,
      refundId: newId(),
      lines: [{ lineId: '1', quantity }],
      reason: 'Pizza froide',
    });
    await manager.ask('order.refund', refund(2));
    expect(await manager.refused('order.refund', refund(1))).toBe('order.refunded-more');
  });

  test('the history says who did what, when, and why', async () => {
    const { orderId } = await paidOrder();
    await manager.ask('order.refund', {
      orderId,
      refundId: newId(),
      lines: [{ lineId: '1', quantity: 1 }],
      reason: 'Pizza froide',
    });
    const history = await till.ask('order.history', { orderId });
    expect(history.map(({ type, by }) => [type, by])).toEqual([
      ['order.placed', 'Sofia'],
      ['payment.paid', 'Sofia'],
      ['order.refunded', 'Nadia'],
    ]);
    expect(history[2]).toMatchObject({ reason: 'Pizza froide', lines: ['− 1 Reine'] });
  });
});

describe('points of what was given back', () => {
  const points = async (customerId: string) =>
    (await till.ask('customer.sheet', { customerId })).customer.loyaltyPoints;

  test('before the order was given are never earned, and all goes when all is given back', async () => {
    const customerId = newId();
    await till.ask('customer.save', { customerId, name: 'Diallo', phones: [], addresses: [] });
    const orderId = await till.place({
      customerId,
      lines: TWO_REINE,
      payment: { method: 'cash', paymentId: newId(), tenderedCents: 10_000 },
    });
    const refund = (quantity: number) => ({
      orderId,
      refundId: newId(),
      lines: [{ lineId: '1', quantity }],
      reason: 'Pizza froide',
    });
    const { payments } = await till.detail(orderId);
    const back = { orderId, ofPaymentId: payments[0]?.paymentId ?? '' };
    await manager.ask('order.refund', refund(1));
    await manager.ask('payment.refund', { ...back, paymentId: newId() });
    for (const step of ['order.start', 'order.finish', 'order.hand-over'] as const)
      await till.ask(step, { orderId });
    expect(await points(customerId)).toBe(12);
    await manager.ask('order.refund', refund(1));
    expect(await points(customerId)).toBe(0);
  });
});
