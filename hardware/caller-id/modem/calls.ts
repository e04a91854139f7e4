import type { Timers } from '../../link/timers.ts';
import type { Heard } from '../source.ts';
import type { CallReport, ModemMessage } from './frame.ts';

/**
 * A telephone rings every 5 s in France (ETSI TR 101 183) and at most every 6 s elsewhere; silence
 * for longer is a call that was answered or given up: a modem cannot tell which.
 */
const RING_GAP_MS = 9_000;
/** The number comes between the first ring and the second. */
const NUMBER_WAIT_MS = 4_500;

type Call = {
  readonly sourceCallId: string;
  readonly rings: number;
  /** What the report said; `undefined` before it came. */
  readonly report?: CallReport | undefined;
};

/** Makes calls of rings and reports: one at a time, as an analogue line has them. */
export class ModemCalls {
  readonly #context: {
    readonly tell: (heard: Heard) => void;
    readonly timers: Timers;
    /** Different for every call, also after a restart. */
    readonly newCallId: () => string;
  };
  #call: Call | undefined;
  #cancelEnd = (): void => undefined;
  #cancelWait = (): void => undefined;

  constructor(context: {
    readonly tell: (heard: Heard) => void;
    readonly timers: Timers;
    readonly newCallId: () => string;
  }) {
    this.#context = context;
  }

  get isRinging(): boolean {
    return this.#call !== undefined;
  }

  hear(message: ModemMessage): void {
    if (message.type === 'result') return;
    if (message.type === 'ring') this.#ring();
    else this.#report(message);
    this.#cancelEnd();
    this.#cancelEnd = this.#context.timers.after(RING_GAP_MS, () => this.end());
  }

  /** The call is over, or the line that told of it. */
  end(): void {
    this.#cancelEnd();
    this.#cancelWait();
    const call = this.#call;
    this.#call = undefined;
    if (call !== undefined) {
      this.#context.tell({ kind: 'ended', sourceCallId: call.sourceCallId });
    }
  }

  #ring(): void {
    const call = this.#call ?? this.#begin();
    this.#call = { ...call, rings: call.rings + 1 };
    if (this.#call.rings > 1) this.#tell();
    else if (call.report === undefined) {
      this.#cancelWait = this.#context.timers.after(NUMBER_WAIT_MS, () => this.#tell());
    }
  }

  #report(report: CallReport): void {
    const known = this.#call?.report;
    if (known !== undefined && !isSame(known, report)) this.end();
    const call = this.#call ?? this.#begin();
    this.#call = { ...call, report };
    this.#tell();
  }

  #begin(): Call {
    const call = { sourceCallId: this.#context.newCallId(), rings: 0 };
    this.#call = call;
    return call;
  }

  #tell(): void {
    this.#cancelWait();
    const call = this.#call;
    if (call === undefined) return;
    const { sourceCallId, report } = call;
    this.#context.tell({
      kind: 'ringing',
      sourceCallId,
      number: report?.type === 'number' ? report.number : undefined,
      isPrivate: report?.type === 'private',
    });
  }
}

function isSame(one: CallReport, other: CallReport): boolean {
  if (one.type === 'number' && other.type === 'number') return one.number === other.number;
  return one.type === other.type;
}
