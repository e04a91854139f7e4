/** How long to wait before each further try: twice as long each time, never above the last figure. */
export type BackOffTimes = { readonly firstMs: number; readonly maxMs: number };

export type BackOff = {
  /** Before the next try. Up to a half less than the full wait, so that tills do not try together. */
  readonly nextMs: () => number;
  /** Tries since the last success. */
  readonly tries: () => number;
  readonly reset: () => void;
};

/** `random` gives a number from 0 up to 1. */
export function backOff({ firstMs, maxMs }: BackOffTimes, random: () => number): BackOff {
  let tries = 0;
  return {
    nextMs() {
      const fullMs = Math.min(maxMs, firstMs * 2 ** Math.min(tries, 30));
      tries += 1;
      return Math.round(fullMs * (1 - random() / 2));
    },
    tries: () => tries,
    reset() {
      tries = 0;
    },
  };
}
