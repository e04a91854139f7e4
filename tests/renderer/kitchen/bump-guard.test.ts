import { expect, test } from 'vitest';

import { BUMP_INTERVAL_MS, createBumpGuard } from '#renderer/kitchen/board/bump-guard.ts';

test('a second bump on the same cell within 250 ms is not obeyed', () => {
  const guard = createBumpGuard();
  expect(guard.admits(2, 1_000)).toBe(true);
  expect(guard.admits(2, 1_000 + BUMP_INTERVAL_MS - 1)).toBe(false);
  expect(guard.admits(2, 1_000 + BUMP_INTERVAL_MS)).toBe(true);
});

test('a bump that is not obeyed does not make the wait longer', () => {
  const guard = createBumpGuard();
  guard.admits(0, 1_000);
  guard.admits(0, 1_200);
  expect(guard.admits(0, 1_250)).toBe(true);
});

test('two hands may bump two cells at once', () => {
  const guard = createBumpGuard();
  expect(guard.admits(0, 1_000)).toBe(true);
  expect(guard.admits(1, 1_000)).toBe(true);
});

test('a ticket that slides under the finger is not bumped by the same gesture', () => {
  const guard = createBumpGuard();
  guard.seat(['a', 'b', 'c'], 0);
  guard.seat(['b', 'c'], 5_000);
  expect(guard.admits(0, 5_100)).toBe(false);
  expect(guard.admits(1, 5_100)).toBe(false);
  expect(guard.admits(0, 5_000 + BUMP_INTERVAL_MS)).toBe(true);
});

test('an order that arrives in a free cell guards nobody', () => {
  const guard = createBumpGuard();
  guard.seat(['a'], 0);
  guard.seat(['a', 'b'], 5_000);
  expect(guard.admits(0, 5_001)).toBe(true);
  expect(guard.admits(1, 5_001)).toBe(true);
});
