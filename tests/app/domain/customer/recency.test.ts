import { expect, test } from 'vitest';

import { recencyOf } from '#app/domain/customer/recency.ts';

const NOW = '2026-11-20T18:00:00.000Z';

test.each([
  [undefined, 'new'],
  ['2026-11-20T17:00:00.000Z', 'days-30'],
  ['2026-10-21T18:00:00.000Z', 'days-30'],
  ['2026-10-21T17:59:59.000Z', 'days-60'],
  ['2026-09-21T18:00:00.000Z', 'days-60'],
  ['2026-08-22T18:00:00.000Z', 'days-90'],
  ['2026-08-22T17:00:00.000Z', 'older'],
  ['2026-11-21T18:00:00.000Z', 'days-30'],
] as const)('whose last order was %s is %s', (lastOrderAt, recency) => {
  expect(recencyOf(lastOrderAt, NOW)).toBe(recency);
});
