import { PUSH_MAX_ENTRIES, PUSH_MAX_TEXT, type ToStore } from '../contract/store-link.ts';
import type { Position } from '../journal/entry.ts';
import { assertNever } from '../lib/assert.ts';
import { doubtAbove, isOurs, probesBack, probesBetween } from './probes.ts';
import {
  type Common,
  type Connected,
  type Live,
  type Probing,
  type Pushing,
  reportOf,
  type SenderContext,
  type SenderEffect,
  type SenderInput,
  type SenderState,
  type SenderStep,
  type Step,
} from './sender-state.ts';

/** Batches on their way at a time: the next is read and travels while the last is stored. */
export const WINDOW = 3;
/** Doubled at each silence, up to `WAIT_MAX_MS`: a centre that is late must not be asked more often. */
export const ANSWER_TIMEOUT_MS = 5_000;
export const WAIT_MAX_MS = 60_000;
/** With nothing to send, how often to ask anyway: a centre restored from an old copy heals by itself. */
export const QUIET_PROBE_MS = 60_000;
/** Each round leaves a 39th of the doubt: three are enough for 10 million entries. */
const NARROWINGS_MAX = 3;

/**
 * Keeps the centre's copy of this journal complete: asks what the centre holds, sends what
 * follows in bounded batches, a few at a time, and asks again after a gap, a silence or a minute
 * of quiet. Reads the journal, changes nothing.
 */
export const senderStep: SenderStep = (state, input, context) => {
  const { state: next, effects } = advance(state, input, context);
  const reported = reportOf(state);
  const report = reportOf(next);
  if (report.status === reported.status && report.knownSeq === reported.knownSeq)
    return { state: next, effects };
  return { state: next, effects: [...effects, { kind: 'report', ...report }] };
};

function advance(state: SenderState, input: SenderInput, context: SenderContext): Step {
  switch (input.kind) {
    case 'connected': {
      const { timer, knownSeq, forkedAt } = state;
      const { link } = input;
      const fresh = { round: 0, failures: 0, isAnswered: false };
      return probe({ timer, knownSeq, forkedAt, link, ...fresh }, context);
    }
    case 'disconnected':
      return still(down(state, state.phase === 'revoked' ? 'revoked' : 'down'));
    case 'appended':
      return state.phase === 'pushing' ? appended(state, context) : still(state);
    case 'elapsed':
      if (state.phase === 'down' || state.phase === 'revoked') return still(state);
      return input.timer === state.timer ? elapsed(state, context) : still(state);
    case 'received':
      if (state.phase === 'down' || state.phase === 'revoked') return still(state);
      if (input.message.link !== linkOf(state)) return still(state);
      return received(state, input.message, context);
    default:
      return assertNever(input);
  }
}

function received(state: Live, message: ToStore, context: SenderContext): Step {
  switch (message.kind) {
    case 'known':
      return state.phase === 'probing' ? known(state, message.position, context) : still(state);
    case 'taken':
      return state.phase === 'pushing' ? taken(state, message.position, context) : still(state);
    case 'gap':
      return state.phase === 'pushing' ? stall(state, context) : still(state);
    case 'forked':
      return forked(state, message.at);
    case 'refused':
      return refused(state, message.code, context);
    default:
      return assertNever(message);
  }
}

function probe(state: Connected, context: SenderContext): Step {
  return hello({ ...state, probes: probesBack(context.journal), narrowings: 0 }, context);
}

function hello(
  base: Connected & Pick<Probing, 'probes' | 'narrowings'>,
  context: SenderContext,
): Step {
  const { probes, narrowings } = base;
  const round = base.round + 1;
  const state: Probing = {
    ...connectedPart(base),
    phase: 'probing',
    round,
    probes,
    narrowings,
    forkHeard: undefined,
  };
  const message = { kind: 'hello' as const, link: linkOf(state), probes: [...probes] };
  const waiting = wait(state, backOff(base.failures), context);
  return { state: waiting.state, effects: [{ kind: 'send', message }, ...waiting.effects] };
}

function known(state: Probing, position: Position, context: SenderContext): Step {
  const { journal } = context;
  // NOTE: a position that is not of this journal was never probed for: the answer is not for us.
  if (!isOurs(journal, position)) return stall(state, context);
  const high = doubtAbove(state.probes, position);
  if (high !== undefined && state.narrowings < NARROWINGS_MAX) {
    const probes = probesBetween(journal, { low: position, high });
    const narrower = { probes, narrowings: state.narrowings + 1, isAnswered: true };
    return hello({ ...state, ...narrower }, context);
  }
  const movedOn = state.knownSeq === undefined || position.seq > state.knownSeq;
  const pushing: Pushing = {
    ...connectedPart(state),
    phase: 'pushing',
    isAnswered: true,
    failures: movedOn ? 0 : state.failures,
    forkedAt: state.forkHeard,
    knownSeq: position.seq,
    sent: position,
    inFlight: [],
  };
  return restartWait(fill(pushing, context), context);
}

function taken(state: Pushing, position: Position, context: SenderContext): Step {
  const index = state.inFlight.findIndex(
    ({ seq, hash }) => seq === position.seq && hash === position.hash,
  );
  if (index === -1) return still(state);
  const inFlight = state.inFlight.slice(index + 1);
  const next: Pushing = { ...state, inFlight, knownSeq: position.seq, failures: 0 };
  return restartWait(fill(next, context), context);
}

/** The silence of the centre counts from the oldest batch on its way: later ones do not prolong it. */
function appended(state: Pushing, context: SenderContext): Step {
  const filled = fill(state, context);
  return isQuiet(state) ? restartWait(filled, context) : filled;
}

/** Reads and sends until the window is full or there is nothing more. */
function fill(before: Pushing, context: SenderContext): Step & { readonly state: Pushing } {
  const { journal } = context;
  const effects: SenderEffect[] = [];
  let state = before;
  while (state.inFlight.length < WINDOW && state.sent.seq < journal.head().seq) {
    const entries = journal.after(state.sent.seq, PUSH_MAX_ENTRIES, PUSH_MAX_TEXT);
    const last = entries.at(-1);
    if (last === undefined) break;
    const texts = entries.map((entry) => entry.text);
    const push = { kind: 'push', link: linkOf(state), after: state.sent, texts } as const;
    effects.push({ kind: 'push', push: { ...push, head: last.hash } });
    const sent = { seq: last.seq, hash: last.hash };
    state = { ...state, sent, inFlight: [...state.inFlight, sent] };
  }
  return { state, effects };
}

function restartWait(
  { state, effects }: Step & { readonly state: Pushing },
  context: SenderContext,
): Step {
  const rested = isQuiet(state) ? { ...state, failures: 0 } : state;
  const ms = isQuiet(state) ? QUIET_PROBE_MS : backOff(state.failures);
  const waiting = wait(rested, ms, context);
  return { state: waiting.state, effects: [...effects, ...waiting.effects] };
}

/** The first time ask again at once; if that does not help, rest longer and longer. */
function stall(state: Connected, context: SenderContext): Step {
  const failures = state.failures + 1;
  if (failures === 1) return probe({ ...state, failures }, context);
  const resting = { ...connectedPart(state), phase: 'resting' as const, failures };
  return wait(resting, backOff(failures - 1), context);
}

function elapsed(state: Live, context: SenderContext): Step {
  const wasWaited = state.phase === 'probing' || (state.phase === 'pushing' && !isQuiet(state));
  return probe({ ...state, failures: state.failures + (wasWaited ? 1 : 0) }, context);
}

function isQuiet(state: Pushing): boolean {
  return state.inFlight.length === 0;
}

function forked(state: Live, at: Position): Step {
  const next =
    state.phase === 'probing'
      ? { ...state, forkHeard: at, forkedAt: at }
      : { ...state, forkedAt: at };
  if (state.forkedAt !== undefined) return still(next);
  return { state: next, effects: [{ kind: 'alarm', alarm: { code: 'forked', at } }] };
}

function refused(
  state: Live,
  code: Extract<ToStore, { kind: 'refused' }>['code'],
  context: SenderContext,
): Step {
  const effects: readonly SenderEffect[] = [
    { kind: 'alarm', alarm: { code: 'refused', reason: code } },
  ];
  if (code === 'revoked') return { state: down(state, 'revoked'), effects };
  if (state.phase !== 'pushing') return still(state);
  const stalled = stall(state, context);
  return { state: stalled.state, effects: [...effects, ...stalled.effects] };
}

function down(
  { timer, knownSeq, forkedAt }: Common,
  phase: 'down' | 'revoked',
): Extract<SenderState, { phase: 'down' | 'revoked' }> {
  return { phase, timer: timer + 1, knownSeq, forkedAt };
}

function connectedPart(state: Connected): Connected {
  const { timer, knownSeq, forkedAt, link, round, failures, isAnswered } = state;
  return { timer, knownSeq, forkedAt, link, round, failures, isAnswered };
}

function still(state: SenderState): Step {
  return { state, effects: [] };
}

function linkOf({ link, round }: Connected): string {
  return `${link}.${round}`;
}

function backOff(failures: number): number {
  return Math.min(WAIT_MAX_MS, ANSWER_TIMEOUT_MS * 2 ** failures);
}

/** Between three quarters and five quarters of `ms`. */
function wait<State extends SenderState>(state: State, ms: number, context: SenderContext) {
  const timer = state.timer + 1;
  const jittered = Math.round(ms * (0.75 + context.random() / 2));
  const effects: readonly SenderEffect[] = [{ kind: 'wait', timer, ms: jittered }];
  return { state: { ...state, timer }, effects };
}
