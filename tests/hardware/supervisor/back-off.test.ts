import { expect, test } from 'vitest';

import { backOff } from '#hardware/supervisor/back-off.ts';

test('each further try waits twice as long, up to the longest wait, and starts anew after a success', () => {
  const waits = backOff({ firstMs: 200, maxMs: 1_000 }, () => 0);
  expect(Array.from({ length: 5 }, waits.nextMs)).toEqual([200, 400, 800, 1_000, 1_000]);
  expect(waits.tries()).toBe(5);
  waits.reset();
  expect(waits.nextMs()).toBe(200);
});

test('tills that lost the same device do not come back at the same moment, and never wait longer', () => {
  const some = [0, 0.25, 0.5, 0.999].map((chance) =>
    backOff({ firstMs: 1_000, maxMs: 8_000 }, () => chance).nextMs(),
  );
  expect(new Set(some).size).toBe(4);
  for (const waitMs of some) {
    expect(waitMs).toBeGreaterThan(499);
    expect(waitMs).toBeLessThanOrEqual(1_000);
  }
});

test('after a thousand failures the wait is still the longest one', () => {
  const waits = backOff({ firstMs: 200, maxMs: 15_000 }, () => 0);
  for (let failure = 0; failure < 1_000; failure += 1) waits.nextMs();
  expect(waits.nextMs()).toBe(15_000);
});
