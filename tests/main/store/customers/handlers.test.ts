import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { Caller } from '#app/contract/contract.ts';
import { anOrderInput, newId } from '#tests/world/order-input.ts';
import { NADIA, SOFIA } from '#tests/world/people.ts';
import { aStore, COUNTER, KITCHEN, MANAGER, type StoreOfTest } from '#tests/world/store.ts';

let store: StoreOfTest;
beforeEach(async () => {
  store = await aStore();
});
afterEach(() => store.remove());

async function value(method: string, input: unknown): Promise<Record<string, unknown>> {
  const answer = await store.request(method, input, COUNTER);
  if (!answer.ok) throw new Error(`${method}: ${answer.refusal.code}`);
  return answer.value as Record<string, unknown>;
}

const AMELIE = {
  customerId: newId(),
  name: 'Amélie Duchemin',
  phones: ['06 12 34 56 78'],
  addresses: [
    {
      addressId: newId(),
      street: '12 Rue Paul Bert',
      postcode: '69003',
      city: 'Lyon',
      latitude: 45_757_000,
      longitude: 4_850_000,
      doorCode: '12B4',
    },
  ],
};

function journalTexts(): readonly string[] {
  const reader = new Database(`${store.folder}/store.sqlite`, { readonly: true });
  const texts = reader.prepare('select text from journal order by seq').pluck().all();
  reader.close();
  return texts.map(String);
}

async function orderFor(customerId: string, payment: 'later' | 'cash' = 'later'): Promise<string> {
  const input = { ...anOrderInput({ payment }), channel: 'phone', customerId };
  await value('order.place', input);
  return input.orderId;
}

describe('the sheet of a customer', () => {
  test('of somebody new has their numbers, addresses and what delivering there costs', async () => {
    await value('customer.save', AMELIE);
    expect(await value('customer.sheet', { customerId: AMELIE.customerId })).toEqual({
      customer: {
        customerId: AMELIE.customerId,
        name: 'Amélie Duchemin',
        phones: ['+33612345678'],
        addresses: [
          {
            ...AMELIE.addresses[0],
            zone: {
              zoneId: 'lyon-3-centre',
              name: 'Préfecture, Part-Dieu',
              feeCents: 0,
              minimumCents: 1_500,
            },
          },
        ],
        orders: 0,
        recency: 'new',
        loyaltyPoints: 0,
      },
      lastOrders: [],
      openOrders: [],
    });
  });

  test('tells where their pizza is, and offers their last order again', async () => {
    await value('customer.save', AMELIE);
    const first = await orderFor(AMELIE.customerId);
    await store.request('order.start', { orderId: first }, KITCHEN);
    expect(await value('customer.sheet', { customerId: AMELIE.customerId })).toMatchObject({
      customer: { orders: 1, recency: 'days-30' },
      lastOrders: [{ orderId: first, customerName: 'Amélie Duchemin' }],
      openOrders: [{ orderId: first, status: 'preparing' }],
      again: { lines: [{ productId: 'reine', quantity: 1 }], missing: [], mode: 'take-away' },
    });
    await store.request(
      'menu.mark-sold-out',
      {
        target: { kind: 'product', productId: 'reine' },
      },
      COUNTER,
    );
    expect(await value('customer.sheet', { customerId: AMELIE.customerId })).toMatchObject({
      again: { lines: [], missing: [{ name: 'Reine', why: 'sold-out' }] },
    });
  });

  test('shows five orders at most, the newest first', async () => {
    await value('customer.save', AMELIE);
    const orders: string[] = [];
    for (let count = 0; count < 6; count += 1) orders.unshift(await orderFor(AMELIE.customerId));
    const sheet = await value('customer.sheet', { customerId: AMELIE.customerId });
    expect((sheet['lastOrders'] as { orderId: string }[]).map(({ orderId }) => orderId)).toEqual(
      orders.slice(0, 5),
    );
  });
});

describe('who asks to be erased', () => {
  const erase = (caller: Caller, approval = {}) =>
    store.request('customer.erase', { customerId: AMELIE.customerId, ...approval }, caller);
  async function finished(orderId: string): Promise<void> {
    for (const step of ['order.start', 'order.finish'])
      await store.request(step, { orderId }, KITCHEN);
    await value('order.hand-over', { orderId });
  }

  test('leaves their orders behind, without a name', async () => {
    await value('customer.save', AMELIE);
    const orderId = await orderFor(AMELIE.customerId, 'cash');
    await finished(orderId);
    expect(await erase(MANAGER)).toEqual({ ok: true, value: {} });
    const detail = await value('order.detail', { orderId });
    expect(detail['customerId']).toBe(AMELIE.customerId);
    expect(detail['customerName']).toBeUndefined();
    expect(
      await store.request('customer.sheet', { customerId: AMELIE.customerId }, COUNTER),
    ).toMatchObject({ refusal: { code: 'customer.not-found' } });
  });

  test('waits for the end of the order that needs their address', async () => {
    await value('customer.save', AMELIE);
    const orderId = await orderFor(AMELIE.customerId, 'cash');
    expect(await erase(MANAGER)).toMatchObject({
      refusal: { code: 'customer.has-open-order', detail: { number: 1 } },
    });
    await finished(orderId);
    expect(await erase(MANAGER)).toMatchObject({ ok: true });
  });

  test('is erased by a manager, or with the PIN of one; the journal says who did and not who it was', async () => {
    await value('customer.save', AMELIE);
    expect(await erase(COUNTER)).toMatchObject({
      refusal: { code: 'staff.right-needed', detail: { right: 'customer.erase' } },
    });
    expect(await value('customer.sheet', { customerId: AMELIE.customerId })).toBeDefined();
    expect(await erase(COUNTER, { approval: NADIA })).toMatchObject({ ok: true });
    const erased = journalTexts().filter((text) => text.includes('"customer.erased"'));
    expect(erased).toHaveLength(1);
    expect(JSON.parse(erased[0] ?? '')).toMatchObject({
      data: { customerId: AMELIE.customerId, by: SOFIA.employeeId, grantedBy: NADIA.employeeId },
    });
  });

  test('is erased once: again, nothing is written', async () => {
    await value('customer.save', AMELIE);
    await erase(MANAGER);
    const before = journalTexts().length;
    expect(await erase(MANAGER)).toEqual({ ok: true, value: {} });
    expect(journalTexts()).toHaveLength(before);
  });
});

test('nothing about a customer is in the journal but an id', async () => {
  await value('customer.save', AMELIE);
  await orderFor(AMELIE.customerId);
  const journal = journalTexts().join('\n');
  expect(journal).toContain(AMELIE.customerId);
  for (const secret of ['Duchemin', '612345678', 'Paul Bert', '12B4'])
    expect(journal).not.toContain(secret);
});

test('the zone of a place is told before the address is saved', async () => {
  const place = { latitude: 45_757_000, longitude: 4_850_000 };
  expect(await value('address.zone', place)).toMatchObject({ zone: { feeCents: 0 } });
  expect(await value('address.zone', { latitude: 48_856_600, longitude: 2_352_200 })).toEqual({});
});

test('a store without an address base completes nothing and goes on', async () => {
  expect(await value('address.complete', { text: '12 rue pa' })).toEqual([]);
});
