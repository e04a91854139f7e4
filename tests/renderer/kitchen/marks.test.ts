import { describe, expect, test } from 'vitest';

import { isToBeSeen, splitByTime, standing } from '#renderer/kitchen/board/marks.ts';

import { aLine, aTicket } from './tickets.ts';

describe('what the kitchen must see again', () => {
  test('an order as it was sent has nothing to be seen', () => {
    expect(isToBeSeen(aTicket())).toBe(false);
  });

  test('a line added, changed or removed after sending is to be seen before anything else', () => {
    for (const mark of ['added', 'changed', 'removed'] as const)
      expect(isToBeSeen(aTicket({ lines: [aLine(), aLine({ mark })] }))).toBe(true);
  });

  test('a cancelled order stays until it was seen', () => {
    expect(isToBeSeen(aTicket({ status: 'cancelled' }))).toBe(true);
  });
});

test('a cancelled order is on the board and counts for nothing', () => {
  const tickets = [aTicket(), aTicket({ orderId: 'gone', status: 'cancelled' })];
  expect(standing(tickets)).toEqual([aTicket()]);
  expect(standing(tickets.slice(0, 1))).toEqual([aTicket()]);
});

describe('orders for later', () => {
  const startAt = '2026-11-22T20:10:00.000Z';
  const scheduled = aTicket({ orderId: 'later', promisedAt: '2026-11-22T20:30:00.000Z', startAt });
  const before = Date.parse('2026-11-22T20:09:59.000Z');

  test('a scheduled order is not among what is made now until it is time to begin', () => {
    expect(splitByTime([aTicket(), scheduled], before)).toEqual({
      now: [aTicket()],
      later: [scheduled],
    });
    expect(splitByTime([scheduled], Date.parse(startAt))).toEqual({ now: [scheduled], later: [] });
  });

  test('one that was begun early, or cancelled, is on the board', () => {
    for (const status of ['preparing', 'cancelled'] as const)
      expect(splitByTime([{ ...scheduled, status }], before).later).toEqual([]);
  });

  test('the one promised first comes first', () => {
    const sooner = aTicket({ orderId: 'sooner', promisedAt: '2026-11-22T20:20:00.000Z', startAt });
    expect(splitByTime([scheduled, sooner], before).later).toEqual([sooner, scheduled]);
  });

  test('without any scheduled order the board is the very same list', () => {
    const tickets = [aTicket()];
    expect(splitByTime(tickets, before).now).toBe(tickets);
  });
});
