import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { anOrderInput, newId } from '#tests/world/order-input.ts';
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

async function orderFor(customerId: string): Promise<string> {
  const input = { ...anOrderInput({ payment: 'later' }), channel: 'phone', customerId };
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

test('whoever is erased leaves their orders behind, without a name', async () => {
  await value('customer.save', AMELIE);
  const orderId = await orderFor(AMELIE.customerId);
  expect(await store.request('customer.erase', { customerId: AMELIE.customerId }, MANAGER)).toEqual(
    { ok: true, value: {} },
  );
  const detail = await value('order.detail', { orderId });
  expect(detail['customerId']).toBe(AMELIE.customerId);
  expect(detail['customerName']).toBeUndefined();
  expect(
    await store.request('customer.sheet', { customerId: AMELIE.customerId }, COUNTER),
  ).toMatchObject({ refusal: { code: 'customer.not-found' } });
});

test('nothing about a customer is in the journal but an id', async () => {
  await value('customer.save', AMELIE);
  await orderFor(AMELIE.customerId);
  const { default: Database } = await import('better-sqlite3');
  const reader = new Database(`${store.folder}/store.sqlite`, { readonly: true });
  const journal = reader.prepare('select text from journal').pluck().all().join('\n');
  reader.close();
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
