import type { Timers } from '#hardware/link/timers.ts';

export type ManualTimers = Timers & {
  /** Lets so much time pass; what falls due runs in order, each followed by what it promised. */
  readonly pass: (ms: number) => Promise<void>;
  readonly waiting: () => number;
};

/** Time in the hands of a test. */
export function manualTimers(): ManualTimers {
  let now = 0;
  let due: { readonly at: number; readonly run: () => void }[] = [];
  return {
    after(delayMs, run) {
      const one = { at: now + delayMs, run };
      due.push(one);
      return () => {
        due = due.filter((other) => other !== one);
      };
    },
    async pass(ms) {
      const end = now + ms;
      await settled();
      for (;;) {
        const [next] = due
          .filter(({ at }) => at <= end)
          .toSorted((one, other) => one.at - other.at);
        if (next === undefined) break;
        due = due.filter((other) => other !== next);
        now = next.at;
        next.run();
        await settled();
      }
      now = end;
    },
    waiting: () => due.length,
  };
}

/** All promises that are ready have had their turn. */
export async function settled(): Promise<void> {
  await new Promise<void>((resolve) => {
    setImmediate(resolve);
  });
}
