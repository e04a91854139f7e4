/** A telephone call as a caller-id source tells it. It only ever suggests a customer. */
export type CallEvent = {
  /** The telephone line, as staff call it. */
  readonly lineId: string;
  /** `+33612345678`; absent when withheld or not understood. */
  readonly e164?: string | undefined;
  /** The caller withholds the number: normal. */
  readonly isPrivate: boolean;
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly kind: 'ringing' | 'answered' | 'ended';
  /** The same for all events of one call. */
  readonly sourceCallId: string;
};

/** Between two rings of a call, and of a call told by two sources or by every phone of a group. */
export const SAME_CALL_MS = 90_000;

/** Calls remembered; a store has a handful of lines. */
const CALLS_MAX = 64;

export type CallFilter = {
  /**
   * The event as it is to be told, or `undefined` when it says nothing new. A call with a number that
   * rang on the line less than 90 s before is that call, under the first `sourceCallId`: not told
   * again while it rings, told again once it had ended. Calls without a number are told apart by
   * their `sourceCallId` only. A number that comes late is told under the same call.
   */
  readonly accept: (event: CallEvent) => CallEvent | undefined;
};

type Call = {
  readonly told: CallEvent;
  /** Of its last ring. */
  readonly atMs: number;
  readonly names: ReadonlySet<string>;
};

/** Keeps repeated events away. One for all sources of a store joins what two of them tell. */
export function callFilter(): CallFilter {
  let calls: readonly Call[] = [];

  function keep(call: Call, instead: Call | undefined): void {
    calls = [call, ...calls.filter((other) => other !== instead)].slice(0, CALLS_MAX);
  }

  function ring(event: CallEvent): CallEvent | undefined {
    const atMs = Date.parse(event.at);
    const known = calls.find((call) => isSameCall(call, event, atMs));
    if (known === undefined) {
      keep({ told: event, atMs, names: new Set([event.sourceCallId]) }, undefined);
      return event;
    }
    const { told } = known;
    const names = new Set([...known.names, event.sourceCallId]);
    const e164 = event.e164 ?? told.e164;
    const isPrivate = e164 === undefined && (event.isPrivate || told.isPrivate);
    const isNews = told.kind === 'ended' || e164 !== told.e164 || isPrivate !== told.isPrivate;
    const next: CallEvent = {
      ...event,
      ...(e164 === undefined ? {} : { e164 }),
      isPrivate,
      kind: told.kind === 'answered' ? 'answered' : 'ringing',
      sourceCallId: told.sourceCallId,
    };
    keep({ told: next, atMs, names }, known);
    return isNews && next.kind === 'ringing' ? next : undefined;
  }

  function follow(event: CallEvent): CallEvent | undefined {
    const known = calls.find(({ names }) => names.has(event.sourceCallId));
    if (known === undefined || known.told.kind === 'ended' || known.told.kind === event.kind)
      return undefined;
    const next: CallEvent = { ...known.told, at: event.at, kind: event.kind };
    keep({ ...known, told: next }, known);
    return next;
  }

  return {
    accept: (event) => (event.kind === 'ringing' ? ring(event) : follow(event)),
  };
}

function isSameCall(call: Call, event: CallEvent, atMs: number): boolean {
  if (call.told.lineId !== event.lineId) return false;
  if (call.names.has(event.sourceCallId)) return true;
  // A clock set back makes the time between negative: as good as none.
  const isSoonAfter = atMs - call.atMs < SAME_CALL_MS;
  return isSoonAfter && event.e164 !== undefined && call.told.e164 === event.e164;
}
