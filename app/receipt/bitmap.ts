/**
 * A picture of black dots on white, as a thermal head prints it: one bit a dot, 1 is black, rows from
 * the top, each padded to whole bytes, all of it as hexadecimal text so that it travels as JSON.
 */
export type Bitmap = {
  readonly width: number;
  readonly height: number;
  readonly dots: string;
};

/** The head of an 80 mm printer has 576 dots; a taller picture than this is no logo. */
export const BITMAP_WIDTH_MAX = 576;
export const BITMAP_HEIGHT_MAX = 400;

/** From rows of text where `#` is black. */
export function bitmapOf(rows: readonly string[]): Bitmap {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const nibbles = 2 * Math.ceil(width / 8);
  const dots = rows
    .map((row) =>
      Array.from({ length: nibbles }, (_, at) => nibble(row.slice(4 * at, 4 * at + 4))).join(''),
    )
    .join('');
  return { width, height: rows.length, dots };
}

/** Row by row, `true` is black. What lies beyond the text of the picture is white. */
export function bitmapRows({ width, height, dots }: Bitmap): boolean[][] {
  const nibbles = 2 * Math.ceil(width / 8);
  return Array.from({ length: height }, (_row, y) =>
    Array.from({ length: width }, (_dot, x) => {
      const digit = Number.parseInt(dots.charAt(y * nibbles + (x >> 2)), 16);
      return Number.isInteger(digit) && ((digit >> (3 - (x & 3))) & 1) === 1;
    }),
  );
}

function nibble(dots: string): string {
  const bits = Array.from(dots.padEnd(4), (dot): number => (dot === '#' ? 1 : 0));
  return bits.reduce((sum, bit) => 2 * sum + bit, 0).toString(16);
}
