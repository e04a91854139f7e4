import { expect, test } from 'vitest';

import { mayReload } from '#renderer/ui/fault/reloads.ts';

test('a screen that fails loads itself again, three times a minute at most', () => {
  let kept: string | null = null;
  const storage = {
    getItem: () => kept,
    setItem: (_key: string, text: string) => {
      kept = text;
    },
  };
  const at = [0, 5_000, 10_000, 15_000, 59_000, 61_000, 62_000].map((ms) => 1_000_000 + ms);
  expect(at.map((nowMs) => mayReload(storage, nowMs))).toEqual([
    ...[true, true, true],
    ...[false, false],
    ...[true, false],
  ]);
});
