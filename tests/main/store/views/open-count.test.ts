import { afterEach, expect, test } from 'vitest';

import { aStore, KITCHEN, type StoreOfTest } from '#tests/world/store.ts';
import { tillOf } from '#tests/world/till.ts';

let store: StoreOfTest;
let nowMs = Date.parse('2026-11-20T18:00:00.000Z');
afterEach(() => store.remove());

test('the bar of a till counts what its board shows as open, also what is left from the evening before', async () => {
  store = await aStore({ clock: () => nowMs });
  const till = tillOf(store);
  const kitchen = tillOf(store, KITCHEN);
  const isCounted = async (expected: { readonly open: number; readonly waiting: number }) => {
    expect(await till.ask('order.open-count', {})).toEqual(expected);
    const board = await till.ask('order.board', {});
    const open = board.filter(({ status }) => ['placed', 'preparing', 'ready'].includes(status));
    expect(open).toHaveLength(expected.open);
  };

  const cooked = await till.place();
  const begun = await till.place();
  const cancelled = await till.place();
  await isCounted({ open: 3, waiting: 3 });
  await kitchen.ask('order.start', { orderId: begun });
  await kitchen.ask('order.start', { orderId: cooked });
  await kitchen.ask('order.finish', { orderId: cooked });
  await isCounted({ open: 3, waiting: 2 });
  await till.ask('order.cancel', { orderId: cancelled, reason: 'Client parti' });
  await isCounted({ open: 2, waiting: 1 });

  nowMs += 24 * 3_600_000;
  await isCounted({ open: 2, waiting: 1 });
  await till.place();
  await isCounted({ open: 3, waiting: 2 });
});
