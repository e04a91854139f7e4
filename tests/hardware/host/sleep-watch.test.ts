import { expect, test } from 'vitest';

import { watchSleep } from '#hardware/host/sleep-watch.ts';
import { handTimers } from '#tests/main/shell/hand-timers.ts';

function watched() {
  const timers = handTimers();
  const at = { wallMs: 1_700_000_000_000, monotonicMs: 5_000 };
  const gaps: number[] = [];
  const stop = watchSleep({
    clocks: { wallMs: () => at.wallMs, monotonicMs: () => at.monotonicMs },
    timers,
    awayMs: 150_000,
    onAway: (gapMs) => gaps.push(gapMs),
  });
  const second = (move: Partial<typeof at> = {}) => {
    at.wallMs += move.wallMs ?? 1_000;
    at.monotonicMs += move.monotonicMs ?? 1_000;
    timers.pass(1_000);
  };
  return { second, gaps, timers, stop };
}

test('while the machine is awake nobody is told anything', () => {
  const { second, gaps } = watched();
  for (let seconds = 0; seconds < 600; seconds += 1) second();
  expect(gaps).toEqual([]);
});

test.each([
  ['sleep on Linux: the growing clock stood still', { wallMs: 3_600_000 }],
  ['sleep on Windows: both clocks went on', { wallMs: 3_600_000, monotonicMs: 3_600_000 }],
  ['a clock set forward by hours', { wallMs: 3_600_000 }],
  ['a process that stood still', { monotonicMs: 200_000 }],
])('%s: the machine was away', (_name, move) => {
  const { second, gaps } = watched();
  second(move);
  second();
  expect(gaps).toHaveLength(1);
});

test.each([
  ['a nap shorter than a terminal may take', { wallMs: 60_000 }],
  ['a clock set back', { wallMs: -7_200_000 }],
])('%s is no absence', (_name, move) => {
  const { second, gaps } = watched();
  second(move);
  second();
  expect(gaps).toEqual([]);
});

test('stopped, it looks no more', () => {
  const { timers, stop } = watched();
  stop();
  expect(timers.waiting()[0]).toBeUndefined();
});
