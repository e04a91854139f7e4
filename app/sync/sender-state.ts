import type { Push, ToCentre, ToStore } from '../contract/store-link.ts';
import type { Position } from '../journal/entry.ts';
import type { SenderJournal } from './probes.ts';

export type SenderInput =
  /** `link` is made anew by the caller at each connection, at most 40 characters. */
  | { readonly kind: 'connected'; readonly link: string }
  | { readonly kind: 'disconnected' }
  | { readonly kind: 'received'; readonly message: ToStore }
  /** The journal has grown. */
  | { readonly kind: 'appended' }
  | { readonly kind: 'elapsed'; readonly timer: number };

export type UnsignedPush = Omit<Push, 'signature'>;

export type SenderReport = {
  /** `down`: not connected, or silent twice in a row. `set-aside`: a fork was found; still sending. */
  readonly status: 'down' | 'up' | 'set-aside' | 'revoked';
  /** What the centre said it holds, last time it said so in this run. */
  readonly knownSeq: number | undefined;
};

export type SenderEffect =
  | { readonly kind: 'send'; readonly message: Extract<ToCentre, { kind: 'hello' }> }
  /** To be signed (`headText` of its head) and sent. */
  | { readonly kind: 'push'; readonly push: UnsignedPush }
  /** Give `elapsed` after `ms`. Takes the place of the wait before it. */
  | { readonly kind: 'wait'; readonly timer: number; readonly ms: number }
  | ({ readonly kind: 'report' } & SenderReport)
  | { readonly kind: 'alarm'; readonly alarm: SenderAlarm };

/** For a person: something that the protocol cannot heal by itself. */
export type SenderAlarm =
  | { readonly code: 'forked'; readonly at: Position }
  | { readonly code: 'refused'; readonly reason: string };

export type Common = {
  readonly timer: number;
  readonly knownSeq: number | undefined;
  readonly forkedAt: Position | undefined;
};
export type Connected = Common & {
  readonly link: string;
  /** One for each hello: what answers an earlier one is dropped. */
  readonly round: number;
  /** Silences and gaps since things last moved on. */
  readonly failures: number;
  /** The centre has said something since the connection. */
  readonly isAnswered: boolean;
};
export type Probing = Connected & {
  readonly phase: 'probing';
  readonly probes: readonly Position[];
  readonly narrowings: number;
  readonly forkHeard: Position | undefined;
};
export type Pushing = Connected & {
  readonly phase: 'pushing';
  readonly sent: Position;
  /** The heads of the batches on their way, oldest first. */
  readonly inFlight: readonly Position[];
};

/** Nothing of it outlives the connection but what is shown; where to send from is always asked. */
export type SenderState =
  | (Common & { readonly phase: 'down' })
  | (Common & { readonly phase: 'revoked' })
  | Probing
  | Pushing
  | (Connected & { readonly phase: 'resting' });

/** A state with a connection to send on. */
export type Live = Exclude<SenderState, { phase: 'down' | 'revoked' }>;

export type SenderContext = {
  readonly journal: SenderJournal;
  /** From 0 up to, not including, 1. Spreads the waits of many stores. */
  readonly random: () => number;
};

export type Step = { readonly state: SenderState; readonly effects: readonly SenderEffect[] };
export type SenderStep = (state: SenderState, input: SenderInput, context: SenderContext) => Step;

export const SENDER_START: SenderState = {
  phase: 'down',
  timer: 0,
  knownSeq: undefined,
  forkedAt: undefined,
};

/** What the screens may say of the link. */
export function reportOf(state: SenderState): SenderReport {
  const { phase, knownSeq } = state;
  if (phase === 'down' || phase === 'revoked') return { status: phase, knownSeq };
  if (!state.isAnswered || state.failures > 1) return { status: 'down', knownSeq };
  return { status: state.forkedAt === undefined ? 'up' : 'set-aside', knownSeq };
}
