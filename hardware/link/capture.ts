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
 * Where too much is held, the digits on both sides of the cut are hidden, whatever they are.
 */
export function maskedLines(give: (line: CaptureLine) => void): (line: CaptureLine) => void {
  let waiting: Held[] = [];
  /** Directions whose last given text was cut in the middle of digits. */
  const cut = new Set<CaptureLine['dir']>();
  const settle = (direction: CaptureLine['dir'], isForced = false): void => {
    const pieces = waiting.filter((held) => held.line.dir === direction && !held.isSettled);
    const last = pieces.at(-1)?.line;
    if (last !== undefined) {
      const isCut = isForced && 'hex' in last && endsInDigit(last.hex);
      const sides = { before: cut.has(direction), after: isCut };
      const lines = maskedTogether(
        pieces.map(({ line }) => line),
        sides,
      );
      if (isCut) cut.add(direction);
      else cut.delete(direction);
      for (const [at, piece] of pieces.entries()) {
        piece.line = lines[at] ?? piece.line;
        piece.isSettled = true;
      }
    }
    const unsettled = waiting.findIndex((held) => !held.isSettled);
    const ready = unsettled === -1 ? waiting.length : unsettled;
    for (const { line } of waiting.splice(0, ready)) give(line);
  };
  return (line) => {
    // Who answers has heard the whole question.
    if (line.dir === 'in') settle('out');
    waiting.push({ line, isSettled: false });
    const bytes = waiting.reduce((sum, held) => sum + bytesIn(held.line), 0);
    const isFull = waiting.length > HELD_LINES_MAX || bytes > HELD_BYTES_MAX;
    const isOver = line.dir === 'over';
    if (isFull || isOver)
      for (const direction of ['in', 'out'] as const) settle(direction, !isOver);
    if (line.dir === 'open' || isOver || !endsInDigit(line.hex)) settle(line.dir);
  };
}

function bytesIn(line: CaptureLine): number {
  return 'hex' in line ? line.hex.length / 2 : 0;
}

function endsInDigit(hex: string): boolean {
  return /3\d$/.test(hex);
}

/** Longest card number (ISO/IEC 7812). */
const CARD_DIGITS_MAX = 19;
const DIGITS_FIRST = new RegExp(String.raw`^\d{1,${CARD_DIGITS_MAX}}`);
const DIGITS_LAST = new RegExp(String.raw`\d{1,${CARD_DIGITS_MAX}}$`);

/** `before` and `after`: digits went before that were given on already, or may follow. */
function maskedTogether(
  lines: readonly CaptureLine[],
  { before, after }: { readonly before: boolean; readonly after: boolean },
): readonly CaptureLine[] {
  const texts = lines.map((line) =>
    'hex' in line ? Buffer.from(line.hex, 'hex').toString('latin1') : '',
  );
  let masked = maskCardNumbers(texts.join(''));
  if (before) masked = masked.replace(DIGITS_FIRST, hidden);
  if (after) masked = masked.replace(DIGITS_LAST, hidden);
  let at = 0;
  return lines.map((line, index) => {
    if (!('hex' in line)) return line;
    const from = at;
    at += texts[index]?.length ?? 0;
    return { ...line, hex: Buffer.from(masked.slice(from, at), 'latin1').toString('hex') };
  });
}

function hidden(digits: string): string {
  return '#'.repeat(digits.length);
}
