import type { Log } from '../link/log.ts';
import type { Timers } from '../link/timers.ts';
import type { OpenFailure, Transport } from '../link/transport.ts';
import type { Dialect } from './dialect.ts';
import { type PrinterLink, type PrinterTimes, printerLink } from './link.ts';
import type { StatusBoard } from './status-board.ts';
import { conditionOf } from './status.ts';

export type ReachFailure =
  | OpenFailure
  | 'connection-lost'
  | 'no-answer'
  | 'closed'
  /** It took the call and hung up at once: most network printers serve one session at a time. */
  | 'occupied';

export type Reached =
  | { readonly status: 'reached'; readonly link: PrinterLink }
  | { readonly status: 'failed'; readonly reason: ReachFailure };

export type LineContext = {
  readonly transport: Transport;
  readonly timers: Timers;
  readonly times: PrinterTimes;
  readonly log: Log;
  readonly board: StatusBoard;
  readonly dialect: Dialect;
  /** A printer that must answer gets no job while silent; some clones know no status command. */
  readonly mustAnswer: boolean;
  /** The line broke by itself. */
  readonly onLost: () => void;
};

/** The one line to a printer: held open, opened again when it is gone. */
export class HeldLine {
  readonly #context: LineContext;
  #link: PrinterLink | undefined;
  #isClosed = false;

  constructor(context: LineContext) {
    this.#context = context;
  }

  /** A connection whose printer has just given a sign of life. */
  async reach(): Promise<Reached> {
    const held = this.#link;
    const first = await this.#tryToReach();
    // An idle line may have died unnoticed: once more, on a fresh one.
    const isStale = first.status === 'failed' && held !== undefined;
    const reached = isStale ? await this.#tryToReach() : first;
    if (reached.status === 'failed') {
      const { board, dialect, log, transport } = this.#context;
      if (reached.reason === 'occupied') board.doubt('occupied');
      else {
        board.set('unreachable');
        // Switched off, it forgot what it was sent; unplugged, its answers went nowhere.
        dialect.forgetQuestions?.();
      }
      log.warn({ printer: transport.address, reason: reached.reason }, 'printer not reached');
    }
    return reached;
  }

  drop(link: PrinterLink): void {
    if (this.#link === link) this.#link = undefined;
    link.close();
  }

  /** Lets another till have the printer. */
  release(): void {
    const link = this.#link;
    this.#link = undefined;
    link?.close();
  }

  close(): void {
    this.#isClosed = true;
    this.#link?.close();
  }

  async #tryToReach(): Promise<Reached> {
    const failure = this.#link === undefined ? await this.#open() : undefined;
    const link = this.#link;
    if (failure !== undefined || link === undefined) {
      return {
        status: 'failed',
        reason: this.#isClosed ? 'closed' : (failure ?? 'connection-lost'),
      };
    }
    const answer = await link.greet(this.#context.dialect.wake);
    const isUsable = answer === 'alive' || (answer === 'silent' && !this.#context.mustAnswer);
    if (isUsable) return { status: 'reached', link };
    this.drop(link);
    if (answer === 'silent') return { status: 'failed', reason: 'no-answer' };
    return { status: 'failed', reason: link.hasSpoken() ? 'connection-lost' : 'occupied' };
  }

  async #open(): Promise<ReachFailure | undefined> {
    if (this.#isClosed) return 'closed';
    const { transport, timers, times, board, dialect, onLost } = this.#context;
    const opening = await transport.open(times.connectMs);
    if (opening.status === 'failed') {
      // Hung up before the system told that the call was taken: the same as just after.
      return opening.detail.includes('ECONNRESET') ? 'occupied' : opening.reason;
    }
    if (this.#isClosed) {
      opening.connection.close();
      return 'closed';
    }
    board.doubt('unknown');
    const opened = printerLink({
      connection: opening.connection,
      timers,
      times,
      dialect,
      onMessage(message) {
        dialect.note?.(message);
        if (message.type !== 'status') return;
        board.setDrawer(message.flags.drawerPin);
        board.set(conditionOf(message.flags));
      },
      onOver: () => {
        if (this.#link !== opened) return;
        this.#link = undefined;
        if (!this.#isClosed) onLost();
      },
    });
    if (opened.isOver()) return opened.hasSpoken() ? 'connection-lost' : 'occupied';
    this.#link = opened;
    return undefined;
  }
}
