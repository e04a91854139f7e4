/**
 * Splits a stream of ESC/POS into commands, as the tables of Epson's command reference describe them.
 * Shares nothing with the driver, so that one cannot repeat a mistake of the other.
 */
export type Command =
  | { readonly type: 'character'; readonly byte: number }
  | { readonly type: 'line-feed' }
  | { readonly type: 'feed'; readonly lines: number }
  | { readonly type: 'initialise' }
  | { readonly type: 'align'; readonly align: 'left' | 'center' | 'right' }
  | { readonly type: 'bold' | 'inverse' | 'underline'; readonly on: boolean }
  | { readonly type: 'size'; readonly width: number; readonly height: number }
  | { readonly type: 'table'; readonly number: number }
  | { readonly type: 'cut' }
  | { readonly type: 'pulse'; readonly pin: number }
  | { readonly type: 'status-back'; readonly on: boolean }
  | { readonly type: 'ask-paper' }
  | { readonly type: 'ask-job'; readonly id: readonly number[] }
  | { readonly type: 'ask-drawer' }
  /** GS I 66 asks for the maker, 67 for the model. */
  | { readonly type: 'ask-name'; readonly number: number }
  /** Star: the end of printing is counted. */
  | { readonly type: 'end-of-printing' | 'count-from-zero' | 'cancel' }
  | { readonly type: 'picture'; readonly rows: readonly string[] }
  /** To a place on the line, in dots from its start or from here. */
  | { readonly type: 'move'; readonly from: 'start' | 'here'; readonly dots: number }
  | { readonly type: 'qr-store'; readonly data: string }
  | { readonly type: 'qr-print' }
  /** Understood, without effect on what we draw: font, language, code settings. */
  | { readonly type: 'setting' }
  | { readonly type: 'unknown'; readonly bytes: readonly number[] };

export type Split = { readonly commands: Command[]; readonly rest: Uint8Array };

type Found = { readonly command: Command; readonly length: number } | 'more';

const SETTING: Command = { type: 'setting' };

/** The commands that are complete; `rest` begins with one that is not. */
export function splitCommands(bytes: Uint8Array): Split {
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

function commandAt(bytes: Uint8Array): Found {
  const [first = 0] = bytes;
  if (first === 0x1b) return escapeCommand(bytes);
  if (first === 0x1d) return groupCommand(bytes);
  if (first === 0x1c && bytes[1] === 0x28) return parenthesis(bytes, () => SETTING);
  if (first === 0x1c) return fixed(bytes, FS_LENGTHS, () => SETTING);
  if (first === 0x0a) return { command: { type: 'line-feed' }, length: 1 };
  if (first === 0x00 || first === 0x0d) return { command: SETTING, length: 1 };
  if (first < 0x20) return { command: { type: 'unknown', bytes: [first] }, length: 1 };
  return { command: { type: 'character', byte: first }, length: 1 };
}

/** Whole length of a command by its second byte. */
type Lengths = Readonly<Record<string, number>>;
const FS_LENGTHS: Lengths = { '.': 2, '&': 2, '-': 3, '!': 3, S: 4, C: 3 };
const ESC_LENGTHS: Lengths = {
  '@': 2,
  a: 3,
  E: 3,
  d: 3,
  t: 3,
  M: 3,
  '!': 3,
  '-': 3,
  G: 3,
  J: 3,
  '3': 3,
  '2': 2,
  p: 5,
  R: 3,
  ' ': 3,
  i: 2,
  m: 2,
  '{': 3,
  V: 3,
  $: 4,
  '\\': 4,
};
const GS_LENGTHS: Lengths = {
  '!': 3,
  a: 3,
  r: 3,
  I: 3,
  B: 3,
  h: 3,
  w: 3,
  f: 3,
  H: 3,
  L: 4,
  W: 4,
  b: 3,
};

function fixed(bytes: Uint8Array, lengths: Lengths, command: (letter: string) => Command): Found {
  if (bytes.length < 2) return 'more';
  const letter = String.fromCharCode(bytes[1] ?? 0);
  const length = lengths[letter];
  if (length === undefined) {
    return { command: { type: 'unknown', bytes: [...bytes.subarray(0, 2)] }, length: 2 };
  }
  return bytes.length < length ? 'more' : { command: command(letter), length };
}

function escapeCommand(bytes: Uint8Array): Found {
  const value = bytes[2] ?? 0;
  return fixed(bytes, ESC_LENGTHS, (letter): Command => {
    switch (letter) {
      case '@':
        return { type: 'initialise' };
      case 'a':
        return { type: 'align', align: alignOf(value) };
      case 'E':
      case 'G':
        return { type: 'bold', on: (value & 1) === 1 };
      case '-':
        return { type: 'underline', on: value % 48 !== 0 };
      case 'd':
        return { type: 'feed', lines: value };
      case 't':
        return { type: 'table', number: value };
      case 'p':
        return { type: 'pulse', pin: value % 48 };
      case '$':
        return { type: 'move', from: 'start', dots: value + 256 * (bytes[3] ?? 0) };
      case '\\':
        return { type: 'move', from: 'here', dots: value + 256 * (bytes[3] ?? 0) };
      case 'i':
      case 'm':
        return { type: 'cut' };
      default:
        return SETTING;
    }
  });
}

function alignOf(value: number): 'left' | 'center' | 'right' {
  const places = ['left', 'center', 'right'] as const;
  return places[value % 48] ?? 'left';
}

function groupCommand(bytes: Uint8Array): Found {
  if (bytes.length < 3) return 'more';
  const letter = String.fromCharCode(bytes[1] ?? 0);
  const value = bytes[2] ?? 0;
  if (letter === '(') return parenthesis(bytes, groupBody);
  if (letter === 'v') return raster(bytes);
  if (letter === '8') return longParenthesis(bytes);
  if (letter === 'V') {
    // Function B (65, 66) carries how far to feed before the cut.
    const length = value >= 65 ? 4 : 3;
    return bytes.length < length ? 'more' : { command: { type: 'cut' }, length };
  }
  return fixed(bytes, GS_LENGTHS, (known): Command => {
    switch (known) {
      case '!':
        return { type: 'size', width: ((value >> 4) & 7) + 1, height: (value & 7) + 1 };
      case 'B':
        return { type: 'inverse', on: (value & 1) === 1 };
      case 'a':
        return { type: 'status-back', on: value !== 0 };
      case 'r':
        return { type: value % 48 === 2 ? 'ask-drawer' : 'ask-paper' };
      case 'I':
        return { type: 'ask-name', number: value };
      default:
        return SETTING;
    }
  });
}

/** GS ( x pL pH and that many bytes; FS ( is built alike. */
function parenthesis(
  bytes: Uint8Array,
  meaning: (kind: string, body: Uint8Array) => Command | undefined,
): Found {
  if (bytes.length < 5) return 'more';
  const length = 5 + (bytes[3] ?? 0) + 256 * (bytes[4] ?? 0);
  if (bytes.length < length) return 'more';
  const known = meaning(String.fromCharCode(bytes[2] ?? 0), bytes.subarray(5, length));
  return { command: known ?? { type: 'unknown', bytes: [...bytes.subarray(0, 7)] }, length };
}

function groupBody(kind: string, body: Uint8Array): Command | undefined {
  if (kind === 'H' && body[0] === 48 && body[1] === 48) {
    return { type: 'ask-job', id: [...body.subarray(2)] };
  }
  if (kind === 'k' && body[0] === 49) return qrCommand(body);
  return kind === 'L' ? SETTING : undefined;
}

/** cn 49 is QR; function 80 stores, 81 prints, 65, 67 and 69 are model, size and level. */
function qrCommand(body: Uint8Array): Command {
  if (body[1] === 80) {
    return { type: 'qr-store', data: String.fromCharCode(...body.subarray(3)) };
  }
  return body[1] === 81 ? { type: 'qr-print' } : SETTING;
}

/** GS v 0 m xL xH yL yH: a picture, a bit a dot, the leftmost in the highest bit. */
function raster(bytes: Uint8Array): Found {
  if (bytes.length < 8) return 'more';
  const width = (bytes[4] ?? 0) + 256 * (bytes[5] ?? 0);
  const height = (bytes[6] ?? 0) + 256 * (bytes[7] ?? 0);
  const length = 8 + width * height;
  if (bytes.length < length) return 'more';
  const rows = Array.from({ length: height }, (_row, y) =>
    Array.from(bytes.subarray(8 + y * width, 8 + (y + 1) * width), dotsOf).join(''),
  );
  return { command: { type: 'picture', rows }, length };
}

/** GS 8 L p1 p2 p3 p4 and that many bytes: graphics we do not draw. */
function longParenthesis(bytes: Uint8Array): Found {
  if (bytes.length < 7) return 'more';
  const [, , , one = 0, two = 0, three = 0, four = 0] = bytes;
  const length = 7 + one + 256 * (two + 256 * (three + 256 * four));
  return bytes.length < length ? 'more' : { command: SETTING, length };
}

/** Eight dots, black as `#`. */
export function dotsOf(byte: number): string {
  return byte.toString(2).padStart(8, '0').replaceAll('0', ' ').replaceAll('1', '#');
}
