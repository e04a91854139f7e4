import { assertNever } from '../lib/assert.ts';
import { BITMAP_HEIGHT_MAX, BITMAP_WIDTH_MAX, type Bitmap } from './bitmap.ts';
import type { Align, Block, ReceiptColumn, TextSize } from './blocks.ts';
import { printable } from './printable.ts';

/** A piece of a line in one style. `width` and `height` multiply the size of a character. */
export type Run = {
  readonly text: string;
  readonly bold: boolean;
  readonly inverse: boolean;
  readonly width: number;
  readonly height: number;
};

/** A line as the paper shows it. The printer's bytes, the SVG and the text are all made of these. */
export type PaperLine =
  | { readonly type: 'text'; readonly align: Align; readonly runs: readonly Run[] }
  | { readonly type: 'qr'; readonly data: string }
  | { readonly type: 'image'; readonly bitmap: Bitmap }
  | { readonly type: 'cut' };

/** Dots of one character of font A. */
const CELL_DOTS = 12;

/** 32 characters on 58 mm paper, 42 or 48 on 80 mm; part of a printer's profile, never assumed. */
export type Columns = 32 | 42 | 48;

export const QR_DATA_MAX = 200;
export const SPACER_MAX = 20;

const PLAIN = { bold: false, inverse: false, width: 1, height: 1 } as const;
const GAP = 1;
/** Below this a flexible column is unreadable, and the row is stacked instead. */
const FLEXIBLE_MIN = 6;

/** Lays blocks out on paper of that many characters. Every text passes through `printable` here. */
export function layout(blocks: readonly Block[], columns: Columns): PaperLine[] {
  return blocks.flatMap((block) => blockLines(block, columns));
}

/** The width of a line in characters of normal width. */
export function lineWidth(runs: readonly Run[]): number {
  return runs.reduce((sum, run) => sum + run.text.length * run.width, 0);
}

/** Where a line starts, in characters of normal width. */
export function startOf(line: { align: Align; runs: readonly Run[] }, columns: number): number {
  const free = Math.max(0, columns - lineWidth(line.runs));
  if (line.align === 'right') return free;
  return line.align === 'center' ? Math.floor(free / 2) : 0;
}

/** Cuts at spaces, never at a no-break space; a word longer than the line is cut where it must. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/ +/).filter((part) => part !== '')) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (joined.length <= width) {
      line = joined;
      continue;
    }
    if (line !== '') lines.push(line);
    let rest = word;
    for (; rest.length > width; rest = rest.slice(width)) lines.push(rest.slice(0, width));
    line = rest;
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line];
}

function blockLines(block: Block, columns: Columns): PaperLine[] {
  switch (block.type) {
    case 'text':
      return textLines(block, columns);
    case 'row':
      return rowTexts(block.columns, columns).map((line) => plainLine(line, block.bold ?? false));
    case 'rule':
      return [plainLine((block.style === 'double' ? '=' : '-').repeat(columns), false)];
    case 'qr':
      return [{ type: 'qr', data: qrData(block.data) }];
    case 'image':
      return fits(block.bitmap, columns) ? [block] : [];
    case 'spacer':
      return Array.from({ length: Math.min(block.lines, SPACER_MAX) }, () => plainLine('', false));
    case 'mark':
      return wrap(printable(block.text), Math.floor(columns / 2) - 2).map((line) => ({
        type: 'text',
        align: 'center',
        runs: [{ text: ` ${line} `, bold: true, inverse: true, width: 2, height: 2 }],
      }));
    case 'cut':
      return [{ type: 'cut' }];
    default:
      return assertNever(block);
  }
}

const SCALES: Readonly<Record<TextSize, { width: number; height: number }>> = {
  normal: { width: 1, height: 1 },
  tall: { width: 1, height: 2 },
  large: { width: 2, height: 2 },
};

function textLines(block: Extract<Block, { type: 'text' }>, columns: Columns): PaperLine[] {
  const asked = SCALES[block.size ?? 'normal'];
  const content = printable(block.text);
  // A word that does not fit in double width is written in single width rather than broken.
  const longest = Math.max(...content.split(' ').map((word) => word.length));
  const scale = longest * asked.width > columns ? { ...asked, width: 1 } : asked;
  const style = { bold: block.bold ?? false, inverse: false, ...scale };
  return wrap(content, Math.floor(columns / scale.width)).map((line) => ({
    type: 'text',
    align: block.align ?? 'left',
    runs: line === '' ? [] : [{ ...style, text: line }],
  }));
}

function plainLine(line: string, bold: boolean): PaperLine {
  const trimmed = line.trimEnd();
  return {
    type: 'text',
    align: 'left',
    runs: trimmed === '' ? [] : [{ ...PLAIN, bold, text: trimmed }],
  };
}

type Cell = { readonly text: string; readonly align: 'left' | 'right'; readonly fixed?: number };

function rowTexts(columns: readonly ReceiptColumn[], width: number): string[] {
  const cells = columns.map(cellOf);
  const widths = cellWidths(cells, width);
  if (widths === undefined) return cells.flatMap((cell) => stacked(cell, width));
  const wrapped = cells.map((cell, index) => wrap(cell.text, widths[index] ?? 1));
  const height = Math.max(1, ...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, row) =>
    cells
      .map((cell, index) => pad(wrapped[index]?.[row] ?? '', widths[index] ?? 1, cell.align))
      .join(' '.repeat(GAP)),
  );
}

/** A fixed width is a minimum: an amount that needs more takes it, and is never broken. */
function cellOf(column: ReceiptColumn): Cell {
  const text = printable(column.text);
  const align = column.align ?? 'left';
  if (column.width === undefined) return { text, align };
  const least = column.width === 'auto' ? 0 : column.width;
  return {
    text,
    align,
    fixed: align === 'right' ? Math.max(least, text.length) : least || text.length,
  };
}

/** `undefined` when the columns do not fit side by side. */
function cellWidths(cells: readonly Cell[], width: number): number[] | undefined {
  const flexible = cells.filter((cell) => cell.fixed === undefined).length;
  const taken = cells.reduce((sum, cell) => sum + (cell.fixed ?? 0), GAP * (cells.length - 1));
  const left = width - taken;
  if (left < flexible * FLEXIBLE_MIN) return undefined;
  const share = flexible === 0 ? 0 : Math.floor(left / flexible);
  let remainder = flexible === 0 ? 0 : left - share * flexible;
  return cells.map((cell) => {
    if (cell.fixed !== undefined) return cell.fixed;
    const extra = remainder;
    remainder = 0;
    return share + extra;
  });
}

function stacked(cell: Cell, width: number): string[] {
  return wrap(cell.text, width).map((line) => pad(line, width, cell.align));
}

function pad(line: string, width: number, align: 'left' | 'right'): string {
  return align === 'right' ? line.padStart(width) : line.padEnd(width);
}

/** A picture wider than the paper is left out: the receipt matters more than its ornament. */
function fits({ width, height }: Bitmap, columns: Columns): boolean {
  const widest = Math.min(columns * CELL_DOTS, BITMAP_WIDTH_MAX);
  return width > 0 && width <= widest && height > 0 && height <= BITMAP_HEIGHT_MAX;
}

function qrData(data: string): string {
  return data.replace(/[^\u0020-\u007e]/g, '').slice(0, QR_DATA_MAX);
}
