/**
 * Keys of a bump bar that reports as a keyboard or a keypad (USB-IF, HID 1.11 appendix B.1: modifiers,
 * one byte reserved, six keys held down; HID Usage Tables 1.12 §10 for the numbers of the keys). Pure.
 */

/** As a browser names them (UI Events, `KeyboardEvent.key`): a screen needs one way to read both. */
export type BumpKey =
  | '0'
  | '1'
  | '2'
  | '3'
  | '4'
  | '5'
  | '6'
  | '7'
  | '8'
  | '9'
  | 'Enter'
  | 'Backspace'
  | 'ArrowUp'
  | 'ArrowDown'
  | 'ArrowLeft'
  | 'ArrowRight';

/** Usage page 0x07: of the upper row and of the keypad. */
const KEYS: ReadonlyMap<number, BumpKey> = new Map<number, BumpKey>([
  ...numbered(0x1e, ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0']),
  ...numbered(0x59, ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0']),
  [0x28, 'Enter'],
  [0x58, 'Enter'],
  [0x2a, 'Backspace'],
  [0x4c, 'Backspace'],
  [0x4f, 'ArrowRight'],
  [0x50, 'ArrowLeft'],
  [0x51, 'ArrowDown'],
  [0x52, 'ArrowUp'],
]);

function numbered(
  first: number,
  keys: readonly BumpKey[],
): readonly (readonly [number, BumpKey])[] {
  return keys.map((key, at) => [first + at, key]);
}

const BOOT_LENGTH = 8;
/** Too many keys at once: all six places say so, and nothing is known. */
const ROLL_OVER = 1;

export type BumpReader = {
  /** The keys that went down since the report before. */
  readonly push: (report: Uint8Array) => readonly BumpKey[];
  readonly reset: () => void;
};

/** A key held down is one press. Reports of another shape are read over; never throws. */
export function bumpReader(): BumpReader {
  let held: ReadonlySet<number> = new Set();
  return {
    push(report) {
      const places = placesOf(report);
      if (places === undefined || places.includes(ROLL_OVER)) return [];
      const down = new Set(places.filter((usage) => usage !== 0));
      const pressed = [...down].filter((usage) => !held.has(usage));
      held = down;
      return pressed.flatMap((usage) => KEYS.get(usage) ?? []);
    },
    reset() {
      held = new Set();
    },
  };
}

/** The six places; one byte later when the device numbers its reports. */
function placesOf(report: Uint8Array): readonly number[] | undefined {
  if (report.length === BOOT_LENGTH) return [...report.slice(2)];
  if (report.length === BOOT_LENGTH + 1) return [...report.slice(3)];
  return undefined;
}
