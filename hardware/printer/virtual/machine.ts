import type { PaperLine } from '#app/receipt/layout.ts';

import { automaticStatus, isOffline, realTimeStatus, type Sensors, starStatus } from './answers.ts';
import { type Command, splitCommands } from './commands.ts';
import { type Paper, paperRoll } from './paper.ts';
import { type RealTimeCommand, realTimeScanner } from './real-time.ts';
import { splitStarCommands } from './star-commands.ts';

/** What a person can break. One thing at a time, so that the page can say which. */
export type PrinterFault =
  | {
      readonly kind:
        | 'none'
        | 'paper-end'
        | 'near-end'
        | 'cover-open'
        | 'cutter'
        | 'error'
        | 'offline'
        | 'off';
    }
  | { readonly kind: 'slow'; readonly lineMs: number }
  /** Counted from the moment the fault is set. */
  | { readonly kind: 'cut-cable' | 'half-open' | 'power-cut'; readonly afterBytes: number };

export type VirtualLanguage = 'esc-pos' | 'star-prnt';

/** What waits while there is no paper; a real printer loses what comes beyond its buffer. */
const BUFFER_MAX = 1_048_576;

type MachineContext = {
  readonly columns: number;
  readonly language: VirtualLanguage;
  /** Whether it answers `GS ( H`; clones do not. */
  readonly knowsJobs: boolean;
  readonly reply: (bytes: Uint8Array) => void;
  readonly printed: (receipt: { lines: PaperLine[]; isComplete: boolean }) => void;
  readonly drawerOpened: () => void;
  readonly changed: () => void;
};

/** The mechanism: a receive buffer, a roll, sensors, and answers as the tables give them. */
export class PrinterMachine {
  readonly #context: MachineContext;
  readonly #paper: Paper;
  readonly #realTime: ReturnType<typeof realTimeScanner>;
  #rest: Uint8Array = new Uint8Array();
  #queue: Command[] = [];
  #fault: PrinterFault = { kind: 'none' };
  #drawer: 'open' | 'shut' = 'shut';
  #endings = 0;
  #isStatusBackOn = false;
  #isReleased = true;
  #isOnNetwork = false;
  #pause: NodeJS.Timeout | undefined;

  constructor(context: MachineContext) {
    this.#context = context;
    this.#paper = paperRoll(context.columns, context.language);
    this.#realTime = realTimeScanner(context.language, (command) => this.#obeyAtOnce(command));
  }

  get fault(): PrinterFault {
    return this.#fault;
  }

  get drawer(): 'open' | 'shut' {
    return this.#drawer;
  }

  /** A Star on a network always announces its state; on a serial line it must be told to. */
  connect(isOnNetwork: boolean): void {
    this.#isReleased = false;
    this.#isOnNetwork = isOnNetwork;
    this.#isStatusBackOn = isOnNetwork && this.#context.language === 'star-prnt';
  }

  receive(bytes: Uint8Array): void {
    const split = this.#context.language === 'esc-pos' ? splitCommands : splitStarCommands;
    const { commands, rest } = split(Buffer.concat([this.#rest, this.#passed(bytes)]));
    this.#rest = rest.slice(-BUFFER_MAX);
    this.#queue.push(...commands.slice(0, BUFFER_MAX - this.#queue.length));
    this.#run();
  }

  /** The peer is gone: what was drawn of an unfinished receipt hangs out of the slot. */
  release(): void {
    this.#isReleased = true;
    this.#isStatusBackOn = false;
    this.#run();
  }

  setFault(fault: PrinterFault): void {
    this.#fault = fault;
    this.#tell();
    this.#run();
  }

  setDrawer(state: 'open' | 'shut'): void {
    if (this.#drawer === state) return;
    this.#drawer = state;
    this.#tell();
  }

  /** What was not printed yet is gone, and the paper stays where it is. */
  losePower(): void {
    this.#queue = [];
    this.#rest = new Uint8Array();
    this.#endings = 0;
    this.#isStatusBackOn = false;
    this.#tear(false);
  }

  close(): void {
    clearTimeout(this.#pause);
  }

  #passed(bytes: Uint8Array): Uint8Array {
    return Uint8Array.from(this.#realTime.push(bytes));
  }

  #sensors(): Sensors {
    return { fault: this.#fault, drawer: this.#drawer, endings: this.#endings };
  }

  /** A change of any sensor. */
  #tell(): void {
    if (this.#isStatusBackOn) this.#context.reply(this.#status());
    this.#context.changed();
  }

  #status(): Uint8Array {
    const isStar = this.#context.language === 'star-prnt';
    return isStar ? starStatus(this.#sensors()) : automaticStatus(this.#sensors());
  }

  /** Prints what waits, one command after the other, until something is in the way. */
  #run(): void {
    while (this.#pause === undefined && !isOffline(this.#fault)) {
      const command = this.#queue.shift();
      if (command === undefined) break;
      this.#obey(command);
      if (command.type === 'line-feed' && this.#fault.kind === 'slow') {
        this.#pause = setTimeout(() => {
          this.#pause = undefined;
          this.#run();
        }, this.#fault.lineMs);
      }
    }
    if (this.#queue.length === 0 && this.#isReleased && this.#paper.hasInk()) this.#tear(false);
  }

  #obey(command: Command): void {
    const { reply, knowsJobs, drawerOpened } = this.#context;
    switch (command.type) {
      case 'cut':
        return this.#tear(true);
      case 'pulse':
        this.setDrawer('open');
        return drawerOpened();
      case 'status-back':
        if (this.#isOnNetwork && this.#context.language === 'star-prnt') return;
        this.#isStatusBackOn = command.on;
        if (command.on) reply(this.#status());
        return;
      case 'ask-paper':
        // A printer without a blade has no other end of a receipt.
        if (this.#paper.hasInk()) this.#tear(true);
        return reply(Uint8Array.of(this.#fault.kind === 'near-end' ? 0x03 : 0x00));
      case 'ask-drawer':
        return reply(Uint8Array.of(this.#drawer === 'shut' ? 0x01 : 0x00));
      case 'ask-name':
        return reply(nameOf(command.number));
      case 'ask-job':
        if (knowsJobs) this.#endJob(command.id);
        return;
      case 'end-of-printing':
        if (this.#paper.hasInk()) this.#tear(true);
        this.#endings = (this.#endings + 1) % 32;
        if (this.#isStatusBackOn) reply(this.#status());
        return;
      case 'count-from-zero':
      case 'cancel':
        this.#endings = 0;
        return;
      default:
        return this.#paper.draw(command);
    }
  }

  #endJob(id: readonly number[]): void {
    if (this.#paper.hasInk()) this.#tear(true);
    this.#context.reply(Uint8Array.of(0x37, 0x22, ...id, 0x00));
  }

  #obeyAtOnce(command: RealTimeCommand): void {
    const isStar = this.#context.language === 'star-prnt';
    if (command.type === 'status') {
      const sensors = this.#sensors();
      this.#context.reply(isStar ? starStatus(sensors) : realTimeStatus(command.number, sensors));
    } else if (this.#fault.kind === 'cutter') {
      // DLE ENQ 2 forgets what waits, DLE ENQ 1 goes on with it.
      if (command.number === 2) this.#queue = [];
      this.setFault({ kind: 'none' });
    }
  }

  #tear(isComplete: boolean): void {
    const lines = this.#paper.tear();
    if (lines.length > 0) this.#context.printed({ lines, isComplete });
  }
}

/** Block answer: 0x5f, text, NUL. */
function nameOf(number: number): Uint8Array {
  const names: Readonly<Record<number, string>> = { 66: 'OC PIZZA', 67: 'VIRTUAL-80' };
  return Buffer.from(`_${names[number] ?? ''}\0`, 'latin1');
}
