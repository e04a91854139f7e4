import type { Block } from '#app/receipt/blocks.ts';

import { type Log, silentLog } from '../link/log.ts';
import { systemTimers, type Timers } from '../link/timers.ts';
import { tcpTransport } from '../link/tcp.ts';
import type { Transport } from '../link/transport.ts';
import { type Dialect, dialectOf } from './dialect.ts';
import type { ReachFailure } from './held-line.ts';
import { type Ending, PRINTER_TIMES, type PrinterTimes } from './link.ts';
import type { PrinterProfile } from './profile.ts';
import { drawerBytes, receiptBytes } from './receipt-bytes.ts';
import { type PrinterSession, printerSession } from './session.ts';
import { isHeldUp, type PrinterCondition, type PrinterStatus } from './status.ts';

/** Either blocks, laid out for the printer's own paper, or bytes made by `receiptBytes`. */
export type PrintJob = { readonly jobId: string | number } & (
  | { readonly blocks: readonly Block[] }
  | { readonly bytes: Uint8Array }
);

/** No byte of the job left: it may be tried again without a thought. */
export type NotSentReason =
  | ReachFailure
  | 'queue-refused'
  /** It said so before a byte left; many errors pass by themselves (DLE EOT 3 bit 6, a hot head). */
  | 'printer-error';
/** It may be on paper, wholly or in part: never printed again without a mark. */
export type UnknownReason =
  | 'connection-lost'
  | 'no-answer'
  | 'no-confirmation'
  | 'cover-open'
  | 'paper-end'
  | 'cutter'
  | 'error'
  | 'offline';
/** Trying again as it is cannot help. */
export type RejectedReason = 'empty' | 'too-large' | 'too-many-waiting' | 'no-drawer';

export type PrintOutcome =
  | { readonly status: 'printed' }
  /** Handed to a queue of the operating system, which never says what became of it. */
  | { readonly status: 'unverified' }
  | { readonly status: 'not-sent'; readonly reason: NotSentReason }
  | { readonly status: 'unknown'; readonly reason: UnknownReason | 'fault' }
  | { readonly status: 'rejected'; readonly reason: RejectedReason };

export type ReceiptPrinter = {
  readonly print: (job: PrintJob) => Promise<PrintOutcome>;
  /** A command of its own; never repeat it by yourself: a drawer that opens twice is a theft. */
  readonly openDrawer: (jobId: string | number) => Promise<PrintOutcome>;
  /** After a cutter jam was cleared by hand. */
  readonly recover: () => Promise<boolean>;
  readonly status: () => PrinterStatus;
  /** Called on every change, not with the current state. The answer ends it. */
  readonly onStatus: (listener: (status: PrinterStatus) => void) => () => void;
  readonly close: () => Promise<void>;
};

export type PrinterOptions = {
  readonly profile: PrinterProfile;
  /** ISO 8601 in UTC. */
  readonly now: () => string;
  readonly timers?: Timers;
  readonly log?: Log;
  readonly times?: Partial<PrinterTimes>;
  /** Other tills print on it too, so the line is not held between jobs. */
  readonly isShared?: boolean;
};

/** Largest job: some 200 receipts. */
const JOB_BYTES_MAX = 256 * 1_024;
/** Jobs that may wait their turn; the durable queue is not here. */
const WAITING_MAX = 50;

/**
 * A receipt printer on TCP port 9100, held by this till alone. `printed` means that the printer said
 * so with our own job id; that the system took the bytes proves nothing (with the paper out, open
 * drivers reported success for every receipt).
 */
export function tcpPrinter(
  options: { readonly host: string; readonly port: number } & PrinterOptions,
): ReceiptPrinter {
  return printerOver(tcpTransport(options), options);
}

/** The same over any transport. */
export function printerOver(transport: Transport, options: PrinterOptions): ReceiptPrinter {
  const { profile, now } = options;
  const log = options.log ?? silentLog;
  const dialect = dialectOf(profile);
  const session = printerSession({
    transport,
    timers: options.timers ?? systemTimers,
    times: { ...PRINTER_TIMES, ...options.times },
    log,
    now,
    dialect,
    drawerShutIs: profile.drawer ? profile.drawerShutIs : undefined,
    mustAnswer: profile.jobId,
    isShared: options.isShared ?? false,
  });
  let waiting = 0;

  async function send(id: string | number, bytes: Uint8Array): Promise<PrintOutcome> {
    const jobId = String(id);
    if (waiting >= WAITING_MAX) return { status: 'rejected', reason: 'too-many-waiting' };
    waiting += 1;
    try {
      const outcome = await session.inTurn(() => attempt({ session, dialect, jobId, bytes, now }));
      log.info({ jobId, bytes: bytes.length, ...outcome }, 'print job ended');
      return outcome;
    } finally {
      waiting -= 1;
    }
  }

  return {
    async print(job) {
      const bytes = 'blocks' in job ? bytesOf(job.blocks, profile) : job.bytes;
      if (bytes.length === 0) return { status: 'rejected', reason: 'empty' };
      if (bytes.length > JOB_BYTES_MAX) return { status: 'rejected', reason: 'too-large' };
      return send(job.jobId, bytes);
    },
    openDrawer: async (jobId) =>
      profile.drawer
        ? send(jobId, drawerBytes(profile))
        : { status: 'rejected', reason: 'no-drawer' },
    recover: () =>
      session.inTurn(async () => {
        const reached = await session.reach();
        return (
          reached.status === 'reached' && (await reached.link.greet(dialect.recover)) !== 'lost'
        );
      }),
    status: session.status,
    onStatus: session.onStatus,
    close: session.close,
  };
}

function bytesOf(blocks: readonly Block[], profile: PrinterProfile): Uint8Array {
  return blocks.length === 0 ? new Uint8Array() : receiptBytes(blocks, profile);
}

async function attempt(job: {
  readonly session: PrinterSession;
  readonly dialect: Dialect;
  readonly jobId: string;
  readonly bytes: Uint8Array;
  readonly now: () => string;
}): Promise<PrintOutcome> {
  const { session, dialect, jobId, bytes, now } = job;
  const reached = await session.reach();
  if (reached.status === 'failed') return { status: 'not-sent', reason: reached.reason };
  if (session.condition() === 'error') return { status: 'not-sent', reason: 'printer-error' };
  const asked = dialect.confirmation({ jobId, at: now() });
  const whole = Buffer.concat([session.takePrefix(), asked.before, bytes, asked.after]);
  session.setPrinting(true);
  const ending = await reached.link.exchange(whole, asked.isConfirmedBy);
  session.setPrinting(false);
  if (ending === 'confirmed' && !asked.isPaperEnd()) return { status: 'printed' };
  const condition = session.condition();
  const reason = unknownReason(ending, condition);
  // A printer that waits for paper answers when it has some; else what did not come never comes.
  if (ending === 'nothing-sent' || !isHeldUp(condition)) dialect.forgetQuestions?.();
  session.abandon(reached.link);
  if (ending === 'nothing-sent') return { status: 'not-sent', reason: 'connection-lost' };
  // It took everything and never said a word, in no job: like a queue, it will never tell.
  if (ending === 'mute') return { status: 'unverified' };
  return { status: 'unknown', reason };
}

/** What the printer last said of itself explains a silence better than the silence. */
function unknownReason(ending: Ending, condition: PrinterCondition): UnknownReason {
  switch (condition) {
    case 'cover-open':
    case 'paper-end':
    case 'cutter':
    case 'error':
    case 'offline':
      return condition;
    default:
      if (ending === 'confirmed') return 'paper-end';
      if (ending === 'lost') return 'connection-lost';
      return ending === 'silent' ? 'no-answer' : 'no-confirmation';
  }
}
