import { type Command, dotsOf, type Split } from './commands.ts';

/**
 * Splits a stream of Star Line Mode or StarPRNT into the same commands, as the tables of Star's
 * command specifications describe them.
 */
export function splitStarCommands(bytes: Uint8Array): Split {
  const commands: Command[] = [];
  let at = 0;
  while (at < bytes.length) {
    const found = commandAt(bytes.subarray(at));
    if (found === 'more') break;
    commands.push(found.command);
    at += found.length;
  }
  return { commands, rest: bytes.slice(at) };
}

type Found = { readonly command: Command; readonly length: number } | 'more';

const SETTING: Command = { type: 'setting' };
/** Commands of one byte. BEL opens the first drawer, SUB the second. */
const SINGLE: Readonly<Record<number, Command>> = {
  0x00: SETTING,
  0x07: { type: 'pulse', pin: 0 },
  0x0a: { type: 'line-feed' },
  0x0d: SETTING,
  0x17: { type: 'end-of-printing' },
  0x18: { type: 'cancel' },
  0x1a: { type: 'pulse', pin: 1 },
};

function commandAt(bytes: Uint8Array): Found {
  const [first = 0] = bytes;
  if (first === 0x1b) return escape(bytes);
  const single = SINGLE[first];
  if (single !== undefined) return { command: single, length: 1 };
  if (first < 0x20) return { command: { type: 'unknown', bytes: [first] }, length: 1 };
  return { command: { type: 'character', byte: first }, length: 1 };
}

/** ESC and a letter: how many bytes in all, and what it means given the first parameters. */
type Rule = { readonly length: number; readonly means?: (one: number, two: number) => Command };
const ESC_RULES: Readonly<Record<string, Rule>> = {
  '@': { length: 2, means: () => ({ type: 'initialise' }) },
  E: { length: 2, means: () => ({ type: 'bold', on: true }) },
  F: { length: 2, means: () => ({ type: 'bold', on: false }) },
  '4': { length: 2, means: () => ({ type: 'inverse', on: true }) },
  '5': { length: 2, means: () => ({ type: 'inverse', on: false }) },
  '-': { length: 3, means: (one) => ({ type: 'underline', on: one % 48 !== 0 }) },
  // Vertical first.
  i: {
    length: 4,
    means: (high, wide) => ({ type: 'size', width: (wide % 48) + 1, height: (high % 48) + 1 }),
  },
  d: { length: 3, means: () => ({ type: 'cut' }) },
  a: { length: 3, means: (lines) => ({ type: 'feed', lines }) },
  '0': { length: 2 },
  z: { length: 3 },
  // BEL here sets the widths of the pulse; it gives none.
  '\u0007': { length: 4 },
  R: { length: 3 },
  M: { length: 2 },
  ' ': { length: 3 },
  s: { length: 4 },
  l: { length: 3 },
  Q: { length: 3 },
  $: { length: 3 },
};
/** ESC GS and a letter. */
const GS_RULES: Readonly<Record<string, Rule>> = {
  t: { length: 4, means: (number) => ({ type: 'table', number }) },
  a: { length: 4, means: (one) => ({ type: 'align', align: alignOf(one) }) },
  // Page mode on and off: what is between is printed all the same.
  P: { length: 4 },
  A: { length: 5, means: (low, high) => ({ type: 'move', from: 'start', dots: low + 256 * high }) },
  R: { length: 5, means: (low, high) => ({ type: 'move', from: 'here', dots: low + 256 * high }) },
  // The end of a document, for printers that count documents.
  '\u0003': { length: 6 },
};
/** ESC RS and a letter. */
const RS_RULES: Readonly<Record<string, Rule>> = {
  a: { length: 4, means: (one) => ({ type: 'status-back', on: one % 48 !== 0 }) },
  E: { length: 4, means: () => ({ type: 'count-from-zero' }) },
  F: { length: 4 },
  R: { length: 4 },
};

function escape(bytes: Uint8Array): Found {
  const [, second] = bytes;
  if (second === undefined) return 'more';
  if (second === 0x1d && bytes[2] === 0x79) return qr(bytes);
  if (second === 0x1d && bytes[2] === 0x53) return raster(bytes);
  if (second === 0x1d) return ruled(bytes, 2, GS_RULES);
  if (second === 0x1e) return ruled(bytes, 2, RS_RULES);
  if (second === 0x58) return picture(bytes);
  return ruled(bytes, 1, ESC_RULES);
}

function ruled(bytes: Uint8Array, at: number, rules: Readonly<Record<string, Rule>>): Found {
  const letter = bytes[at];
  if (letter === undefined) return 'more';
  const rule = rules[String.fromCharCode(letter)];
  if (rule === undefined) {
    const unknown = [...bytes.subarray(0, at + 1)];
    return { command: { type: 'unknown', bytes: unknown }, length: unknown.length };
  }
  if (bytes.length < rule.length) return 'more';
  const command = rule.means?.(bytes[at + 1] ?? 0, bytes[at + 2] ?? 0) ?? SETTING;
  return { command, length: rule.length };
}

function alignOf(value: number): 'left' | 'center' | 'right' {
  const places = ['left', 'center', 'right'] as const;
  return places[value % 48] ?? 'left';
}

/** ESC GS y S 0|1|2 n sets, D 1 m nL nH stores, P prints. */
function qr(bytes: Uint8Array): Found {
  const letter = bytes[3];
  if (letter === undefined) return 'more';
  if (letter === 0x50) return { command: { type: 'qr-print' }, length: 4 };
  if (letter === 0x53) return bytes.length < 6 ? 'more' : { command: SETTING, length: 6 };
  if (letter !== 0x44) {
    return { command: { type: 'unknown', bytes: [...bytes.subarray(0, 4)] }, length: 4 };
  }
  if (bytes.length < 8) return 'more';
  const length = 8 + (bytes[6] ?? 0) + 256 * (bytes[7] ?? 0);
  if (bytes.length < length) return 'more';
  const data = String.fromCharCode(...bytes.subarray(8, length));
  return { command: { type: 'qr-store', data }, length };
}

/** ESC X nL nH: n columns of 24 dots, the topmost in the highest bit of the first of three bytes. */
function picture(bytes: Uint8Array): Found {
  if (bytes.length < 4) return 'more';
  const width = (bytes[2] ?? 0) + 256 * (bytes[3] ?? 0);
  const length = 4 + 3 * width;
  if (bytes.length < length) return 'more';
  const columns = Array.from({ length: width }, (_column, x) =>
    Array.from(bytes.subarray(4 + 3 * x, 7 + 3 * x), dotsOf).join(''),
  );
  const rows = Array.from({ length: 24 }, (_row, y) =>
    columns.map((column) => column.charAt(y)).join(''),
  );
  return { command: { type: 'picture', rows }, length };
}

/** ESC GS S m xL xH yL yH n: a picture of rows, x bytes wide. */
function raster(bytes: Uint8Array): Found {
  if (bytes.length < 9) return 'more';
  const width = (bytes[4] ?? 0) + 256 * (bytes[5] ?? 0);
  const height = (bytes[6] ?? 0) + 256 * (bytes[7] ?? 0);
  const length = 9 + width * height;
  if (bytes.length < length) return 'more';
  const rows = Array.from({ length: height }, (_row, y) =>
    Array.from(bytes.subarray(9 + y * width, 9 + (y + 1) * width), dotsOf).join(''),
  );
  return { command: { type: 'picture', rows }, length };
}
