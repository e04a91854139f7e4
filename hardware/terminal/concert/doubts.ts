import type { Timers } from '../../link/timers.ts';
import { LATE_MS } from '../times.ts';
import type { ConcertAnswer, ConcertRequest } from './frame.ts';
import { isAbout } from './outcome.ts';

export type Doubt = { readonly paymentId: string; readonly request: ConcertRequest };

/** Payments whose answer may still come. */
export type Doubts = {
  readonly add: (doubt: Doubt) => void;
  readonly settle: (paymentId: string) => void;
  /** Those that an answer can be about, the oldest first. */
  readonly about: (answer: ConcertAnswer | undefined) => readonly Doubt[];
  readonly close: () => void;
};

/** Forgotten when a person settles them, or when no terminal would answer any more. */
export function openDoubts(timers: Timers): Doubts {
  const doubts = new Map<string, Doubt & { readonly cancel: () => void }>();
  const settle = (paymentId: string): void => {
    doubts.get(paymentId)?.cancel();
    doubts.delete(paymentId);
  };
  return {
    add(doubt) {
      const cancel = timers.after(LATE_MS, () => settle(doubt.paymentId));
      doubts.set(doubt.paymentId, { ...doubt, cancel });
    },
    settle,
    about(answer) {
      if (answer === undefined) return [];
      return [...doubts.values()].filter(({ request }) => isAbout(request, answer));
    },
    close() {
      for (const { cancel } of doubts.values()) cancel();
    },
  };
}
