import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { inventedCustomers } from '#app/demonstration/customers.ts';
import { newId } from '#tests/world/order-input.ts';
import { aStore, COUNTER, KITCHEN, MANAGER, type StoreOfTest } from '#tests/world/store.ts';
import { type Till, tillOf } from '#tests/world/till.ts';

let store: StoreOfTest;
let till: Till;
beforeEach(async () => {
  store = await aStore();
  till = tillOf(store);
});
afterEach(() => store.remove());

const CALZONE = { productId: 'calzone', sizeId: 'm', quantity: 1, changes: [] };
const add = (lineId: string) => ({ kind: 'add' as const, line: { ...CALZONE, lineId } });
const edit = (orderId: string, operations: ReturnType<typeof add>[], baseRevision = 1) => ({
  orderId,
  baseRevision,
  editId: newId(),
  operations,
});

describe('an order changed after it was sent', () => {
  test('costs what it now is, and the kitchen is shown only what was added', async () => {
    const orderId = await till.place();
    const before = await till.detail(orderId);
    const edited = await till.ask('order.edit', edit(orderId, [add('x1')]));
    expect(edited).toMatchObject({ revision: 2 });
    expect(edited.totalCents).toBeGreaterThan(before.totalCents);
    const { tickets } = await till.ask('kitchen.board', {});
    expect(tickets[0]?.lines.map(({ name, mark }) => [name, mark])).toEqual([
      ['Reine', undefined],
      ['Calzone', 'added'],
    ]);
  });

  test('the same change sent twice by a screen that heard no answer is made once', async () => {
    const orderId = await till.place();
    const asked = edit(orderId, [add('x1')]);
    const first = await till.ask('order.edit', asked);
    expect(await till.ask('order.edit', asked)).toEqual(first);
    expect((await till.detail(orderId)).lines).toHaveLength(2);
  });

  test('two tills that change different lines both get their way', async () => {
    const other = tillOf(store, { ...COUNTER, device: undefined });
    const orderId = await till.place();
    await till.ask('order.edit', edit(orderId, [add('x1')]));
    await other.ask('order.edit', edit(orderId, [add('x2')]));
    expect((await till.detail(orderId)).lines.map(({ lineId }) => lineId)).toEqual([
      '1',
      'x1',
      'x2',
    ]);
  });

  test('two tills that change the same line: the second is told, and nothing of its change is made', async () => {
    const orderId = await till.place();
    const change = (quantity: number) => ({
      orderId,
      baseRevision: 1,
      editId: newId(),
      operations: [
        {
          kind: 'replace' as const,
          line: { lineId: '1', productId: 'reine', sizeId: 'm', quantity, changes: [] },
        },
      ],
    });
    await till.ask('order.edit', change(2));
    expect(await till.refused('order.edit', change(3))).toBe('order.edited-elsewhere');
    expect((await till.detail(orderId)).lines[0]?.quantity).toBe(2);
  });

  test('taking a pizza out that the kitchen has begun needs somebody with the right', async () => {
    const orderId = await till.place();
    await till.ask('order.edit', edit(orderId, [add('x1')]));
    await tillOf(store, KITCHEN).ask('kitchen.acknowledge', { orderId, revision: 2 });
    await till.ask('order.start', { orderId });
    const removal = {
      orderId,
      baseRevision: 2,
      editId: newId(),
      operations: [{ kind: 'remove' as const, lineId: '1' }],
      reason: 'Le client a changé d’avis',
    };
    expect(await till.refused('order.edit', removal)).toBe('staff.right-needed');
    await tillOf(store, MANAGER).ask('order.edit', removal);
    expect((await till.detail(orderId)).lines.map(({ lineId }) => lineId)).toEqual(['x1']);
  });

  test('eaten on site instead of taken away keeps its price and changes its VAT', async () => {
    const orderId = await till.place({
      lines: [{ productId: 'coca-33', sizeId: 'unit', quantity: 1, changes: [] }],
    });
    const before = await till.detail(orderId);
    await till.ask('order.edit', { ...edit(orderId, []), mode: 'on-site' });
    const after = await till.detail(orderId);
    expect(after.totalCents).toBe(before.totalCents);
    expect(after.vat.map(({ rateBp }) => rateBp)).toEqual([1000]);
    expect(before.vat.map(({ rateBp }) => rateBp)).toEqual([550]);
  });
});

describe('what was sold cheaper', () => {
  const REINE = { lineId: '1', productId: 'reine', sizeId: 'm', quantity: 1, changes: [] };
  const change = (orderId: string, quantity: number) => ({
    orderId,
    baseRevision: 1,
    editId: newId(),
    operations: [{ kind: 'replace' as const, line: { ...REINE, quantity } }],
  });

  test('one pizza given away does not become ten without somebody who may give them', async () => {
    const orderId = await tillOf(store, MANAGER).place({
      lines: [REINE],
      overrides: [{ kind: 'free', lineId: '1', reason: 'Client fidèle' }],
    });
    const asked = change(orderId, 10);
    expect(await till.refused('order.edit', asked)).toBe('staff.right-needed');
    await tillOf(store, MANAGER).ask('order.edit', asked);
    expect(await till.detail(orderId)).toMatchObject({ revision: 2, totalCents: 0 });
  });

  test('fewer of what has a price set by hand needs nobody', async () => {
    const orderId = await tillOf(store, MANAGER).place({
      lines: [{ ...REINE, quantity: 3 }],
      overrides: [{ kind: 'price', lineId: '1', unitPriceCents: 900, reason: 'Erreur de carte' }],
    });
    expect(await till.ask('order.edit', change(orderId, 2))).toMatchObject({ totalCents: 1_800 });
  });

  test('a part of a deal taken out leaves no deal: it goes as a whole, or another takes its place', async () => {
    const deal = { instance: 'd1', dealId: 'duo' };
    const part = (lineId: string, slotId: string, productId: string, sizeId: string) => ({
      ...{ lineId, productId, sizeId, quantity: 1, changes: [] },
      deal: { ...deal, slotId },
    });
    const orderId = await till.place({
      lines: [
        part('1', 'pizza-1', 'reine', 'm'),
        part('2', 'pizza-2', 'calzone', 'm'),
        part('3', 'boisson-1', 'coca-33', 'unit'),
        part('4', 'boisson-2', 'coca-33', 'unit'),
      ],
    });
    const removal = {
      orderId,
      baseRevision: 1,
      editId: newId(),
      operations: [{ kind: 'remove' as const, lineId: '4' }],
    };
    expect(await till.refused('order.edit', removal)).toBe('pricing.deal-incomplete');
    const other = part('x1', 'boisson-2', 'coca-33', 'unit');
    const { totalCents: before } = await till.detail(orderId);
    const { totalCents } = await till.ask('order.edit', {
      ...removal,
      operations: [...removal.operations, { kind: 'add' as const, line: other }],
    });
    expect(totalCents).toBe(before);
  });

  test('points spent on an order stay spent on it when its pizza is changed for another', async () => {
    const customerId = newId();
    const before = await till.place({ customerId, lines: [{ ...REINE, quantity: 10 }] });
    await till.ask('order.start', { orderId: before });
    await till.ask('order.finish', { orderId: before });
    const payment = { method: 'cash' as const, paymentId: newId(), tenderedCents: 20_000 };
    await till.ask('order.pay', { orderId: before, payment });
    await till.ask('order.hand-over', { orderId: before });
    const orderId = await till.place({ customerId, loyaltyPoints: 100, lines: [REINE] });
    const { totalCents } = await till.detail(orderId);
    const edited = await till.ask('order.edit', {
      ...change(orderId, 1),
      operations: [
        { kind: 'remove' as const, lineId: '1' },
        { kind: 'add' as const, line: { ...REINE, lineId: 'x1' } },
      ],
    });
    expect(edited.totalCents).toBe(totalCents);
  });
});

describe('what is added to an order', () => {
  test('is not what is out', async () => {
    const orderId = await till.place();
    await till.ask('menu.mark-sold-out', { target: { kind: 'product', productId: 'calzone' } });
    expect(await till.refused('order.edit', edit(orderId, [add('x1')]))).toBe('pricing.sold-out');
  });

  test('may be anything else where something of the order is out by now', async () => {
    const orderId = await till.place();
    await till.ask('menu.mark-sold-out', { target: { kind: 'product', productId: 'reine' } });
    await till.ask('order.edit', edit(orderId, [add('x1')]));
    expect((await till.detail(orderId)).lines).toHaveLength(2);
  });
});

test('an order on its way to somebody whose address was taken off their sheet can still be changed, at its fee', async () => {
  const [home] = inventedCustomers(40).flatMap((customer) =>
    customer.addresses.map((address) => ({ customer, address })),
  );
  if (home === undefined) throw new Error('an invented customer has an address');
  const { customerId } = home.customer;
  const { addressId } = home.address;
  await till.ask('customer.save', home.customer);
  const orderId = await till.place({
    ...{ mode: 'delivery', channel: 'phone', customerId, addressId },
    lines: [{ productId: 'reine', sizeId: 'm', quantity: 3, changes: [] }],
  });
  const { feeCents } = await till.detail(orderId);
  await till.ask('customer.save', { ...home.customer, addresses: [] });
  await till.ask('order.edit', edit(orderId, [add('x1')]));
  expect((await till.detail(orderId)).feeCents).toBe(feeCents);
});
