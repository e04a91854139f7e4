/**
 * Bytes of a Star printer (Line Mode and StarPRNT) to and from messages; pure. Sources: Star Line Mode
 * Command Specifications, ETB p. 3-54, ESC ACK SOH p. 3-70, ESC RS E p. 3-72, appendix 2 "ASB status"
 * p. 5-7 to 5-11; TSP700 manual p. 43-44 for the bits of the third to the sixth byte. The length in
 * the header is read as the open client receiptio reads it. Not tried on a real printer.
 */
import type { PrinterFlags, PrinterMessage, PrinterParser } from '../frame.ts';

const ESC = 0x1b;
const RS = 0x1e;

/** ESC ACK SOH: the state, at once, even offline. Not to be sent while automatic status is on. */
export const ASK_STATUS = Uint8Array.of(ESC, 0x06, 0x01);
/** ESC RS a 1: announce every change; network models ignore it and always do. */
export const STATUS_ON = Uint8Array.of(ESC, RS, 0x61, 1);
/** ESC RS E 0: the ETB counter back to nought; no status is sent for it. */
export const COUNTER_TO_ZERO = Uint8Array.of(ESC, RS, 0x45, 0);
/** ETB: once all before it is printed, the counter goes up by one and the status is sent. */
export const END_OF_PRINTING = 0x17;
/** ESC @, then CAN, which forgets data not printed yet. */
export const INITIALISE = Uint8Array.of(ESC, 0x40, 0x18);
/** The counter has five bits. */
export const COUNTER_MAX = 31;

/** Shorter statuses have no counter, longer ones add what other models have. */
const LENGTH_MIN = 6;
const LENGTH_MAX = 33;

/** Reads statuses in any pieces. Never throws: what it cannot read is reported as garbage. */
export function starParser(): PrinterParser {
  let status: number[] = [];
  const read = (byte: number): PrinterMessage[] => {
    if (status.length > 0 && belongs(byte, status.length)) {
      status.push(byte);
      const length = lengthOf(status);
      if (length === undefined) return [];
      if (length < LENGTH_MIN || length > LENGTH_MAX) return lose([]);
      if (status.length < length) return [];
      const whole = status;
      status = [];
      return [{ type: 'status', flags: flagsOf(whole), endings: endingsOf(whole) }];
    }
    if (byte === 0x11 || byte === 0x13) return [{ type: 'flow', go: byte === 0x11 }];
    if (isHeader(byte)) return lose([byte]);
    return [...lose([]), { type: 'garbage', length: 1 }];
  };
  const lose = (next: number[]): PrinterMessage[] => {
    const lost: PrinterMessage[] =
      status.length > 0 ? [{ type: 'garbage', length: status.length }] : [];
    status = next;
    return lost;
  };
  return { push: (bytes) => Array.from(bytes).flatMap(read) };
}

/** Bits 0, 4 and 7 of the first byte are 1, 0, 0; of all others 0, 0, 0 (p. 5-11). */
function isHeader(byte: number): boolean {
  return (byte & 0x91) === 0x01;
}

/** receiptio adds two to the length for bit 7 of the second byte, so it may be set there. */
function belongs(byte: number, at: number): boolean {
  return (byte & (at === 1 ? 0x11 : 0x91)) === 0;
}

/** How many bytes in all, known with the second. */
function lengthOf(bytes: readonly number[]): number | undefined {
  const [first = 0, second] = bytes;
  if (second === undefined) return undefined;
  return ((first >> 2) & 0x18) + ((first >> 1) & 0x07) + ((second >> 6) & 0x02);
}

function flagsOf(bytes: readonly number[]): PrinterFlags {
  const [, , third = 0, fourth = 0, fifth = 0, sixth = 0] = bytes;
  return {
    drawerPin: (third & 0x04) !== 0,
    offline: (third & 0x08) !== 0,
    coverOpen: (third & 0x20) !== 0,
    // Head too hot: it goes on by itself once it has cooled.
    recoverable: (fourth & 0x40) !== 0,
    cutter: (fourth & 0x08) !== 0,
    // Mechanical and unrecoverable; in the fifth byte what receiptio takes for an error.
    unrecoverable: (fourth & 0x24) !== 0 || (fifth & 0x0a) !== 0,
    nearEnd: (sixth & 0x06) !== 0,
    paperEnd: (sixth & 0x08) !== 0,
  };
}

/** Bits 1 to 3 and 5 to 6 of the eighth byte; `undefined` where the printer does not count. */
function endingsOf(bytes: readonly number[]): number | undefined {
  const eighth = bytes[7];
  if (eighth === undefined) return undefined;
  return ((eighth >> 1) & 0x07) | ((eighth >> 2) & 0x18);
}
