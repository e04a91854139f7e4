import type { PaperLine } from '#app/receipt/layout.ts';

import { type Command, splitCommands } from './commands.ts';
import { type Paper, paperRoll } from './paper.ts';
import { type RealTimeCommand, realTimeScanner } from './real-time.ts';

/** What a person can break. One thing at a time, so that the page can say which. */
export type PrinterFault =
  | { readonly kind: 'none' | 'paper-end' | 'near-end' | 'cover-open' | 'cutter' | 'off' }
  | { readonly kind: 'slow'; readonly lineMs: number }
  /** Counted from the moment the fault is set. */
  | { readonly kind: 'cut-cable' | 'half-open'; readonly afterBytes: number };

/** What waits while there is no paper; a real printer loses what comes beyond its buffer. */
const BUFFER_MAX = 1_048_576;

type MachineContext = {
  readonly columns: number;
  readonly reply: (bytes: Uint8Array) => void;
  readonly printed: (receipt: { lines: PaperLine[]; isComplete: boolean }) => void;
  readonly drawerOpened: () => void;
  readonly changed: () => void;
};

/** The mechanism: a receive buffer, a roll, sensors, and answers as the tables give them. */
export class PrinterMachine {
  readonly #context: MachineContext;
  readonly #paper: Paper;
  readonly #realTime = realTimeScanner((command) => this.#obeyAtOnce(command));
  #rest: Uint8Array = new Uint8Array();
  #queue: Command[] = [];
  #fault: PrinterFault = { kind: 'none' };
  #isStatusBackOn = false;
  #isReleased = true;
  #pause: NodeJS.Timeout | undefined;

  constructor(context: MachineContext) {
    this.#context = context;
    this.#paper = paperRoll(context.columns);
  }

  get fault(): PrinterFault {
    return this.#fault;
  }

  receive(bytes: Uint8Array): void {
    this.#isReleased = false;
    const split = splitCommands(Uint8Array.from([...this.#rest, ...this.#realTime.push(bytes)]));
    this.#rest = split.rest.slice(-BUFFER_MAX);
    this.#queue.push(...split.commands.slice(0, BUFFER_MAX - this.#queue.length));
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
    if (this.#isStatusBackOn) this.#context.reply(automaticStatus(fault));
    this.#context.changed();
    this.#run();
  }

  close(): void {
    clearTimeout(this.#pause);
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
    const { reply } = this.#context;
    switch (command.type) {
      case 'cut':
        return this.#tear(true);
      case 'pulse':
        return this.#context.drawerOpened();
      case 'status-back':
        this.#isStatusBackOn = command.on;
        if (command.on) reply(automaticStatus(this.#fault));
        return;
      case 'ask-paper':
        return reply(Uint8Array.of(this.#fault.kind === 'near-end' ? 0x03 : 0x00));
      case 'ask-job':
        // A printer without a blade has no other end of a receipt.
        if (this.#paper.hasInk()) this.#tear(true);
        return reply(Uint8Array.of(0x37, 0x22, ...command.id, 0x00));
      default:
        return this.#paper.draw(command);
    }
  }

  #obeyAtOnce(command: RealTimeCommand): void {
    if (command.type === 'status') {
      this.#context.reply(realTimeStatus(command.number, this.#fault));
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

function isOffline(fault: PrinterFault): boolean {
  return fault.kind === 'paper-end' || fault.kind === 'cover-open' || fault.kind === 'cutter';
}

/** ASB, four bytes: bit 4 of the first is set, bits 0, 1 and 7 are clear. */
function automaticStatus(fault: PrinterFault): Uint8Array {
  const first = 0x10 | (isOffline(fault) ? 0x08 : 0) | (fault.kind === 'cover-open' ? 0x20 : 0);
  const second = fault.kind === 'cutter' ? 0x08 : 0;
  const near = fault.kind === 'near-end' || fault.kind === 'paper-end' ? 0x03 : 0;
  return Uint8Array.of(first, second, near | (fault.kind === 'paper-end' ? 0x0c : 0), 0x0f);
}

/** DLE EOT n: 0x12 when all is well. */
function realTimeStatus(number: number, fault: PrinterFault): Uint8Array {
  const isPaperEnd = fault.kind === 'paper-end';
  const isCutter = fault.kind === 'cutter';
  const bits: Readonly<Record<number, number>> = {
    1: isOffline(fault) ? 0x08 : 0,
    2: (fault.kind === 'cover-open' ? 0x04 : 0) | (isPaperEnd ? 0x20 : 0) | (isCutter ? 0x40 : 0),
    3: isCutter ? 0x08 : 0,
    4: (isPaperEnd || fault.kind === 'near-end' ? 0x0c : 0) | (isPaperEnd ? 0x60 : 0),
  };
  return Uint8Array.of(0x12 | (bits[number] ?? 0));
}
