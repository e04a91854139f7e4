import { codewordsOf } from './codewords.ts';
import { penaltyOf } from './penalty.ts';

/** ISO/IEC 18004 annex E: the centres of the alignment patterns, by version. */
const ALIGNMENT: readonly (readonly number[])[] = [
  [],
  [6, 18],
  [6, 22],
  [6, 26],
  [6, 30],
  [6, 34],
  [6, 22, 38],
  [6, 24, 42],
  [6, 26, 46],
  [6, 28, 50],
];

/** ISO/IEC 18004 table 10: which modules a mask turns over. */
const MASKS: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/** `true` is dark, `undefined` not decided yet. */
type Grid = (boolean | undefined)[][];

/** The dark modules of a QR code, row by row; `undefined` when the text is too long for version 10. */
export function qrModules(data: string): boolean[][] | undefined {
  const codewords = codewordsOf(data);
  if (codewords === undefined) return undefined;
  const patterns = functionPatterns(codewords.version);
  const candidates = MASKS.map((mask, number) => {
    const grid = patterns.map((row) => [...row]);
    placeData(grid, codewords.bytes, mask);
    placeFormat(grid, number);
    return grid.map((row) => row.map((module) => module ?? false));
  });
  return candidates.reduce((best, grid) => (penaltyOf(grid) < penaltyOf(best) ? grid : best));
}

function functionPatterns(version: number): Grid {
  const size = 17 + 4 * version;
  const grid: Grid = Array.from({ length: size }, () => new Array<boolean | undefined>(size));
  for (let at = 0; at < size; at += 1) {
    put(grid, at, 6, at % 2 === 0);
    put(grid, 6, at, at % 2 === 0);
  }
  for (const [x, y] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const)
    placeFinder(grid, x, y);
  placeAlignments(grid, ALIGNMENT[version - 1] ?? []);
  placeFormat(grid, 0);
  if (version >= 7) placeVersion(grid, version);
  return grid;
}

function put(grid: Grid, x: number, y: number, isDark: boolean): void {
  const row = grid[y];
  if (row !== undefined && x >= 0 && x < grid.length) row[x] = isDark;
}

/** Rings round a centre: dark at 0, 1 and 3, light at 2 and at 4, which is the separator. */
function placeFinder(grid: Grid, centreX: number, centreY: number): void {
  for (let dy = -4; dy <= 4; dy += 1) {
    for (let dx = -4; dx <= 4; dx += 1) {
      const ring = Math.max(Math.abs(dx), Math.abs(dy));
      put(grid, centreX + dx, centreY + dy, ring !== 2 && ring !== 4);
    }
  }
}

function placeAlignments(grid: Grid, centres: readonly number[]): void {
  const last = centres.length - 1;
  centres.forEach((y, row) => {
    centres.forEach((x, column) => {
      const isFinder =
        (row === 0 && column === 0) ||
        (row === 0 && column === last) ||
        (row === last && column === 0);
      if (isFinder) return;
      for (let dy = -2; dy <= 2; dy += 1) {
        for (let dx = -2; dx <= 2; dx += 1) {
          put(grid, x + dx, y + dy, Math.max(Math.abs(dx), Math.abs(dy)) !== 1);
        }
      }
    });
  });
}

/** Level M is 00; the fifteen bits are protected by the BCH code 0x537 and masked by 0x5412. */
function placeFormat(grid: Grid, mask: number): void {
  const bits = ((mask << 10) | remainder(mask << 10, 0x537, 10)) ^ 0x5412;
  const size = grid.length;
  const isDark = (bit: number): boolean => ((bits >> bit) & 1) === 1;
  for (let bit = 0; bit < 15; bit += 1) {
    const along = bit < 6 ? bit : bit + 1;
    if (bit < 8) put(grid, 8, along, isDark(bit));
    else put(grid, bit === 8 ? 7 : 14 - bit, 8, isDark(bit));
    if (bit < 8) put(grid, size - 1 - bit, 8, isDark(bit));
    else put(grid, 8, size - 15 + bit, isDark(bit));
  }
  put(grid, 8, size - 8, true);
}

function placeVersion(grid: Grid, version: number): void {
  const bits = (version << 12) | remainder(version << 12, 0x1f25, 12);
  for (let bit = 0; bit < 18; bit += 1) {
    const isDark = ((bits >> bit) & 1) === 1;
    const far = grid.length - 11 + (bit % 3);
    const near = Math.floor(bit / 3);
    put(grid, far, near, isDark);
    put(grid, near, far, isDark);
  }
}

function remainder(value: number, generator: number, degree: number): number {
  let rest = value;
  for (let bit = 20; bit >= degree; bit -= 1) {
    if ((rest >> bit) & 1) rest ^= generator << (bit - degree);
  }
  return rest;
}

/** Two columns at a time from the right, up and down in turn, passing over the timing column. */
function placeData(
  grid: Grid,
  bytes: readonly number[],
  mask: (x: number, y: number) => boolean,
): void {
  const size = grid.length;
  let bit = 0;
  for (let pair = 0; pair < (size - 1) / 2; pair += 1) {
    const right = size - 1 - 2 * pair - (size - 1 - 2 * pair <= 6 ? 1 : 0);
    for (let step = 0; step < size; step += 1) {
      const y = pair % 2 === 0 ? size - 1 - step : step;
      for (const x of [right, right - 1]) {
        if (grid[y]?.[x] !== undefined) continue;
        const isSet = (((bytes[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1) === 1;
        put(grid, x, y, isSet !== mask(x, y));
        bit += 1;
      }
    }
  }
}
