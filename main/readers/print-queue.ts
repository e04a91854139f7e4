import type { Logger } from 'pino';

import type { Block } from '#app/receipt/blocks.ts';
import { query } from '#app/journal/query.ts';
import { type Sql, statement } from '#app/journal/sql.ts';
import type { PrintOutcome, ReceiptPrinter } from '#hardware/printer/device.ts';

/** Between two tries of a job of which no byte was taken. */
const RETRY_MS = 2_000;

const oldestQueued = statement<object>()(() =>
  query
    .selectFrom('print_job')
    .select(['job_id', 'order_id', 'copy'])
    .where('state', '=', 'queued')
    .orderBy('job_id')
    .limit(1),
);
const setState = statement<{ jobId: number; state: string; reason: string | null }>()((place) =>
  query
    .updateTable('print_job')
    .set({ state: place('state'), reason: place('reason') })
    .where('job_id', '=', place('jobId')),
);
const cutOff = statement<object>()(() =>
  query
    .updateTable('print_job')
    .set({ state: 'unknown', reason: 'restarted' })
    .where('state', '=', 'sending'),
);

export type PrintQueue = {
  readonly nudge: () => void;
  readonly close: () => Promise<void>;
};

/**
 * Prints the queued receipts in order, each at most once by itself. A job is `sending`, durably,
 * before its first byte leaves; a crash then leaves it `unknown`, and only a person prints it
 * again, as a numbered duplicate. A job of which no byte was taken is tried again.
 */
export function printQueue(context: {
  readonly sql: Sql;
  readonly printer: Pick<ReceiptPrinter, 'print'>;
  readonly receiptOf: (job: { orderId: string; copy: number }) => readonly Block[];
  readonly log: Logger;
  readonly onChange: () => void;
}): PrintQueue {
  const { sql, printer, log } = context;
  const stop = new AbortController();
  let wake: () => void = () => undefined;
  sql.run(cutOff, {});
  const running = run();

  async function run(): Promise<void> {
    while (!stop.signal.aborted) {
      const job = sql.get(oldestQueued, {});
      if (job === undefined) await pause(undefined);
      else if ((await printOne(job)) === 'not-sent') await pause(RETRY_MS);
    }
  }

  async function printOne(job: { job_id: number; order_id: string; copy: number }) {
    set(job.job_id, 'sending', null);
    const outcome = await attempt(job);
    const { state, reason } = stateAfter(outcome);
    set(job.job_id, state, reason);
    log.info({ orderId: job.order_id, copy: job.copy, state, reason }, 'receipt');
    return outcome.status;
  }

  async function attempt(job: { job_id: number; order_id: string; copy: number }) {
    try {
      const blocks = context.receiptOf({ orderId: job.order_id, copy: job.copy });
      return await printer.print({ jobId: job.job_id, blocks });
    } catch (fault) {
      log.error({ err: fault, orderId: job.order_id }, 'printing broke off');
      return { status: 'unknown', reason: 'fault' } satisfies PrintOutcome;
    }
  }

  function set(jobId: number, state: string, reason: string | null): void {
    sql.run(setState, { jobId, state, reason });
    context.onChange();
  }

  /** Waits for a nudge, the end, or `forMs`. */
  async function pause(forMs: number | undefined): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = forMs === undefined ? undefined : setTimeout(resolve, forMs);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
      if (stop.signal.aborted) wake();
    });
  }

  return {
    nudge: () => wake(),
    async close() {
      stop.abort();
      wake();
      await running;
    },
  };
}

function stateAfter(outcome: PrintOutcome): { state: string; reason: string | null } {
  if (outcome.status === 'printed') return { state: 'printed', reason: null };
  if (outcome.status === 'not-sent') return { state: 'queued', reason: outcome.reason };
  if (outcome.status === 'rejected') return { state: 'failed', reason: outcome.reason };
  return { state: 'unknown', reason: outcome.reason };
}
