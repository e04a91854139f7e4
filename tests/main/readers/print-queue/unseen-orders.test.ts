import { expect, test } from 'vitest';

import { unseenOrders } from '#main/readers/print-queue/unseen-orders.ts';

test('an order that no kitchen screen shows in time is to be printed, and no other', () => {
  const orders = [
    { orderId: 'seen', placedAt: '2026-11-22T19:00:00.000Z', seenAt: '2026-11-22T19:00:01.000Z' },
    { orderId: 'unseen', placedAt: '2026-11-22T19:00:00.000Z' },
    { orderId: 'just placed', placedAt: '2026-11-22T19:00:10.000Z' },
  ];
  expect(unseenOrders(orders, '2026-11-22T19:00:15.000Z')).toEqual(['unseen']);
  expect(unseenOrders(orders, '2026-11-22T19:00:14.999Z')).toEqual([]);
});
