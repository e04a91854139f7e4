import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { newId } from '#tests/world/order-input.ts';
import { NADIA } from '#tests/world/people.ts';
import { aStore, MANAGER, type StoreOfTest } from '#tests/world/store.ts';
import { type Till, tillOf } from '#tests/world/till.ts';

let store: StoreOfTest;
let till: Till;
beforeEach(async () => {
  store = await aStore();
  till = tillOf(store);
});
afterEach(() => store.remove());

describe('what cannot be sold', () => {
  test('a product that is out is refused by name, and sold again once it is back', async () => {
    const target = { kind: 'product' as const, productId: 'reine' };
    await till.ask('menu.mark-sold-out', { target, reason: 'Plus de jambon' });
    const order = {
      orderId: newId(),
      channel: 'counter' as const,
      mode: 'take-away' as const,
      lines: [{ productId: 'reine', sizeId: 'm', quantity: 1, changes: [] }],
      shownTotalCents: 1190,
      payment: { method: 'later' as const },
    };
    expect(await till.refused('order.place', order)).toBe('pricing.sold-out');
    await till.ask('menu.mark-back', { target });
    await till.place();
    expect(await till.ask('menu.sold-outs', {})).toEqual([]);
  });

  test('what comes back by itself at a time is sold from then on', async () => {
    const target = { kind: 'ingredient' as const, ingredientId: 'jambon' };
    await till.ask('menu.mark-sold-out', { target, until: '2026-01-01T00:00:00.000Z' });
    expect(await till.ask('menu.sold-outs', {})).toEqual([]);
    await till.place();
  });
});

describe('prices set by hand', () => {
  const offered = {
    lines: [{ lineId: '1', productId: 'reine', sizeId: 'm', quantity: 1, changes: [] }],
    overrides: [{ kind: 'free' as const, lineId: '1', reason: 'Client fidèle' }],
  };

  test('a cashier cannot give a pizza away, a manager can, and the reason is kept', async () => {
    await expect(till.place(offered)).rejects.toThrow('staff.right-needed');
    const orderId = await tillOf(store, MANAGER).place(offered);
    const { lines, totalCents } = await till.detail(orderId);
    expect(totalCents).toBe(0);
    expect(lines[0]?.override).toMatchObject({ kind: 'free', reason: 'Client fidèle' });
  });

  test('a discount by hand is shared over the lines and says why', async () => {
    const orderId = await tillOf(store, MANAGER).place({
      manualDiscounts: [{ value: { kind: 'rate', rateBp: 1_000 }, reason: 'Attente' }],
    });
    const [line] = (await till.detail(orderId)).lines;
    expect(line?.discounts).toMatchObject([{ source: 'manual', cents: 119 }]);
  });
});

describe('orders for later', () => {
  test('an order asked for at a time is promised for it and weighs on nobody now', async () => {
    const scheduledFor = new Date(Date.now() + 5 * 3_600_000).toISOString();
    const orderId = await till.place({ scheduledFor });
    expect(await till.detail(orderId)).toMatchObject({
      isScheduled: true,
      promisedAt: scheduledFor,
    });
    expect((await till.ask('store.status', {})).pizzasWaiting).toBe(0);
    const { promisedAt } = await till.ask('order.reschedule', { orderId });
    expect(promisedAt < scheduledFor).toBe(true);
    expect((await till.ask('store.status', {})).pizzasWaiting).toBe(1);
  });
});

describe('an order sold again', () => {
  test('comes back line by line, and what is out is named', async () => {
    const orderId = await till.place({
      lines: [
        { productId: 'reine', sizeId: 'm', quantity: 1, changes: [] },
        { productId: 'calzone', sizeId: 'm', quantity: 1, changes: [] },
      ],
    });
    await till.ask('menu.mark-sold-out', { target: { kind: 'product', productId: 'calzone' } });
    const again = await till.ask('order.again', { orderId });
    expect(again.lines.map(({ productId }) => productId)).toEqual(['reine']);
    expect(again.missing).toMatchObject([{ why: 'sold-out' }]);
  });
});

describe('a code for once a customer', () => {
  const order = {
    lines: [{ productId: 'reine', sizeId: 'm', quantity: 2, changes: [] }],
    couponCodes: ['BIENVENUE'],
  };
  const asked = { channel: 'counter' as const, mode: 'take-away' as const, ...order };

  test('gives nothing to somebody nobody knows: it would be given to them each time', async () => {
    const { unusedCoupons, totalCents } = await till.ask('order.price', asked);
    expect(unusedCoupons).toEqual([{ code: 'BIENVENUE', why: 'no-customer' }]);
    expect(totalCents).toBe(2_380);
  });

  test('is given once to a customer, and again once that order is cancelled', async () => {
    const customerId = newId();
    const orderId = await till.place({ ...order, customerId });
    expect((await till.detail(orderId)).totalCents).toBe(1_880);
    const again = () => till.ask('order.price', { ...asked, customerId });
    expect((await again()).unusedCoupons).toMatchObject([{ why: 'used-up' }]);
    await till.ask('order.cancel', { orderId, reason: 'Erreur de saisie' });
    expect((await again()).totalCents).toBe(1_880);
  });
});

describe('points', () => {
  const line = { productId: 'reine', sizeId: 'm', changes: [] };
  /** Somebody with 119 points. */
  async function regular(): Promise<string> {
    const customerId = newId();
    await till.ask('customer.save', { customerId, name: 'Diallo', phones: [], addresses: [] });
    const orderId = await till.place({
      customerId,
      lines: [{ ...line, quantity: 10 }],
      payment: { method: 'cash', paymentId: newId(), tenderedCents: 20_000 },
    });
    for (const step of ['order.start', 'order.finish', 'order.hand-over'] as const)
      await till.ask(step, { orderId });
    return customerId;
  }
  const pointsOf = async (customerId: string) =>
    (await till.ask('customer.sheet', { customerId })).customer.loyaltyPoints;

  test('are spent by whole rewards: what brings nothing is not taken', async () => {
    const customerId = await regular();
    expect(await pointsOf(customerId)).toBe(119);
    await till.place({ customerId, loyaltyPoints: 119, lines: [{ ...line, quantity: 1 }] });
    expect(await pointsOf(customerId)).toBe(19);
    await till.place({ customerId, loyaltyPoints: 19, lines: [{ ...line, quantity: 1 }] });
    expect(await pointsOf(customerId)).toBe(19);
  });

  test('are spent once, though two tills spend them while a manager types their PIN', async () => {
    const customerId = await regular();
    const spend = () =>
      till.place({
        customerId,
        loyaltyPoints: 100,
        lines: [
          { ...line, lineId: '1', quantity: 1 },
          { ...line, lineId: '2', quantity: 1 },
        ],
        overrides: [{ kind: 'free', lineId: '2', reason: 'Client fidèle' }],
        approval: NADIA,
      });
    const outcomes = await Promise.allSettled([spend(), spend()]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = outcomes.find((outcome) => outcome.status === 'rejected');
    expect(String(refused?.reason)).toContain('loyalty.not-enough');
  });
});
