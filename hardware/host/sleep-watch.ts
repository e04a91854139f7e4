import type { Timers } from '../link/timers.ts';

/** Two clocks: one that a person or the network may set, one that only grows. */
export type Clocks = {
  /** Milliseconds since 1970. */
  readonly wallMs: () => number;
  /** Milliseconds from some start, such as `performance.now`. */
  readonly monotonicMs: () => number;
};

const LOOK_EVERY_MS = 1_000;

/**
 * Tells when the machine was away: one of the clocks has moved on by more than `awayMs` between two
 * looks. NOTE: while a machine sleeps the monotonic clock of Linux stands still and that of Windows
 * goes on; only the two together see it everywhere. A clock set forward by hand looks the same, and is
 * taken for the same.
 */
export function watchSleep(context: {
  readonly clocks: Clocks;
  readonly timers: Timers;
  readonly awayMs: number;
  readonly onAway: (awayMs: number) => void;
}): () => void {
  const { clocks, timers, awayMs, onAway } = context;
  let last = { wallMs: clocks.wallMs(), monotonicMs: clocks.monotonicMs() };
  let callOff = timers.after(LOOK_EVERY_MS, look);
  function look(): void {
    const now = { wallMs: clocks.wallMs(), monotonicMs: clocks.monotonicMs() };
    const gapMs = Math.max(now.wallMs - last.wallMs, now.monotonicMs - last.monotonicMs);
    last = now;
    callOff = timers.after(LOOK_EVERY_MS, look);
    if (gapMs > awayMs) onAway(gapMs);
  }
  return () => callOff();
}
