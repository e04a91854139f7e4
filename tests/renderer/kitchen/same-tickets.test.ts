import { expect, test } from 'vitest';

import { edited, keepSame, newcomers } from '#renderer/kitchen/board/same-tickets.ts';

import { aLine, aTicket } from './tickets.ts';

const first = () => aTicket({ orderId: 'order-1', number: 1 });
const second = () => aTicket({ orderId: 'order-2', number: 2 });

test('a ticket that did not change is the same object, so it is not drawn again', () => {
  const before = [first(), second()];
  const after = keepSame(before, [first(), { ...second(), status: 'preparing' }]);
  expect(after[0]).toBe(before[0]);
  expect(after[1]).not.toBe(before[1]);
  expect(after[1]?.status).toBe('preparing');
});

test('a board that did not change is the same board', () => {
  const before = [first(), second()];
  expect(keepSame(before, [first(), second()])).toBe(before);
});

test('the order of the node is followed, whatever was kept', () => {
  const before = [first(), second()];
  const after = keepSame(before, [second(), first()]);
  expect(after.map(({ number }) => number)).toEqual([2, 1]);
});

test('a finished order leaves the board', () => {
  expect(keepSame([first(), second()], [second()]).map(({ number }) => number)).toEqual([2]);
});

test('only an order that was not there before rings the bell', () => {
  expect(newcomers([first()], [first(), second()]).map(({ number }) => number)).toEqual([2]);
  expect(newcomers([first()], [{ ...first(), status: 'preparing' }])).toEqual([]);
});

test('an order edited or cancelled after it was sent is heard once, and not when it is seen', () => {
  const sent = aTicket();
  const added = aTicket({ revision: 2, lines: [aLine(), aLine({ mark: 'added' })] });
  const again = { ...added, revision: 3 };
  expect(edited([sent], [added])).toEqual([added]);
  expect(edited([added], [added])).toEqual([]);
  expect(edited([added], [again])).toEqual([again]);
  expect(edited([again], [{ ...again, lines: [aLine()] }])).toEqual([]);
  const cancelled = aTicket({ status: 'cancelled' });
  expect(edited([sent], [cancelled])).toEqual([cancelled]);
});

test('an order that comes to the board edited already rings as a new one, not twice', () => {
  expect(edited([], [aTicket({ lines: [aLine({ mark: 'added' })] })])).toEqual([]);
});
