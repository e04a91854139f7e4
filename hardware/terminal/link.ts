import type { Timers } from '../link/timers.ts';
import type { Connection, ConnectionEnd } from '../link/transport.ts';
import { type AnswerRecords, answerReader } from './frame.ts';
import type { InDoubtReason } from './outcome.ts';

/** How long the driver waits for what, in milliseconds. */
export type TerminalTimes = {
  readonly connectMs: number;
  /** For the customer: card, code, authorisation. */
  readonly answerMs: number;
  /** Silence after a whole record that means: that was all. */
  readonly quietMs: number;
};

export const TERMINAL_TIMES: TerminalTimes = {
  connectMs: 5_000,
  answerMs: 150_000,
  quietMs: 1_000,
};

export type Exchange =
  /** The line was over before a byte was written. */
  | { readonly status: 'nothing-sent' }
  | { readonly status: 'answered'; readonly records: AnswerRecords }
  | { readonly status: 'unclear'; readonly reason: InDoubtReason };

/**
 * One request, one answer on one connection. An answer is whole when it holds a result (AE), ends
 * with a whole record, and one second of quiet or the end of the line follows. From the first byte
 * written, whatever else happens is unclear: closing the line does not stop a terminal.
 */
export function exchange(context: {
  readonly connection: Connection;
  readonly request: Uint8Array;
  readonly timers: Timers;
  readonly times: TerminalTimes;
  readonly signal: AbortSignal | undefined;
}): Promise<Exchange> {
  const { connection, timers, times, signal } = context;
  const { promise, resolve } = Promise.withResolvers<Exchange>();
  const reader = answerReader();
  let hasWritten = false;
  let cancelQuiet = (): void => undefined;
  const unclear = (reason: InDoubtReason): void => resolve({ status: 'unclear', reason });
  const cancelAnswer = timers.after(times.answerMs, () => unclear('no-answer'));
  const cancelled = (): void => unclear('cancelled');
  const isWhole = (): boolean => {
    const { status, records } = reader.state();
    return status === 'boundary' && records.has('AE');
  };
  const answered = (): void => resolve({ status: 'answered', records: reader.state().records });

  signal?.addEventListener('abort', cancelled, { once: true });
  connection.listen({
    received(bytes) {
      cancelQuiet();
      reader.push(bytes);
      if (reader.state().status === 'malformed') unclear('unreadable-answer');
      else if (isWhole()) cancelQuiet = timers.after(times.quietMs, answered);
    },
    over(end) {
      if (!hasWritten) resolve({ status: 'nothing-sent' });
      else if (end === 'ended' && isWhole()) answered();
      else unclear(reasonOf(end, reader.state()));
    },
  });
  // NOTE: from here on the terminal may have the request, whatever becomes of the line.
  hasWritten = true;
  void connection.write(context.request);
  return promise.finally(() => {
    cancelQuiet();
    cancelAnswer();
    signal?.removeEventListener('abort', cancelled);
    connection.close();
  });
}

function reasonOf(
  end: ConnectionEnd,
  { status }: { readonly status: 'empty' | 'inside' | 'boundary' | 'malformed' },
): InDoubtReason {
  if (end === 'closed') return 'closed';
  if (end === 'broken' || status === 'empty') return 'connection-lost';
  return status === 'boundary' ? 'no-result' : 'truncated-answer';
}
