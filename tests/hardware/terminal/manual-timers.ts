import type { Timers } from '#hardware/link/timers.ts';

/** Timers whose time passes only when told, and a clock on the wall that can be set apart from them. */
export function manualTimers() {
  let passedMs = 0;
  let wall = Date.parse('2026-11-20T19:00:00Z');
  const waiting = new Set<{ readonly atMs: number; readonly run: () => void }>();
  const timers: Timers = {
    after(delayMs, run) {
      const entry = { atMs: passedMs + delayMs, run };
      waiting.add(entry);
      return () => void waiting.delete(entry);
    },
  };
  return {
    timers,
    now: () => new Date(wall).toISOString(),
    /** How many waits are under way. */
    count: () => waiting.size,
    /** Somebody sets the clock of the computer. */
    setClock(byMs: number) {
      wall += byMs;
    },
    /** Time passes, the computer awake or asleep: what is due runs, the earliest first. */
    pass(byMs: number) {
      wall += byMs;
      passedMs += byMs;
      const due = [...waiting]
        .filter(({ atMs }) => atMs <= passedMs)
        .toSorted((one, other) => one.atMs - other.atMs);
      for (const entry of due) if (waiting.delete(entry)) entry.run();
    },
  };
}
