import { expect, test } from 'vitest';

import type { Mode } from '#app/domain/menu.ts';
import { promisedAt } from '#app/domain/promise.ts';

test.each<[Mode, number, number, string, string]>([
  ['take-away', 0, 1, '18:42:00.000', '18:48'],
  ['on-site', 0, 1, '18:42:00.000', '18:48'],
  ['take-away', 10, 2, '18:42:00.000', '18:59'],
  ['delivery', 10, 2, '18:42:00.000', '19:09'],
  ['take-away', 0, 0, '18:42:00.000', '18:47'],
  ['take-away', 0, 1, '18:42:00.001', '18:49'],
  ['take-away', 0, 1, '18:42:59.999', '18:49'],
])(
  '%s, %i pizzas before, %i of its own, at %s: %s',
  (mode, pizzasWaiting, pizzasInOrder, now, promised) => {
    expect(promisedAt({ now: `2026-11-20T${now}Z`, mode, pizzasWaiting, pizzasInOrder })).toBe(
      `2026-11-20T${promised}:00.000Z`,
    );
  },
);
