import { maskCardNumbers } from './card-numbers.ts';
import type { ConnectionEnd } from './transport.ts';

/**
 * What went over a line, one JSON object a line. `t`: milliseconds since the recording began. `out`:
 * from the till to the device. A line that opens or is over has no bytes.
 */
export type CaptureLine =
  | { readonly t: number; readonly dir: 'in' | 'out'; readonly hex: string }
  | { readonly t: number; readonly dir: 'open' }
  | { readonly t: number; readonly dir: 'over'; readonly end: ConnectionEnd };

/** Throws on a line that is no capture: a fixture is right or it is no fixture. */
export function parseCapture(text: string): readonly CaptureLine[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const value: unknown = JSON.parse(line);
      if (!isCaptureLine(value)) throw new Error(`not a line of a capture: ${line}`);
      return value;
    });
}

function isCaptureLine(value: unknown): value is CaptureLine {
  if (typeof value !== 'object' || value === null) return false;
  const { t, dir, hex, end } = value as Record<string, unknown>;
  if (typeof t !== 'number' || typeof dir !== 'string') return false;
  if (dir === 'open') return true;
  if (dir === 'over') return end === 'ended' || end === 'broken' || end === 'closed';
  return (dir === 'in' || dir === 'out') && typeof hex === 'string' && /^([\da-f]{2})*$/.test(hex);
}

export function bytesOfHex(hex: string): Uint8Array {
  return Uint8Array.from(Buffer.from(hex, 'hex'));
}

export function hexOfBytes(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

/** Bytes and lines held back at most; what is longer was no card number of one answer. */
const HELD_BYTES_MAX = 4_096;
const HELD_LINES_MAX = 64;

type Held = { line: CaptureLine; isSettled: boolean };

/**
 * Gives each line on, in order, with card numbers masked also where one is spread over the pieces of
 * a direction: a piece that ends in a digit is held, with all behind it, until what follows is known.
 */
export function maskedLines(give: (line: CaptureLine) => void): (line: CaptureLine) => void {
  let waiting: Held[] = [];
  const settle = (direction: CaptureLine['dir']): void => {
    const pieces = waiting.filter((held) => held.line.dir === direction && !held.isSettled);
    const lines = maskedTogether(pieces.map(({ line }) => line));
    for (const [at, piece] of pieces.entries()) {
      piece.line = lines[at] ?? piece.line;
      piece.isSettled = true;
    }
    const unsettled = waiting.findIndex((held) => !held.isSettled);
    const ready = unsettled === -1 ? waiting.length : unsettled;
    for (const { line } of waiting.splice(0, ready)) give(line);
  };
  return (line) => {
    waiting.push({ line, isSettled: false });
    const bytes = waiting.reduce((sum, held) => sum + bytesIn(held.line), 0);
    const isFull = waiting.length > HELD_LINES_MAX || bytes > HELD_BYTES_MAX;
    if (isFull || line.dir === 'over')
      for (const direction of ['in', 'out'] as const) settle(direction);
    if (line.dir === 'open' || line.dir === 'over' || !endsInDigit(line.hex)) settle(line.dir);
  };
}

function bytesIn(line: CaptureLine): number {
  return 'hex' in line ? line.hex.length / 2 : 0;
}

function endsInDigit(hex: string): boolean {
  return /3\d$/.test(hex);
}

function maskedTogether(lines: readonly CaptureLine[]): readonly CaptureLine[] {
  const texts = lines.map((line) =>
    'hex' in line ? Buffer.from(line.hex, 'hex').toString('latin1') : '',
  );
  const masked = maskCardNumbers(texts.join(''));
  let at = 0;
  return lines.map((line, index) => {
    if (!('hex' in line)) return line;
    const from = at;
    at += texts[index]?.length ?? 0;
    return { ...line, hex: Buffer.from(masked.slice(from, at), 'latin1').toString('hex') };
  });
}
