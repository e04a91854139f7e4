import type { Logger } from 'pino';

import type { Block } from '#app/receipt/blocks.ts';
import { query } from '#app/journal/query.ts';
import { type Sql, statement } from '#app/journal/sql.ts';
import type { PrintOutcome, ReceiptPrinter } from '#hardware/printer/device.ts';

import { isSqliteFault } from '../database/disk-faults.ts';

/** Between two tries of a job of which no byte was taken, or of a write on a full disk … */
const RETRY_MS = 2_000;
/** … twice as long each time, up to this: each try of a job is two durable writes. */
const RETRY_MAX_MS = 15_000;

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

type Job = { readonly job_id: number; readonly order_id: string; readonly copy: number };
type After = { readonly state: string; readonly reason: string | null };

type Context = {
  readonly sql: Sql;
  readonly printer: Pick<ReceiptPrinter, 'print'>;
  readonly receiptOf: (job: { orderId: string; copy: number }) => readonly Block[];
  readonly log: Logger;
  readonly onChange: () => void;
};

export type PrintQueue = {
  readonly nudge: () => void;
  readonly close: () => Promise<void>;
};

/**
 * Prints the queued receipts in order, each at most once by itself. A job is `sending`, durably,
 * before its first byte leaves; a crash then leaves it `unknown`, and only a person prints it
 * again, as a numbered duplicate. A job of which no byte was taken is tried again.
 */
export function printQueue(context: Context): PrintQueue {
  const { sql, log } = context;
  const stop = new AbortController();
  const { pause, wake } = sleeper(stop.signal);
  sql.run(cutOff, {});
  const running = run();

  async function run(): Promise<void> {
    let waitMs = RETRY_MS;
    while (!stop.signal.aborted) {
      const step = await next();
      if (step === 'idle') await pause(undefined);
      if (step === 'again') await pause(waitMs);
      waitMs = step === 'again' ? Math.min(2 * waitMs, RETRY_MAX_MS) : RETRY_MS;
    }
  }

  /** NOTE: must not throw: a queue that ends takes the whole store node with it. */
  async function next(): Promise<'idle' | 'done' | 'again'> {
    try {
      const job = sql.get(oldestQueued, {});
      if (job === undefined) return 'idle';
      return (await printOne(job)) === 'queued' ? 'again' : 'done';
    } catch (fault) {
      log.error({ err: fault }, 'the print queue cannot be written');
      return 'again';
    }
  }

  async function printOne(job: Job): Promise<string> {
    set(job.job_id, 'sending', null);
    const { state, reason } = await attempt(context, job);
    await keep(job.job_id, state, reason);
    log.info({ orderId: job.order_id, copy: job.copy, state, reason }, 'receipt');
    return state;
  }

  /** What came out of the printer is written as soon as it can be; the job is not tried again for it. */
  async function keep(jobId: number, state: string, reason: string | null): Promise<void> {
    for (;;)
      try {
        set(jobId, state, reason);
        return;
      } catch (fault) {
        if (stop.signal.aborted || !isSqliteFault(fault)) throw fault;
        log.error({ err: fault, jobId, state }, 'the end of a print job cannot be written yet');
        await pause(RETRY_MS);
      }
  }

  function set(jobId: number, state: string, reason: string | null): void {
    sql.run(setState, { jobId, state, reason });
    context.onChange();
  }

  return {
    nudge: wake,
    async close() {
      stop.abort();
      wake();
      await running;
    },
  };
}

async function attempt({ printer, receiptOf, log }: Context, job: Job): Promise<After> {
  let blocks: readonly Block[];
  try {
    blocks = receiptOf({ orderId: job.order_id, copy: job.copy });
  } catch (fault) {
    log.error({ err: fault, orderId: job.order_id }, 'no receipt can be made of an order');
    return { state: 'failed', reason: 'fault' };
  }
  try {
    return stateAfter(await printer.print({ jobId: job.job_id, blocks }));
  } catch (fault) {
    log.error({ err: fault, orderId: job.order_id }, 'printing broke off');
    return { state: 'unknown', reason: 'fault' };
  }
}

function stateAfter(outcome: PrintOutcome): After {
  if (outcome.status === 'printed') return { state: 'printed', reason: null };
  if (outcome.status === 'not-sent') return { state: 'queued', reason: outcome.reason };
  if (outcome.status === 'rejected') return { state: 'failed', reason: outcome.reason };
  return { state: 'unknown', reason: outcome.reason };
}

/** `pause` waits for `wake`, the end, or `forMs`. */
function sleeper(signal: AbortSignal): {
  pause: (forMs: number | undefined) => Promise<void>;
  wake: () => void;
} {
  let wake: () => void = () => undefined;
  return {
    wake: () => wake(),
    pause: (forMs) =>
      new Promise((resolve) => {
        const timer = forMs === undefined ? undefined : setTimeout(resolve, forMs);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
        if (signal.aborted) wake();
      }),
  };
}
