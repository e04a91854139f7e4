import { expect, test } from 'vitest';

import type { DeviceState } from '#hardware/configuration.ts';
import { deviceBoard } from '#hardware/device-board.ts';

test('what is known of a device is told when it changes, with the time since when', () => {
  let now = '2026-11-20T19:00:00.000Z';
  const board = deviceBoard('display-1', () => now);
  const told: DeviceState[] = [];
  const stop = board.onState((state) => told.push(state));
  expect(board.state()).toMatchObject({ id: 'display-1', status: 'unknown', since: now });
  now = '2026-11-20T19:05:00.000Z';
  board.set({ status: 'trouble', detail: 'débranché', action: 'Rebrancher' });
  now = '2026-11-20T19:06:00.000Z';
  board.set({ status: 'trouble', detail: 'débranché', action: 'Rebrancher' });
  expect(told).toHaveLength(1);
  expect(board.state().since).toBe('2026-11-20T19:05:00.000Z');
  board.set({ status: 'ready' });
  expect(board.state()).toEqual({ id: 'display-1', status: 'ready', since: now });
  stop();
  board.set({ status: 'busy' });
  expect(told).toHaveLength(2);
});
