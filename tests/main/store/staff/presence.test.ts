import { expect, test } from 'vitest';

import { presence } from '#main/store/staff/presence.ts';

test('a till is there as long as one of its connections is', () => {
  let changes = 0;
  const devices = presence(() => {
    changes += 1;
  });
  const leave = devices.connect('till-1', 'counter');
  const leaveToo = devices.connect('till-1', 'counter');
  leave();
  leave();
  expect(devices.isOnline('till-1')).toBe(true);
  leaveToo();
  expect(devices.isOnline('till-1')).toBe(false);
  expect(devices.devicesOf('counter')).toEqual(['till-1']);
  expect(devices.devicesOf('kitchen')).toEqual([]);
  expect(changes).toBe(2);
});

test('names made up by the thousand are forgotten, and those that are there are not', () => {
  const devices = presence(() => undefined);
  devices.connect('till-here', 'counter');
  for (let count = 0; count < 1_000; count += 1) devices.connect(`till-${count}`, 'counter')();
  expect(devices.devicesOf('counter').length).toBeLessThanOrEqual(200);
  expect(devices.isOnline('till-here')).toBe(true);
});
