import type { Log } from '../link/log.ts';
import type { Timers } from '../link/timers.ts';
import type { Transport } from '../link/transport.ts';
import type { Dialect } from './dialect.ts';
import { HeldLine, type Reached } from './held-line.ts';
import type { PrinterLink, PrinterTimes } from './link.ts';
import { type StatusBoard, statusBoard } from './status-board.ts';

export type PrinterSession = Pick<
  StatusBoard,
  'condition' | 'status' | 'onStatus' | 'setPrinting'
> & {
  /** One at a time, the look at an idle printer included. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
  /** A connection whose printer has just given a sign of life. Only inside `inTurn`. */
  readonly reach: () => Promise<Reached>;
  /** To be sent before a job: ends what an earlier one may have left in mid-command. */
  readonly takePrefix: () => Uint8Array;
  /** Gives a connection up whose job ended unclear; the next job starts on a fresh one. */
  readonly abandon: (link: PrinterLink) => void;
  readonly close: () => Promise<void>;
};

const NOTHING = new Uint8Array();

type SessionContext = {
  readonly transport: Transport;
  readonly timers: Timers;
  readonly times: PrinterTimes;
  readonly log: Log;
  readonly now: () => string;
  readonly dialect: Dialect;
  /** The level of the drawer's switch while it is shut; absent where no drawer is connected. */
  readonly drawerShutIs: 'high' | 'low' | undefined;
  readonly mustAnswer: boolean;
  /** Other tills print on it too: the line is given back after every look and every job. */
  readonly isShared: boolean;
};

/** Keeps the line to a printer: looks after it while idle, opens it again with back-off. */
export function printerSession(context: SessionContext): PrinterSession {
  const { times, timers } = context;
  const board = statusBoard(context.now, context.drawerShutIs);
  let isTorn = false;
  let isClosed = false;
  let reconnectMs = times.reconnectMs;
  let cancelLook = (): void => undefined;
  const onLost = (): void => {
    board.set('unreachable');
    lookAfter(reconnectMs);
  };
  const line = new HeldLine({ ...context, board, onLost });

  const turns = oneAtATime(() => {
    if (context.isShared) line.release();
  });

  async function reach(): Promise<Reached> {
    const reached = await line.reach();
    if (reached.status === 'reached') reconnectMs = times.reconnectMs;
    return reached;
  }

  function lookAfter(delayMs: number): void {
    cancelLook();
    if (!isClosed) cancelLook = timers.after(delayMs, () => void turns.take(look));
  }

  async function look(): Promise<void> {
    const reached = await reach();
    lookAfter(reached.status === 'failed' ? reconnectMs : times.probeMs);
    if (reached.status === 'failed') {
      reconnectMs = Math.min(reconnectMs * 2, times.reconnectMaxMs);
    }
  }

  lookAfter(0);
  return {
    ...board,
    inTurn: turns.take,
    reach,
    takePrefix() {
      const prefix = isTorn ? context.dialect.reset : NOTHING;
      isTorn = false;
      return prefix;
    },
    abandon(link) {
      isTorn = true;
      line.drop(link);
      board.doubt('unknown');
      lookAfter(0);
    },
    async close() {
      isClosed = true;
      cancelLook();
      line.close();
      await turns.over();
    },
  };
}

/** Work that waits for the work before it, whatever became of that. */
function oneAtATime(after: () => void) {
  let last: Promise<unknown> = Promise.resolve();
  return {
    take<T>(work: () => Promise<T>): Promise<T> {
      const turn = last.then(work).finally(after);
      last = turn.catch(() => undefined);
      return turn;
    },
    over: () => last,
  };
}
