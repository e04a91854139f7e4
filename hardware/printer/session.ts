import type { Log } from '../link/log.ts';
import type { Timers } from '../link/timers.ts';
import type { OpenFailure, Transport } from '../link/transport.ts';
import { ENABLE_STATUS, FLUSH, INITIALISE, type PrinterMessage, PROBE } from './frame.ts';
import { type PrinterLink, type PrinterTimes, printerLink } from './link.ts';
import { type StatusBoard, statusBoard } from './status-board.ts';
import { conditionOf } from './status.ts';

export type ReachFailure = OpenFailure | 'connection-lost' | 'no-answer' | 'closed';

export type Reached =
  | { readonly status: 'reached'; readonly link: PrinterLink }
  | { readonly status: 'failed'; readonly reason: ReachFailure };

export type PrinterSession = Pick<StatusBoard, 'condition' | 'status' | 'onStatus'> & {
  /** One at a time, the look at an idle printer included. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
  /** A connection whose printer has just given a sign of life. Only inside `inTurn`. */
  readonly reach: () => Promise<Reached>;
  readonly setPrinting: (isPrinting: boolean) => void;
  /** To be sent before a job: ends what an earlier one may have left in mid-command. */
  readonly takePrefix: () => Uint8Array;
  /** Gives a connection up whose job ended unclear; the next job starts on a fresh one. */
  readonly abandon: (link: PrinterLink) => void;
  readonly close: () => Promise<void>;
};

type Context = {
  readonly transport: Transport;
  readonly timers: Timers;
  readonly times: PrinterTimes;
  readonly log: Log;
  readonly now: () => string;
  /** A printer that must answer gets no job while silent; some clones know no status command. */
  readonly mustAnswer: boolean;
};

const GREETING = Uint8Array.from([...ENABLE_STATUS, ...PROBE]);
const RESET = Uint8Array.from([...FLUSH, ...INITIALISE]);
const NOTHING = new Uint8Array();

/** Holds the line to a printer: opens it, asks after it while idle, opens it again with back-off. */
export function printerSession(context: Context): PrinterSession {
  const { times, timers, log, transport } = context;
  const board = statusBoard(context.now);
  let link: PrinterLink | undefined;
  let isTorn = false;
  let isClosed = false;
  let reconnectMs = times.reconnectMs;
  let last: Promise<unknown> = Promise.resolve();
  let cancelLook = (): void => undefined;

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  }

  async function reach(): Promise<Reached> {
    const held = link;
    const reached = await tryToReach();
    // An idle line may have died unnoticed: once more, on a fresh one.
    const result = reached.status === 'failed' && held !== undefined ? await tryToReach() : reached;
    if (result.status === 'failed') {
      board.set('unreachable');
      log.warn({ printer: transport.address, reason: result.reason }, 'printer not reached');
    } else reconnectMs = times.reconnectMs;
    return result;
  }

  async function tryToReach(): Promise<Reached> {
    const failure = link === undefined ? await open() : undefined;
    if (failure !== undefined || link === undefined) {
      return { status: 'failed', reason: isClosed ? 'closed' : (failure ?? 'connection-lost') };
    }
    const candidate = link;
    const answer = await candidate.greet(GREETING);
    const isUsable = answer === 'alive' || (answer === 'silent' && !context.mustAnswer);
    if (isUsable) return { status: 'reached', link: candidate };
    drop(candidate);
    return { status: 'failed', reason: answer === 'silent' ? 'no-answer' : 'connection-lost' };
  }

  async function open(): Promise<ReachFailure | undefined> {
    if (isClosed) return 'closed';
    const opening = await transport.open(times.connectMs);
    if (opening.status === 'failed') return opening.reason;
    if (isClosed) {
      opening.connection.close();
      return 'closed';
    }
    board.set('unknown');
    const opened = printerLink({
      connection: opening.connection,
      timers,
      times,
      onMessage: (message) => note(board, message),
      onOver: () => {
        if (link === opened) lose();
      },
    });
    link = opened.isOver() ? undefined : opened;
    return link === undefined ? 'connection-lost' : undefined;
  }

  function lose(): void {
    link = undefined;
    if (isClosed) return;
    board.set('unreachable');
    lookAfter(reconnectMs);
  }

  function drop(dropped: PrinterLink): void {
    if (link === dropped) link = undefined;
    dropped.close();
  }

  function lookAfter(delayMs: number): void {
    cancelLook();
    if (!isClosed) cancelLook = timers.after(delayMs, () => void inTurn(look));
  }

  async function look(): Promise<void> {
    const result = await reach();
    if (result.status === 'failed') {
      lookAfter(reconnectMs);
      reconnectMs = Math.min(reconnectMs * 2, times.reconnectMaxMs);
    } else lookAfter(times.probeMs);
  }

  lookAfter(0);
  return {
    ...board,
    inTurn,
    reach,
    takePrefix() {
      const prefix = isTorn ? RESET : NOTHING;
      isTorn = false;
      return prefix;
    },
    abandon(abandoned) {
      isTorn = true;
      drop(abandoned);
      board.set('unknown');
      lookAfter(0);
    },
    async close() {
      isClosed = true;
      cancelLook();
      link?.close();
      await last;
    },
  };
}

function note(board: StatusBoard, message: PrinterMessage): void {
  if (message.type === 'status') board.set(conditionOf(message.flags));
  // DLE EOT 1, bit 3: offline. All that a printer without automatic status tells of itself.
  else if (message.type === 'real-time' && board.condition() === 'unknown') {
    board.set((message.byte & 0x08) === 0 ? 'online' : 'offline');
  }
}
