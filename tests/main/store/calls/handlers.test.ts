import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { inventedCustomers } from '#app/demonstration/customers.ts';
import { anOrderInput, newId } from '#tests/world/order-input.ts';
import { aStore, COUNTER, type StoreOfTest } from '#tests/world/store.ts';

let store: StoreOfTest;
beforeEach(async () => {
  store = await aStore();
});
afterEach(() => store.remove());

async function value(method: string, input: unknown): Promise<unknown> {
  const answer = await store.request(method, input, COUNTER);
  if (!answer.ok) throw new Error(`${method}: ${answer.refusal.code}`);
  return answer.value;
}
function ring(callId: string, e164?: string): void {
  store.calls({
    lineId: '1',
    ...(e164 === undefined ? {} : { e164 }),
    isPrivate: e164 === undefined,
    at: '2026-11-20T18:00:00.000Z',
    kind: 'ringing',
    sourceCallId: callId,
  });
}
async function save(name: string): Promise<string> {
  const customerId = newId();
  await value('customer.save', { customerId, name, phones: ['0612345678'], addresses: [] });
  return customerId;
}

describe('a call', () => {
  test('from a known number shows who it is, what they last had, and where it is now', async () => {
    const customerId = await save('Amélie Duchemin');
    const order = { ...anOrderInput({ payment: 'later' }), channel: 'phone', customerId };
    await value('order.place', order);
    const told = new Promise<void>((resolve) => {
      store.onChanged((topics) => topics.includes('calls') && resolve());
    });
    ring('a', '+33612345678');
    await told;
    expect(await value('calls.current', {})).toMatchObject([
      {
        callId: 'a',
        e164: '+33612345678',
        state: 'ringing',
        customer: { customerId, name: 'Amélie Duchemin' },
        others: 0,
        lastOrder: { orderId: order.orderId, text: '1 Reine' },
        openOrders: [{ orderId: order.orderId, status: 'placed' }],
      },
    ]);
  });

  test('from a number that two share suggests who ordered last, and says there is another', async () => {
    await save('Paul');
    const marie = await save('Marie');
    const order = { ...anOrderInput({ payment: 'later' }), customerId: marie };
    await value('order.place', order);
    ring('a', '+33612345678');
    expect(await value('calls.current', {})).toMatchObject([
      { customer: { name: 'Marie' }, others: 1 },
    ]);
  });

  test('from a number nobody knows, or withheld, is a call all the same', async () => {
    ring('a', '+33698765432');
    ring('b');
    expect(await value('calls.current', {})).toMatchObject([
      { callId: 'a', e164: '+33698765432', others: 0, openOrders: [] },
      { callId: 'b', others: 0, openOrders: [] },
    ]);
  });
});

test('among 5,000 customers the one who calls is there within 50 ms', async () => {
  await store.remove();
  store = await aStore({ firstCustomers: inventedCustomers(5_000) });
  const known = inventedCustomers(5_000)[4_321];
  const e164 = `+33${known?.phones[0]?.slice(1) ?? ''}`;
  ring('a', e164);
  await value('calls.current', {});
  const start = performance.now();
  const calls = await value('calls.current', {});
  expect(performance.now() - start).toBeLessThan(50);
  expect(calls).toMatchObject([{ customer: { phones: expect.arrayContaining([e164]) } }]);
});
