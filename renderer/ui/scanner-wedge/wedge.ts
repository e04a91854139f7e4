import { scannedText, type TypedKey } from './layout.ts';

/** A key as it went down. */
export type PressedKey = TypedKey & {
  /** Milliseconds that only grow: `KeyboardEvent.timeStamp`. */
  readonly atMs: number;
  /** Held down: a person, or a glass on the keyboard. */
  readonly isRepeat: boolean;
  /** Ctrl, Alt or Meta, without AltGr. */
  readonly isCommand: boolean;
};

export type WedgeOptions = {
  /** The key that ends a code, as the scanner is set: `Enter` unless said. */
  readonly suffix?: 'Enter' | 'Tab';
  /** What the scanner puts before each code; taken off again. A burst without it is no scan. */
  readonly prefix?: string;
};

export type Wedge = {
  /** The code that this key ends; `undefined` for any other key. */
  readonly push: (key: PressedKey) => string | undefined;
  /** Keys held so far that may become a code. */
  readonly length: () => number;
};

/**
 * Scanners press a key every 5 to 30 ms. The quickest typists reach 60 ms on average and overlap two
 * or three keys now and then, never this many in a row.
 */
const GAP_MAX_MS = 50;
/** Fewer keys may be a quick hand on the keypad. Our shortest voucher has eight signs. */
const LENGTH_MIN = 6;
/** The largest linear code in use; a QR code of ours is shorter. */
const LENGTH_MAX = 512;

/** Tells a scanner that types as a keyboard from a person who types. Pure: time comes with the keys. */
export function wedge({ suffix = 'Enter', prefix = '' }: WedgeOptions = {}): Wedge {
  let burst: readonly PressedKey[] = [];
  return {
    push(pressed) {
      // Shift and its like come between the letters and say nothing of the pace.
      if (/^(Shift|CapsLock|AltGraph)$/.test(pressed.key)) return undefined;
      const last = burst.at(-1);
      const isQuick = last !== undefined && pressed.atMs - last.atMs <= GAP_MAX_MS;
      const before = isQuick ? burst : [];
      burst = [];
      if (pressed.isRepeat || pressed.isCommand) return undefined;
      if (pressed.key === suffix) return codeOf(before, prefix);
      // A dead key has no letter on its own and one on the keyboard of the scanner.
      const isLetter = Array.from(pressed.key).length === 1 || pressed.key === 'Dead';
      if (isLetter && before.length < LENGTH_MAX) burst = [...before, pressed];
      return undefined;
    },
    length: () => burst.length,
  };
}

function codeOf(burst: readonly PressedKey[], prefix: string): string | undefined {
  if (burst.length < LENGTH_MIN) return undefined;
  const text = scannedText(burst).trim();
  if (!text.startsWith(prefix) || text.length === prefix.length) return undefined;
  return text.slice(prefix.length);
}
