import { expect, test } from 'vitest';

import { waitAfterWrongPins } from '#app/domain/staff/wrong-pins.ts';

test.each([
  [0, 0],
  [4, 0],
  [5, 30],
  [6, 60],
  [7, 120],
  [8, 240],
  [9, 480],
  [10, 900],
  [11, 900],
  [5_000, 900],
])('after %i wrong PINs in a row one waits %i seconds', (wrong, seconds) => {
  expect(waitAfterWrongPins(wrong)).toBe(seconds * 1_000);
});
