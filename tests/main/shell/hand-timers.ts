import type { Timers } from '#main/shell/timers.ts';

/** Timers that run when the test says so. */
export type HandTimers = Timers & {
  /** Lets time pass: what falls due runs, in order. */
  readonly pass: (durationMs: number) => void;
  /** The delays still being waited for, shortest first. */
  readonly waiting: () => number[];
};

export function handTimers(): HandTimers {
  let now = 0;
  let waiting: { at: number; run: () => void }[] = [];
  return {
    after(delayMs, run) {
      const timer = { at: now + delayMs, run };
      waiting.push(timer);
      return () => {
        waiting = waiting.filter((other) => other !== timer);
      };
    },
    pass(durationMs) {
      const until = now + durationMs;
      for (;;) {
        const next = waiting.toSorted((a, b) => a.at - b.at)[0];
        if (next === undefined || next.at > until) break;
        now = next.at;
        waiting = waiting.filter((other) => other !== next);
        next.run();
      }
      now = until;
    },
    waiting: () => waiting.map(({ at }) => at - now).toSorted((a, b) => a - b),
  };
}
