import type { Logger } from 'pino';

import type { Sql } from '#app/journal/sql.ts';
import type { Block } from '#app/receipt/blocks.ts';
import type { DeviceState, PrinterRole } from '#hardware/configuration.ts';

import { isSqliteFault } from '../database/disk-faults.ts';
import { pause } from './pause.ts';
import { afterPrint, type PrintEnd } from './print-queue/after-print.ts';
import {
  markSending,
  nextOf,
  type PrintJob,
  recordCutOff,
  recordEnd,
} from './print-queue/job-rows.ts';
import { routeOf } from './print-queue/route.ts';

/** Between two tries of a job of which no byte was taken, or of a write on a full disk … */
const RETRY_MS = 2_000;
/** … twice as long each time, up to this: each try of a job is two durable writes. */
const RETRY_MAX_MS = 15_000;
/** The queue itself rests under this name, which no printer has. */
const QUEUE = '';
const ROLES: readonly PrinterRole[] = ['kitchen', 'receipt', 'label'];

/** A printer of the store and what it is for. */
export type QueuePrinter = {
  readonly id: string;
  readonly roles: readonly PrinterRole[];
  readonly state: () => Pick<DeviceState, 'status' | 'since'>;
  readonly print: (job: {
    readonly jobId: number;
    readonly blocks: readonly Block[];
  }) => Promise<PrintEnd>;
};

export type PrintQueueContext = {
  readonly sql: Sql;
  /** Asked before each print: the settings may change. */
  readonly printers: () => readonly QueuePrinter[];
  /** Throws where no document can be made of the job. */
  readonly documentOf: (job: PrintJob) => readonly Block[];
  /** ISO 8601 in UTC. */
  readonly now: () => string;
  readonly log: Logger;
  readonly onChange: () => void;
};

export type PrintQueue = {
  /** There may be something to print, or a printer has changed. */
  readonly nudge: () => void;
  readonly close: () => Promise<void>;
};

/**
 * Prints what is queued, in order, on the printer that its role leads to; each printer goes at its own
 * pace. A job is `sending`, durably, before its first byte leaves; what a crash leaves there is
 * `unknown`, and the rule against double prints decides.
 */
export function printQueue(context: PrintQueueContext): PrintQueue {
  const { sql, log, now } = context;
  const stop = new AbortController();
  const lanes = new Map<string, Promise<void>>();
  const rests = restsOf(stop.signal);
  guarded(() => recordCutOff(sql, now()));

  /** NOTE: must not throw: a queue that ends takes the whole store node with it. */
  function guarded(work: () => void): void {
    try {
      work();
      rests.forget(QUEUE);
    } catch (fault) {
      log.error({ err: fault }, 'the print queue cannot be written');
      if (!rests.isResting(QUEUE)) void rests.rest(QUEUE).then(pump);
    }
  }

  /** Gives each idle printer the oldest document that is for it. */
  function pump(): void {
    if (stop.signal.aborted) return;
    guarded(() => {
      const waiting = ROLES.flatMap((role) => nextOf(sql, role) ?? []);
      for (const job of waiting.sort((left, right) => left.job_id - right.job_id)) start(job);
    });
  }

  function start(job: PrintJob): void {
    const printers = context.printers();
    const states = printers.map(({ id, roles, state }) => ({ id, roles, state: state() }));
    const id = routeOf(job.role as PrinterRole, states, now());
    const printer = printers.find((candidate) => candidate.id === id);
    if (printer === undefined || lanes.has(printer.id)) return;
    markSending(sql, job.job_id, printer.id);
    context.onChange();
    lanes.set(printer.id, run(job, printer));
  }

  async function run(job: PrintJob, printer: QueuePrinter): Promise<void> {
    const end = await printed(context, job, printer);
    await keep(context, stop.signal, { job, end });
    if (end.status === 'not-sent') await rests.rest(printer.id);
    else rests.forget(printer.id);
    lanes.delete(printer.id);
    pump();
  }

  pump();
  return {
    nudge() {
      rests.wake();
      // Whoever asked gets their answer first: marking a job is a durable write.
      setImmediate(pump);
    },
    async close() {
      stop.abort();
      await Promise.all(lanes.values());
    },
  };
}

/** What came out of the printer is written as soon as it can be; the job is not tried again for it. */
async function keep(
  { sql, log, now, onChange }: PrintQueueContext,
  signal: AbortSignal,
  { job, end }: { readonly job: PrintJob; readonly end: PrintEnd },
): Promise<void> {
  const { state, reason } = afterPrint(job, end);
  const { job_id: jobId, order_id: orderId, document, copy } = job;
  for (;;)
    try {
      recordEnd(sql, job, end, now());
      onChange();
      log.info({ jobId, document, orderId, copy, state, reason }, 'print job');
      return;
    } catch (fault) {
      log.error({ err: fault, jobId, state }, 'the end of a print job cannot be written yet');
      if (signal.aborted || !isSqliteFault(fault)) return;
      await pause(RETRY_MS, signal);
    }
}

/** How long who waits before the next try: longer each time, until it went well or somebody asks. */
function restsOf(signal: AbortSignal) {
  const waits = new Map<string, number>();
  const resting = new Set<string>();
  let woken = new AbortController();
  return {
    async rest(who: string): Promise<void> {
      const waitMs = waits.get(who) ?? RETRY_MS;
      waits.set(who, Math.min(2 * waitMs, RETRY_MAX_MS));
      resting.add(who);
      await pause(waitMs, AbortSignal.any([signal, woken.signal]));
      resting.delete(who);
    },
    isResting: (who: string) => resting.has(who),
    forget: (who: string) => void waits.delete(who),
    wake() {
      woken.abort();
      woken = new AbortController();
    },
  };
}

async function printed(
  { documentOf, log }: PrintQueueContext,
  job: PrintJob,
  printer: QueuePrinter,
): Promise<PrintEnd> {
  const { order_id: orderId, document } = job;
  let blocks: readonly Block[];
  try {
    blocks = documentOf(job);
  } catch (fault) {
    log.error({ err: fault, orderId, document }, 'no document can be made of an order');
    return { status: 'rejected', reason: 'fault' };
  }
  try {
    return await printer.print({ jobId: job.job_id, blocks });
  } catch (fault) {
    log.error({ err: fault, orderId, document }, 'printing broke off');
    return { status: 'unknown', reason: 'fault' };
  }
}
