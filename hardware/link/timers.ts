/** Waiting, as an argument: a test or a simulated world brings its own. */
export type Timers = {
  /** Runs once after that many milliseconds; the answer cancels it. */
  readonly after: (delayMs: number, run: () => void) => () => void;
};

export const systemTimers: Timers = {
  after(delayMs, run) {
    const handle = setTimeout(run, delayMs);
    return () => clearTimeout(handle);
  },
};
