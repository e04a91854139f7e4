import { query } from '#app/journal/query.ts';
import { type Sql, statement } from '#app/journal/sql.ts';
import type { PrinterRole } from '#hardware/configuration.ts';

import { afterPrint, type DocumentKind, type PrintEnd } from './after-print.ts';

/** A document waiting for paper. Its own number, what it is of, and the print: 0 is the first. */
export type PrintJob = {
  readonly job_id: number;
  readonly order_id: string;
  readonly copy: number;
  readonly role: string;
  readonly document: string;
  readonly may_be_double: number;
  readonly screen_is_out: number;
};

const COLUMNS = [
  ...(['job_id', 'order_id', 'copy', 'role', 'document'] as const),
  ...(['may_be_double', 'screen_is_out'] as const),
] as const;

const oldestQueued = statement<{ role: string }>()((place) =>
  query
    .selectFrom('print_job')
    .select(COLUMNS)
    .where('state', '=', 'queued')
    .where('role', '=', place('role'))
    .orderBy('job_id')
    .limit(1),
);
const cutOff = statement<object>()(() =>
  query.selectFrom('print_job').select(COLUMNS).where('state', '=', 'sending').orderBy('job_id'),
);
const setSending = statement<{ jobId: number; printerId: string }>()((place) =>
  query
    .updateTable('print_job')
    .set({ state: 'sending', reason: null, printer_id: place('printerId') })
    .where('job_id', '=', place('jobId')),
);
const setState = statement<{ jobId: number; state: string; reason: string | null }>()((place) =>
  query
    .updateTable('print_job')
    .set({ state: place('state'), reason: place('reason') })
    .where('job_id', '=', place('jobId')),
);
type NewRow = {
  documentId: string;
  copy: number;
  role: string;
  document: string;
  mayBeDouble: number;
  screenIsOut: number;
  at: string;
};
const insertJob = statement<NewRow>()((place) =>
  query
    .insertInto('print_job')
    .values({
      order_id: place('documentId'),
      copy: place('copy'),
      role: place('role'),
      state: 'queued',
      reason: null,
      asked_at: place('at'),
      document: place('document'),
      may_be_double: place('mayBeDouble'),
      screen_is_out: place('screenIsOut'),
      printer_id: null,
    })
    .onConflict((conflict) =>
      conflict.columns(['order_id', 'document', 'copy', 'role']).doNothing(),
    ),
);

export type NewPrintJob = {
  readonly document: DocumentKind;
  /** The order, or the document's own id. With document, copy and role it is unique: asking twice is harmless. */
  readonly documentId: string;
  readonly role: PrinterRole;
  /** 0 for the first print. */
  readonly copy?: number;
  readonly screenIsOut?: boolean;
  /** ISO 8601 in UTC. */
  readonly at: string;
};

/** Puts a document into the queue; nothing happens to one that is in it already. */
export function queueDocument(sql: Sql, job: NewPrintJob): void {
  const { documentId, document, role, at } = job;
  const screenIsOut = job.screenIsOut === true ? 1 : 0;
  const copy = job.copy ?? 0;
  sql.run(insertJob, { documentId, copy, role, document, mayBeDouble: 0, screenIsOut, at });
}

/** The oldest job of a role that waits. */
export function nextOf(sql: Sql, role: PrinterRole): PrintJob | undefined {
  return sql.get(oldestQueued, { role });
}

/** Durable before the first byte leaves. */
export function markSending(sql: Sql, jobId: number, printerId: string): void {
  sql.run(setSending, { jobId, printerId });
}

/** Writes how a job ended, and its marked second print where there is to be one. */
export function recordEnd(sql: Sql, job: PrintJob, end: PrintEnd, at: string): void {
  const { state, reason, again } = afterPrint(job, end);
  sql.transaction(() => {
    sql.run(setState, { jobId: job.job_id, state, reason });
    if (!again) return;
    sql.run(insertJob, {
      documentId: job.order_id,
      copy: job.copy + 1,
      role: job.role,
      document: job.document,
      mayBeDouble: 1,
      screenIsOut: job.screen_is_out,
      at,
    });
  });
}

/** What was on its way when the power went may have come out. */
export function recordCutOff(sql: Sql, at: string): void {
  for (const job of sql.all(cutOff, {})) {
    recordEnd(sql, job, { status: 'unknown', reason: 'restarted' }, at);
  }
}
