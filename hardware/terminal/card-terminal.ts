import type { Log } from '../link/log.ts';
import type { Timers } from '../link/timers.ts';
import type { DuplicateOutcome, TerminalOutcome } from './outcome.ts';
import type { TerminalTimes } from './times.ts';

export type { CardAnswer, DuplicateOutcome, SlipFacts, TerminalOutcome } from './outcome.ts';

export type TerminalStatus = {
  readonly status: 'ready' | 'busy' | 'trouble' | 'unknown';
  /** For a person, in French: `Prêt`, `En cours`, `Refusé : carte interdite`, `Terminal injoignable`. */
  readonly detail?: string;
  /** What a person can do, in French. */
  readonly action?: string;
  /** Since when, ISO 8601 in UTC. */
  readonly since: string;
};

export type TerminalCapabilities = {
  readonly refund: boolean;
  readonly cancel: boolean;
  readonly duplicate: boolean;
  /** Whether the terminal, or its maker's servers, can say how an earlier payment ended. */
  readonly statusOf: boolean;
};

/** An amount before the terminal, in whole cents above 0. `signal` stops the wait, not the terminal. */
export type MoneyAsked = {
  readonly paymentId: string;
  readonly amountCents: number;
  readonly signal?: AbortSignal;
};

/** A refund or a cancellation is an intent of its own, linked to the payment it takes back. */
export type ReversalAsked = MoneyAsked & { readonly originalId: string };

/** The answer of a payment that was in doubt, heard after the till had given up waiting. */
export type LateAnswer = { readonly paymentId: string; readonly outcome: TerminalOutcome };

/**
 * A card terminal, whatever it speaks. The caller has written its intent down before it asks. Nothing
 * throws for what the world does. One exchange at a time (`busy` meanwhile); asked again with the
 * same id, the first outcome is given again and the terminal hears nothing.
 */
export type CardTerminal = {
  readonly capabilities: TerminalCapabilities;
  readonly pay: (asked: MoneyAsked) => Promise<TerminalOutcome>;
  readonly refund: (asked: ReversalAsked) => Promise<TerminalOutcome>;
  /** Takes an earlier payment of the same day back, in full. */
  readonly cancel: (asked: ReversalAsked) => Promise<TerminalOutcome>;
  /** Prints the last slip once more, so that a person can compare it with a payment in doubt. */
  readonly duplicate: (asked: MoneyAsked) => Promise<DuplicateOutcome>;
  /** How a payment ended, where the terminal can tell; a look, never another payment. */
  readonly statusOf?: (paymentId: string) => Promise<TerminalOutcome>;
  /** A person settled this doubt: a late answer of it is not waited for any more. */
  readonly settle: (paymentId: string) => void;
  readonly onLate: (listener: (late: LateAnswer) => void) => () => void;
  /** Whether it is there, asked without any amount. */
  readonly probe: () => Promise<TerminalStatus>;
  readonly status: () => TerminalStatus;
  readonly onStatus: (listener: (status: TerminalStatus) => void) => () => void;
  /** A payment under way ends in doubt, or not sent where nothing was written. */
  readonly close: () => Promise<void>;
};

export type TerminalOptions = {
  /** Number of the till, `01` to `99`. */
  readonly tillNumber: string;
  /** ISO 8601 in UTC. */
  readonly now: () => string;
  readonly timers?: Timers;
  readonly log?: Log;
  readonly times?: Partial<TerminalTimes>;
};

/** What a driver is asked to do. */
export type TerminalRequest = {
  readonly action: 'pay' | 'refund' | 'cancel' | 'duplicate';
  readonly paymentId: string;
  readonly amountCents: number;
  /** Of the payment taken back. */
  readonly originalId?: string | undefined;
};

/** One protocol, under the common rules of `cardTerminal`, which calls it for one thing at a time. */
export type TerminalDriver = {
  readonly capabilities: TerminalCapabilities;
  readonly amountMaxCents: number;
  /** `paid` for a duplicate means: printed. `stop` ends the wait at once; see `stopReason`. */
  readonly perform: (request: TerminalRequest, stop: AbortSignal) => Promise<TerminalOutcome>;
  readonly statusOf?: (paymentId: string) => Promise<TerminalOutcome>;
  readonly settle?: (paymentId: string) => void;
  readonly probe: (stop: AbortSignal) => Promise<'ready' | 'busy' | 'unreachable'>;
  /** Whether the line needs signs of life while nothing is asked. */
  readonly hasHeartbeat: boolean;
  readonly close: () => void;
};
