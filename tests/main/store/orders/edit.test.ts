import { afterEach, beforeEach, describe, expect, test } from 'vitest';

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
