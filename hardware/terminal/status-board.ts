import type { TerminalStatus } from './card-terminal.ts';
import type { TerminalOutcome } from './outcome.ts';
import {
  CHECK_CABLE,
  CHECK_SLIP,
  frenchOutcome,
  isReachable,
  READY,
  UNDER_WAY,
  UNREACHABLE,
} from './text.ts';

export type Shown = Omit<TerminalStatus, 'since'>;

export type TerminalBoard = {
  readonly show: (next: Shown) => void;
  /** What a look told; it does not wipe out how the last payment ended. */
  readonly showProbe: (next: Shown) => void;
  readonly status: () => TerminalStatus;
  readonly onStatus: (listener: (status: TerminalStatus) => void) => () => void;
};

/** The state of a terminal for a person, told when it changes. */
export function statusBoard(now: () => string): TerminalBoard {
  const listeners = new Set<(status: TerminalStatus) => void>();
  let status: TerminalStatus = { status: 'unknown', since: now() };

  function show(next: Shown): void {
    const isSame =
      next.status === status.status &&
      next.detail === status.detail &&
      next.action === status.action;
    if (isSame) return;
    status = { ...next, since: now() };
    for (const listener of listeners) listener(status);
  }

  return {
    show,
    showProbe(next) {
      if (next.status !== status.status) show(next);
    },
    status: () => status,
    onStatus(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** What an outcome tells of the terminal itself. */
export function statusAfter(outcome: TerminalOutcome): Shown {
  const detail = frenchOutcome(outcome);
  // Whether the payment is settled since is for the till to say; of the terminal nothing is known.
  if (outcome.status === 'in-doubt') return { status: 'unknown', detail, action: CHECK_SLIP };
  if (outcome.status === 'not-sent' && !isReachable(outcome.reason))
    return { status: 'trouble', detail: UNREACHABLE, action: CHECK_CABLE };
  const isTold = outcome.status === 'declined' || outcome.status === 'busy';
  return { status: 'ready', detail: isTold ? detail : READY };
}

export function statusOfProbe(found: 'ready' | 'busy' | 'unreachable'): Shown {
  if (found === 'ready') return { status: 'ready', detail: READY };
  if (found === 'busy') return { status: 'busy', detail: UNDER_WAY };
  return { status: 'trouble', detail: UNREACHABLE, action: CHECK_CABLE };
}
