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

/**
 * One request, one answer on one connection. An answer is whole when it holds a result (AE), ends
 * with a whole record, and one second of quiet or the end of the line follows. From the first byte
 * written, whatever else happens is unclear: closing the line does not stop a terminal. A line whose
 * answer did not come in time stays open a while for `late`; `close` ends that wait.
 */
export function exchange(context: {
  readonly connection: Connection;
  readonly request: Uint8Array;
  readonly timers: Timers;
  readonly times: Pick<TerminalTimes, 'answerMs' | 'quietMs'>;
  readonly stop: AbortSignal;
  readonly late: (records: AnswerRecords) => void;
}): { readonly result: Promise<Exchange>; readonly close: () => void } {
  const { connection, timers, times, stop } = context;
  const { promise, resolve } = Promise.withResolvers<Exchange>();
  const reader = answerReader();
  let hasWritten = false;
  let phase: 'asked' | 'late' | 'over' = 'asked';
  let cancelQuiet = (): void => undefined;
  let cancelDeadline = timers.after(times.answerMs, () => giveUp('no-answer'));
  const stopped = (): void => {
    const reason = stopReason(stop);
    if (reason === 'closed') end({ status: 'unclear', reason });
    else giveUp(reason);
  };

  function end(result: Exchange): void {
    if (phase === 'over') return;
    phase = 'over';
    cancelQuiet();
    cancelDeadline();
    stop.removeEventListener('abort', stopped);
    connection.close();
    resolve(result);
  }

  /** Nobody waits any more, though the customer may still pay: the line stays to be heard. */
  function giveUp(reason: 'no-answer' | 'cancelled'): void {
    if (phase !== 'asked') return;
    phase = 'late';
    cancelDeadline();
    const over = (): void => end({ status: 'unclear', reason });
    cancelDeadline = timers.after(LATE_MS, over);
    resolve({ status: 'unclear', reason });
  }

  function answered(): void {
    const { records } = reader.state();
    if (phase === 'late') context.late(records);
    end({ status: 'answered', records });
  }

  stop.addEventListener('abort', stopped, { once: true });
  connection.listen({
    received(bytes) {
      if (phase === 'over') return;
      cancelQuiet();
      reader.push(bytes);
      const state = reader.state();
      if (state.status === 'malformed') end({ status: 'unclear', reason: 'unreadable-answer' });
      else if (isWhole(state)) cancelQuiet = timers.after(times.quietMs, answered);
    },
    over(why) {
      if (phase === 'over') return;
      if (!hasWritten) end({ status: 'nothing-sent' });
      else if (why === 'ended' && isWhole(reader.state())) answered();
      else end({ status: 'unclear', reason: reasonOf(why, reader.state()) });
    },
  });
  if (isAsked()) {
    // NOTE: from here on the terminal may have the request, whatever becomes of the line.
    hasWritten = true;
    void connection.write(context.request);
  }
  return { result: promise, close: () => end({ status: 'unclear', reason: 'closed' }) };

  function isAsked(): boolean {
    return phase === 'asked';
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
