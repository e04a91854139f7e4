import { execFile } from 'node:child_process';

import { type Log, silentLog } from '../../link/log.ts';
import type { PrintOutcome, ReceiptPrinter } from '../device.ts';
import type { PrinterProfile } from '../profile.ts';
import { drawerBytes, receiptBytes } from '../receipt-bytes.ts';
import { statusBoard } from '../status-board.ts';
import { windowsSpooler } from './windows-spooler.ts';

/** The system's own program takes a job at once or not at all. */
const TAKE_MS = 15_000;

/** How bytes are handed to a queue of the system. */
export type SpoolCommand = {
  readonly program: string;
  readonly arguments: readonly string[];
  readonly input: Uint8Array;
};

/**
 * A printer behind a queue of the operating system. It never answers, so that nothing is ever
 * `printed`: what the queue took is `unverified` (measured: CUPS says "sent" with the paper out).
 * Throws for a queue whose name the system's program would take for an option.
 */
export function spoolerPrinter(options: {
  readonly queue: string;
  readonly profile: PrinterProfile;
  /** ISO 8601 in UTC. */
  readonly now: () => string;
  readonly log?: Log;
  readonly platform?: NodeJS.Platform;
}): ReceiptPrinter {
  const { queue, profile } = options;
  if (!/^[^-/\s][^/\n\r]*$/.test(queue)) throw new Error(`${queue} is no name of a print queue`);
  const log = options.log ?? silentLog;
  const board = statusBoard(options.now, undefined);
  board.set('one-way');
  let last: Promise<unknown> = Promise.resolve();
  let isClosed = false;

  function send(jobId: string | number, bytes: Uint8Array): Promise<PrintOutcome> {
    const turn = last.then(async (): Promise<PrintOutcome> => {
      if (isClosed) return { status: 'not-sent', reason: 'closed' };
      const outcome = await spool(spoolCommand(options.platform ?? process.platform, queue, bytes));
      log.info({ jobId: String(jobId), bytes: bytes.length, ...outcome }, 'print job spooled');
      board.set(outcome.status === 'unverified' ? 'one-way' : 'unreachable');
      return outcome;
    });
    last = turn.catch(() => undefined);
    return turn;
  }

  return {
    print(job) {
      const bytes = 'blocks' in job ? receiptBytes(job.blocks, profile) : job.bytes;
      if (bytes.length > 0) return send(job.jobId, bytes);
      return Promise.resolve({ status: 'rejected', reason: 'empty' });
    },
    openDrawer: (jobId) =>
      profile.drawer
        ? send(jobId, drawerBytes(profile))
        : Promise.resolve({ status: 'rejected', reason: 'no-drawer' }),
    recover: () => Promise.resolve(false),
    status: board.status,
    onStatus: board.onStatus,
    async close() {
      isClosed = true;
      await last;
    },
  };
}

function spoolCommand(platform: NodeJS.Platform, queue: string, bytes: Uint8Array): SpoolCommand {
  if (platform === 'win32') return windowsSpooler(queue, bytes);
  // lp(1) of CUPS: `-o raw` passes the bytes on as they are, the document comes on its input.
  return { program: 'lp', arguments: ['-d', queue, '-o', 'raw', '-t', 'OC Pizza'], input: bytes };
}

/** No shell is between: a name of a queue stays a name. */
function spool(command: SpoolCommand): Promise<PrintOutcome> {
  return new Promise((resolve) => {
    const child = execFile(
      command.program,
      command.arguments,
      { timeout: TAKE_MS, windowsHide: true },
      (fault) => {
        if (fault === null) resolve({ status: 'unverified' });
        // Stopped by us: the queue may have taken it.
        else if (fault.killed === true) resolve({ status: 'unknown', reason: 'no-answer' });
        else resolve({ status: 'not-sent', reason: 'queue-refused' });
      },
    );
    // A program that ends before it has read everything is told by its exit.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(command.input);
  });
}
