/**
 * Bytes of an ESC/POS printer to and from messages; pure. Sources: Epson ESC/POS command names; masks
 * as used by the open client receiptio; identification of an answer by its fixed bits from the Epson
 * TM-U295 manual p. 101 and the Citizen CBM1000 manual p. 29.
 */

const DLE = 0x10;
const ESC = 0x1b;
const GS = 0x1d;

/** ESC @: back to the settings of power-on. */
export const INITIALISE = Uint8Array.of(ESC, 0x40);
/** GS a 255: send a status on every change (automatic status back). */
export const ENABLE_STATUS = Uint8Array.of(GS, 0x61, 0xff);
/**
 * DLE EOT 1 to 4: printer, offline cause, error cause, paper; real time, so answered even offline,
 * where GS a waits behind what cannot be printed. The answers do not say which question they answer:
 * they come in this order.
 */
export const PROBE = Uint8Array.from([1, 2, 3, 4].flatMap((number) => [DLE, 0x04, number]));
const PROBE_ANSWERS = 4;
/** DLE ENQ 2: after a cutter jam was cleared by hand, forget what was waiting. */
export const RECOVER = Uint8Array.of(DLE, 0x05, 2);
/** GS r 1: one byte back once everything before it is printed; carries no id. */
export const ASK_PAPER = Uint8Array.of(GS, 0x72, 1);
/** Ends whatever command was cut in the middle: receiptio uses the same 8,192 NULs. */
export const FLUSH = new Uint8Array(8_192);

/** GS ( H function 48: echoes our four characters once everything before it is printed. */
export function askJobId(id: string): Uint8Array {
  const letters = Array.from(
    id.slice(0, 4).padEnd(4, '0'),
    (letter) => letter.charCodeAt(0) & 0x7f,
  );
  return Uint8Array.of(GS, 0x28, 0x48, 0x06, 0x00, 0x30, 0x30, ...letters);
}

/** What the printer says of itself (ASB). */
export type PrinterFlags = {
  readonly coverOpen: boolean;
  readonly paperEnd: boolean;
  readonly nearEnd: boolean;
  readonly cutter: boolean;
  readonly unrecoverable: boolean;
  readonly recoverable: boolean;
  readonly offline: boolean;
  readonly drawerPin: boolean;
};

export type PrinterMessage =
  | {
      readonly type: 'status';
      readonly flags: PrinterFlags;
      /** Star: how many ends of printing were reached, 0 to 31. */
      readonly endings?: number | undefined;
    }
  /** Answer to DLE EOT. */
  | { readonly type: 'real-time'; readonly byte: number }
  /** Answer to GS ( H: our four characters. */
  | { readonly type: 'job-done'; readonly id: string }
  /** Answer to GS r or GS I. */
  | { readonly type: 'answer'; readonly byte: number }
  | { readonly type: 'flow'; readonly go: boolean }
  | { readonly type: 'garbage'; readonly length: number };

/** Longest block answer we wait for; a longer one is garbage. */
const BLOCK_MAX = 80;
const BLOCK_STARTS: ReadonlySet<number> = new Set([0x35, 0x37, 0x3b, 0x3d, 0x5f]);

export type PrinterParser = { readonly push: (bytes: Uint8Array) => PrinterMessage[] };

/** Reads answers in any pieces. Never throws: what it cannot read is reported as garbage. */
export function printerParser(): PrinterParser {
  let status: number[] = [];
  let block: number[] = [];
  const read = (byte: number): PrinterMessage[] => {
    if (block.length > 0) {
      block.push(byte);
      if (byte !== 0 && block.length <= BLOCK_MAX) return [];
      const whole = block;
      block = [];
      return [blockMessage(whole)];
    }
    if (isRealTime(byte)) return [{ type: 'real-time', byte }];
    if (byte === 0x11 || byte === 0x13) return [{ type: 'flow', go: byte === 0x11 }];
    if (status.length > 0 && (byte & 0x90) === 0) {
      status.push(byte);
      if (status.length < 4) return [];
      const whole = status;
      status = [];
      return [{ type: 'status', flags: flagsOf(whole) }];
    }
    const lost: PrinterMessage[] =
      status.length > 0 ? [{ type: 'garbage', length: status.length }] : [];
    status = [];
    if ((byte & 0x93) === 0x10) {
      status = [byte];
      return lost;
    }
    if (BLOCK_STARTS.has(byte)) {
      block = [byte];
      return lost;
    }
    const single: PrinterMessage =
      (byte & 0x90) === 0 ? { type: 'answer', byte } : { type: 'garbage', length: 1 };
    return [...lost, single];
  };
  return { push: (bytes) => Array.from(bytes).flatMap(read) };
}

/** Bits 1 and 4 set, bits 0 and 7 clear. */
function isRealTime(byte: number): boolean {
  return (byte & 0x93) === 0x12;
}

/** `37 22 d1 d2 d3 d4 00`: header, kind of answer, our four characters, end. */
function blockMessage(bytes: readonly number[]): PrinterMessage {
  const isJobId = bytes.length === 7 && bytes[0] === 0x37 && bytes[1] === 0x22 && bytes[6] === 0;
  if (!isJobId) return { type: 'garbage', length: bytes.length };
  return { type: 'job-done', id: String.fromCharCode(...bytes.slice(2, 6)) };
}

/** What the answers to `PROBE` say together; `undefined` until all four are there. */
export function probedFlags(answers: readonly number[]): PrinterFlags | undefined {
  if (answers.length < PROBE_ANSWERS) return undefined;
  const [printer = 0, offline = 0, error = 0, paper = 0] = answers;
  return {
    drawerPin: (printer & 0x04) !== 0,
    offline: (printer & 0x08) !== 0,
    coverOpen: (offline & 0x04) !== 0,
    cutter: (error & 0x08) !== 0,
    unrecoverable: (error & 0x20) !== 0,
    recoverable: (error & 0x40) !== 0,
    nearEnd: (paper & 0x0c) !== 0,
    paperEnd: (offline & 0x20) !== 0 || (paper & 0x60) !== 0,
  };
}

function flagsOf(bytes: readonly number[]): PrinterFlags {
  const [first = 0, second = 0, third = 0] = bytes;
  return {
    drawerPin: (first & 0x04) !== 0,
    offline: (first & 0x08) !== 0,
    coverOpen: (first & 0x20) !== 0,
    recoverable: (second & 0x04) !== 0,
    cutter: (second & 0x08) !== 0,
    unrecoverable: (second & 0x20) !== 0,
    nearEnd: (third & 0x03) !== 0,
    paperEnd: (third & 0x0c) === 0x0c,
  };
}

/** GS r 1 answers with the paper sensor: both bits set when there is no paper. */
export function isPaperEnd(answer: number): boolean {
  return (answer & 0x0c) === 0x0c;
}
