import type { Timers } from '../../link/timers.ts';
import type { Connection, ConnectionEnd } from '../../link/transport.ts';
import { type InDoubtReason, stopReason } from '../outcome.ts';
import { LATE_MS, type TerminalTimes } from '../times.ts';
import { type AnswerRecords, answerReader, type AnswerState } from './frame.ts';

export type Exchange =
  /** The line was over before a byte was written. */
  | { readonly status: 'nothing-sent' }
  | { readonly status: 'answered'; readonly records: AnswerRecords }
  | { readonly status: 'unclear'; readonly reason: InDoubtReason };

type Context = {
  readonly connection: Connection;
  readonly request: Uint8Array;
  readonly timers: Timers;
  readonly times: Pick<TerminalTimes, 'answerMs' | 'quietMs'>;
  readonly stop: AbortSignal;
  /** The answer came when nobody waited any more. */
  readonly late: (records: AnswerRecords) => void;
};

/**
 * One request, one answer on one connection. An answer is whole when it holds a result (AE), ends
 * with a whole record, and one second of quiet or the end of the line follows. From the first byte
 * written, whatever else happens is unclear: closing the line does not stop a terminal. A line whose
 * answer did not come in time stays open a while for `late`; `close` ends that wait.
 */
export class CaisseApExchange {
  readonly #context: Context;
  readonly #reader = answerReader();
  readonly #result = Promise.withResolvers<Exchange>();
  readonly #stopped = (): void => this.#stop();
  #hasWritten = false;
  #phase: 'asked' | 'late' | 'over' = 'asked';
  #cancelQuiet = (): void => undefined;
  #cancelDeadline = (): void => undefined;

  constructor(context: Context) {
    this.#context = context;
  }

  start(): Promise<Exchange> {
    const { connection, request, timers, times, stop } = this.#context;
    this.#cancelDeadline = timers.after(times.answerMs, () => this.#giveUp('no-answer'));
    stop.addEventListener('abort', this.#stopped, { once: true });
    connection.listen({
      received: (bytes) => this.#received(bytes),
      over: (end) => this.#lineOver(end),
    });
    if (this.#phase === 'asked') {
      // NOTE: from here on the terminal may have the request, whatever becomes of the line.
      this.#hasWritten = true;
      void connection.write(request);
    }
    return this.#result.promise;
  }

  /** The line is needed, or the driver stops. What had come whole counts: only the quiet was awaited. */
  close(): void {
    if (this.#phase !== 'over' && isWhole(this.#reader.state())) this.#answered();
    else this.#end({ status: 'unclear', reason: 'closed' });
  }

  #received(bytes: Uint8Array): void {
    if (this.#phase === 'over') return;
    const { timers, times } = this.#context;
    this.#cancelQuiet();
    this.#reader.push(bytes);
    const state = this.#reader.state();
    if (state.status === 'malformed') this.#end({ status: 'unclear', reason: 'unreadable-answer' });
    else if (isWhole(state))
      this.#cancelQuiet = timers.after(times.quietMs, () => this.#answered());
  }

  #lineOver(end: ConnectionEnd): void {
    if (this.#phase === 'over') return;
    const state = this.#reader.state();
    if (!this.#hasWritten) this.#end({ status: 'nothing-sent' });
    else if (end === 'ended' && isWhole(state)) this.#answered();
    else this.#end({ status: 'unclear', reason: reasonOf(end, state) });
  }

  #stop(): void {
    const reason = stopReason(this.#context.stop);
    if (reason === 'closed') this.close();
    else this.#giveUp(reason);
  }

  /** Nobody waits any more, though the customer may still pay: the line stays to be heard. */
  #giveUp(reason: 'no-answer' | 'cancelled'): void {
    if (this.#phase !== 'asked') return;
    this.#phase = 'late';
    this.#cancelDeadline();
    const { timers } = this.#context;
    this.#cancelDeadline = timers.after(LATE_MS, () => this.close());
    this.#result.resolve({ status: 'unclear', reason });
  }

  #answered(): void {
    const { records } = this.#reader.state();
    if (this.#phase === 'late') this.#context.late(records);
    this.#end({ status: 'answered', records });
  }

  #end(result: Exchange): void {
    if (this.#phase === 'over') return;
    this.#phase = 'over';
    this.#cancelQuiet();
    this.#cancelDeadline();
    this.#context.stop.removeEventListener('abort', this.#stopped);
    this.#context.connection.close();
    this.#result.resolve(result);
  }
}

function isWhole({ status, records }: AnswerState): boolean {
  return status === 'boundary' && records.has('AE');
}

function reasonOf(end: ConnectionEnd, { status }: AnswerState): InDoubtReason {
  if (end === 'closed') return 'closed';
  if (end === 'broken' || status === 'empty') return 'connection-lost';
  return status === 'boundary' ? 'no-result' : 'truncated-answer';
}
