/** One source of time for a whole screen. All values in milliseconds since 1970. */
export type Ticker = {
  /** The instant, corrected by what the node says of the time. */
  readonly nowMs: () => number;
  /** An instant read on the clock of the device, as the corrected clock would have told it. */
  readonly ofDevice: (deviceMs: number) => number;
  /** Calls back at every whole multiple of `stepMs`; all who ask for one step share one timer. */
  readonly subscribe: (stepMs: number, listener: () => void) => () => void;
  /** Takes the clock of the node: a tablet may be minutes off. */
  readonly follow: (nodeNowMs: number) => void;
  readonly close: () => void;
};

/** A difference below this is the time of the answer itself, not a wrong clock. */
const CLOCK_TOLERANCE_MS = 2_000;

/** `readMs` reads the clock of the device. */
export function createTicker(readMs: () => number): Ticker {
  let offsetMs = 0;
  const steps = new Map<number, { listeners: Set<() => void>; timer: number }>();
  const nowMs = () => readMs() + offsetMs;

  const arm = (stepMs: number) => {
    const step = steps.get(stepMs);
    if (step === undefined) return;
    step.timer = window.setTimeout(
      () => {
        for (const listener of step.listeners) listener();
        arm(stepMs);
      },
      stepMs - (nowMs() % stepMs),
    );
  };

  return {
    nowMs,
    ofDevice: (deviceMs) => deviceMs + offsetMs,
    subscribe(stepMs, listener) {
      const step = steps.get(stepMs) ?? { listeners: new Set(), timer: 0 };
      const isFirst = step.listeners.size === 0;
      step.listeners.add(listener);
      steps.set(stepMs, step);
      if (isFirst) arm(stepMs);
      return () => {
        step.listeners.delete(listener);
        if (step.listeners.size > 0) return;
        window.clearTimeout(step.timer);
        steps.delete(stepMs);
      };
    },
    follow(nodeNowMs) {
      const differenceMs = nodeNowMs - readMs();
      offsetMs = Math.abs(differenceMs) < CLOCK_TOLERANCE_MS ? 0 : differenceMs;
    },
    close() {
      for (const step of steps.values()) window.clearTimeout(step.timer);
      steps.clear();
    },
  };
}
