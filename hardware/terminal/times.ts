/** How long a driver waits for what, in milliseconds. Each protocol uses those it knows. */
export type TerminalTimes = {
  readonly connectMs: number;
  /** For the customer: card, code, authorisation. */
  readonly answerMs: number;
  /** Caisse-AP: silence after a whole record that means: that was all. */
  readonly quietMs: number;
  /** Concert: for the next byte or signal. */
  readonly byteMs: number;
  /** Concert: between two calls. */
  readonly pauseMs: number;
  /** Between two signs of life, while nothing is asked. */
  readonly heartbeatMs: number;
  /** Stripe: between two looks at the payment. */
  readonly pollMs: number;
};

/** After this long no terminal answers an old request any more. */
export const LATE_MS = 600_000;

export const TERMINAL_TIMES: TerminalTimes = {
  connectMs: 5_000,
  answerMs: 150_000,
  quietMs: 1_000,
  // "Must not be changed" (pypostelium), between bytes and for each answer on the line.
  byteMs: 3_000,
  pauseMs: 1_000,
  heartbeatMs: 60_000,
  pollMs: 1_000,
};
