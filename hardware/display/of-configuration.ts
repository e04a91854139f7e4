import { formatEuros } from '#app/lib/money.ts';

import type { CustomerDisplayConfiguration, DeviceState } from '../configuration.ts';
import { deviceBoard } from '../device-board.ts';
import { KeptLine, lineTransportOf } from '../kept-line.ts';
import { type Log, silentLog } from '../link/log.ts';
import { systemTimers, type Timers } from '../link/timers.ts';
import type { Transport } from '../link/transport.ts';
import {
  displayAgain,
  type DisplayCodeTable,
  displayLine,
  type DisplayLines,
  displayRow,
  displayStart,
  displayText,
} from './frame.ts';

export type CustomerDisplay = {
  /**
   * What the display shows from now on, also after it was unplugged. Only what changed is sent; of
   * two calls in a row the last one counts.
   */
  readonly show: (lines: DisplayLines) => void;
  readonly status: () => DeviceState;
  readonly onStatus: (listener: (state: DeviceState) => void) => () => void;
  readonly close: () => Promise<void>;
};

/** A line that vanished is only found by writing on it. */
const HEARTBEAT_MS = 5_000;
const UNREACHABLE = {
  status: 'trouble',
  detail: 'L’afficheur client est débranché',
  action: 'Vérifier son câble et son alimentation',
} as const;

/** Between two customers. */
export function idleLines(storeName: string): DisplayLines {
  return ['Bienvenue', storeName];
}

/** An article as it is rung up, above the total so far. */
export function articleLines(article: {
  readonly label: string;
  readonly amountCents: number;
  readonly totalCents: number;
}): DisplayLines {
  return [
    displayRow(article.label, formatEuros(article.amountCents)),
    displayRow('Total', formatEuros(article.totalCents)),
  ];
}

/** What is left to pay, and the change of a cash payment. */
export function totalLines(totalCents: number, changeCents?: number): DisplayLines {
  const total = displayRow('Total', formatEuros(totalCents));
  if (changeCents === undefined) return [total, ''];
  return [total, displayRow('Rendu', formatEuros(changeCents))];
}

/** A serial customer display of two lines of twenty characters. */
export function customerDisplayOf(
  configuration: CustomerDisplayConfiguration,
  context: {
    readonly now: () => string;
    readonly timers?: Timers;
    readonly log?: Log;
    /** Instead of the configured line. */
    readonly transport?: Transport;
  },
): CustomerDisplay {
  const board = deviceBoard(configuration.id, context.now);
  const screen = new Screen({
    transport: context.transport ?? lineTransportOf(configuration.line),
    timers: context.timers ?? systemTimers,
    log: context.log ?? silentLog,
    codeTable: configuration.codeTable ?? 16,
    onUp: () => board.set({ status: 'ready' }),
    onDown: () => board.set(UNREACHABLE),
  });
  return {
    show: (lines) => screen.show(lines),
    status: board.state,
    onStatus: board.onState,
    close() {
      screen.close();
      return Promise.resolve();
    },
  };
}

type ScreenContext = {
  readonly transport: Transport;
  readonly timers: Timers;
  readonly log: Log;
  readonly codeTable: DisplayCodeTable;
  readonly onUp: () => void;
  readonly onDown: () => void;
};

/** What the display is to show, what it shows, and one write at a time between the two. */
class Screen {
  readonly #context: ScreenContext;
  readonly #line: KeptLine;
  #wanted: DisplayLines;
  /** `undefined`: nothing is known of the display, it is started first. */
  #shown: DisplayLines | undefined;
  #isWriting = false;
  #cancelBeat = (): void => undefined;

  constructor(context: ScreenContext) {
    this.#context = context;
    const blank = displayText('', context.codeTable);
    this.#wanted = [blank, blank];
    this.#line = new KeptLine({
      ...context,
      onOpen: () => void this.#update(),
      onBytes: () => undefined,
      onDown: () => {
        this.#cancelBeat();
        this.#shown = undefined;
        context.onDown();
      },
    });
  }

  show([upper, lower]: DisplayLines): void {
    const { codeTable } = this.#context;
    this.#wanted = [displayText(upper, codeTable), displayText(lower, codeTable)];
    void this.#update();
  }

  close(): void {
    this.#cancelBeat();
    this.#line.close();
  }

  async #update(): Promise<void> {
    if (this.#isWriting) return;
    this.#isWriting = true;
    this.#cancelBeat();
    let isUp = true;
    for (let next = this.#next(); next !== undefined && isUp; next = this.#next()) {
      isUp = await this.#line.write(next.bytes);
      if (isUp) this.#shown = next.shown;
    }
    this.#isWriting = false;
    if (!isUp) return;
    this.#context.onUp();
    this.#beatLater();
  }

  /** The next bytes to write and what stands there afterwards; `undefined` when all is shown. */
  #next(): { readonly bytes: Uint8Array; readonly shown: DisplayLines } | undefined {
    const { codeTable } = this.#context;
    const shown = this.#shown;
    const [upper, lower] = this.#wanted;
    if (shown === undefined) {
      const blank = displayText('', codeTable);
      // Cleared by its start.
      return { bytes: displayStart(codeTable), shown: [blank, blank] };
    }
    if (shown[0] !== upper) {
      return { bytes: displayLine(1, upper, codeTable), shown: [upper, shown[1]] };
    }
    if (shown[1] === lower) return undefined;
    return { bytes: displayLine(2, lower, codeTable), shown: [shown[0], lower] };
  }

  #beatLater(): void {
    this.#cancelBeat = this.#context.timers.after(HEARTBEAT_MS, () => void this.#beat());
  }

  async #beat(): Promise<void> {
    const shown = this.#shown;
    if (this.#isWriting || shown === undefined) return;
    this.#isWriting = true;
    const isUp = await this.#line.write(displayAgain(shown, this.#context.codeTable));
    this.#isWriting = false;
    // Whatever was asked meanwhile; the next beat follows it.
    if (isUp) await this.#update();
  }
}
