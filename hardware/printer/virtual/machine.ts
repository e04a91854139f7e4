import type { PaperLine } from '#app/receipt/layout.ts';

import { type Command, splitCommands } from './commands.ts';
import { paperRoll } from './paper.ts';
import { realTimeScanner } from './real-time.ts';

/** What a person can break. One thing at a time, so that the page can say which. */
export type PrinterFault =
  | { readonly kind: 'none' | 'paper-end' | 'near-end' | 'cover-open' | 'cutter' | 'off' }
  | { readonly kind: 'slow'; readonly lineMs: number }
  /** Counted from the moment the fault is set. */
  | { readonly kind: 'cut-cable' | 'half-open'; readonly afterBytes: number };

export type Machine = {
  readonly receive: (bytes: Uint8Array) => void;
  /** The peer is gone: what was drawn of an unfinished receipt hangs out of the slot. */
  readonly release: () => void;
  readonly setFault: (fault: PrinterFault) => void;
  readonly fault: () => PrinterFault;
};

/** What waits while there is no paper; beyond it the oldest bytes are what a real printer loses. */
const BUFFER_MAX = 1_048_576;

/** The mechanism: a receive buffer, a roll, sensors, and answers as the tables give them. */
export function printerMachine(context: {
  readonly columns: number;
  readonly reply: (bytes: Uint8Array) => void;
  readonly printed: (receipt: { lines: PaperLine[]; isComplete: boolean }) => void;
  readonly drawerOpened: () => void;
  readonly changed: () => void;
}): Machine {
  const paper = paperRoll(context.columns);
  let buffer: Uint8Array = new Uint8Array();
  let queue: Command[] = [];
  let fault: PrinterFault = { kind: 'none' };
  let isStatusBackOn = false;
  let isReleased = true;
  let pause: NodeJS.Timeout | undefined;
  const realTime = realTimeScanner((command) => {
    if (command.type === 'status') context.reply(realTimeStatus(command.number, fault));
    else if (fault.kind === 'cutter') {
      if (command.number === 2) queue = [];
      setFault({ kind: 'none' });
    }
  });

  function setFault(next: PrinterFault): void {
    fault = next;
    if (isStatusBackOn) context.reply(automaticStatus(fault));
    context.changed();
    run();
  }

  /** Prints what waits, one command after the other, until something is in the way. */
  function run(): void {
    while (pause === undefined && !isOffline(fault)) {
      const command = queue.shift();
      if (command === undefined) break;
      obey(command);
      if (command.type === 'line-feed' && fault.kind === 'slow') {
        pause = setTimeout(() => {
          pause = undefined;
          run();
        }, fault.lineMs);
      }
    }
    if (queue.length === 0 && isReleased && paper.hasInk()) tear(false);
  }

  function obey(command: Command): void {
    switch (command.type) {
      case 'cut':
        return tear(true);
      case 'pulse':
        return context.drawerOpened();
      case 'status-back':
        isStatusBackOn = command.on;
        if (command.on) context.reply(automaticStatus(fault));
        return;
      case 'ask-paper':
        return context.reply(Uint8Array.of(fault.kind === 'near-end' ? 0x03 : 0x00));
      case 'ask-job':
        // A printer without a blade has no other end of a receipt.
        if (paper.hasInk()) tear(true);
        return context.reply(Uint8Array.of(0x37, 0x22, ...command.id, 0x00));
      default:
        return paper.draw(command);
    }
  }

  function tear(isComplete: boolean): void {
    const lines = paper.tear();
    if (lines.length > 0) context.printed({ lines, isComplete });
  }

  return {
    receive(bytes) {
      isReleased = false;
      const split = splitCommands(Uint8Array.from([...buffer, ...realTime.push(bytes)]));
      buffer = split.rest.slice(-BUFFER_MAX);
      queue.push(...split.commands.slice(0, BUFFER_MAX - queue.length));
      run();
    },
    release() {
      isReleased = true;
      isStatusBackOn = false;
      run();
    },
    setFault,
    fault: () => fault,
  };
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
