import { bitmapOf } from '#app/receipt/bitmap.ts';
import type { Align } from '#app/receipt/blocks.ts';
import { lineWidth, type PaperLine, type Run } from '#app/receipt/layout.ts';

import type { Command } from './commands.ts';
import { characterOf } from './tables.ts';

/** Font A is twelve dots wide. */
const CELL_DOTS = 12;
const FEED_MAX = 50;
const LINES_MAX = 2_000;

export type Paper = {
  /** Draws a command; those that concern no paper are ignored. */
  readonly draw: (command: Command) => void;
  /** Takes the paper drawn so far, without the empty lines around it. */
  readonly tear: () => PaperLine[];
  readonly hasInk: () => boolean;
};

type Pen = Omit<Run, 'text'> & { readonly align: Align; readonly table: number };
const POWER_ON_RUN = { bold: false, inverse: false, width: 1, height: 1 } as const;
const POWER_ON: Pen = { ...POWER_ON_RUN, align: 'left', table: 0 };

/** The roll: characters in the pen's style, wrapped at the width of the paper. */
export function paperRoll(columns: number, language: 'esc-pos' | 'star-prnt' = 'esc-pos'): Paper {
  let pen = POWER_ON;
  let lines: PaperLine[] = [];
  let runs: Run[] = [];
  let stored = '';
  /** A band of a picture was just drawn on this line. */
  let hasBand = false;

  function feed(): void {
    const isEndOfBand = hasBand && runs.length === 0;
    hasBand = false;
    if (isEndOfBand) return;
    if (lines.length < LINES_MAX) lines.push({ type: 'text', align: pen.align, runs });
    runs = [];
  }

  function write(byte: number): void {
    const character = characterOf(byte, pen.table, language);
    if (lineWidth(runs) + pen.width > columns) feed();
    runs = withCharacter(runs, pen, character);
  }

  function draw(command: Command): void {
    switch (command.type) {
      case 'character':
        return write(command.byte);
      case 'line-feed':
        return feed();
      case 'feed':
        for (let line = 0; line < Math.min(command.lines, FEED_MAX); line += 1) feed();
        return;
      case 'initialise':
        runs = [];
        pen = POWER_ON;
        return;
      case 'qr-store':
        stored = command.data;
        return;
      case 'qr-print':
        if (runs.length > 0) feed();
        lines.push({ type: 'qr', data: stored });
        return;
      case 'move':
        runs = movedTo(runs, command, columns);
        return;
      case 'picture':
        runs = [];
        // A Star sends a picture in bands of 24 dots, each on a line of its own.
        hasBand = language === 'star-prnt';
        lines = withPicture(lines, command.rows, hasBand);
        return;
      default:
        pen = penAfter(pen, command);
    }
  }

  return {
    draw,
    tear() {
      if (runs.length > 0) feed();
      const first = lines.findIndex(isInked);
      const torn = first === -1 ? [] : lines.slice(first, lines.findLastIndex(isInked) + 1);
      lines = [];
      return torn;
    },
    hasInk: () => runs.length > 0 || lines.some(isInked),
  };
}

function withPicture(lines: PaperLine[], rows: readonly string[], isBand: boolean): PaperLine[] {
  const last = lines.at(-1);
  const below = bitmapOf(rows);
  if (!isBand || last?.type !== 'image') return [...lines, { type: 'image', bitmap: below }];
  const above = last.bitmap;
  const height = above.height + below.height;
  const bitmap = { ...above, height, dots: above.dots + below.dots };
  return [...lines.slice(0, -1), { type: 'image', bitmap }];
}

function withCharacter(runs: Run[], pen: Pen, character: string): Run[] {
  const { bold, inverse, width, height } = pen;
  const last = runs.at(-1);
  const isSame =
    last?.bold === bold &&
    last.inverse === inverse &&
    last.width === width &&
    last.height === height;
  if (last === undefined || !isSame) {
    return [...runs, { text: character, bold, inverse, width, height }];
  }
  return [...runs.slice(0, -1), { ...last, text: last.text + character }];
}

/** Spaces up to the character nearest to that dot; never back. */
function movedTo(
  runs: Run[],
  { from, dots }: Extract<Command, { type: 'move' }>,
  columns: number,
): Run[] {
  const width = lineWidth(runs);
  const to = Math.round(dots / CELL_DOTS) + (from === 'here' ? width : 0);
  if (to <= width || to > columns) return runs;
  return [...runs, { ...POWER_ON_RUN, text: ' '.repeat(to - width) }];
}

function penAfter(pen: Pen, command: Command): Pen {
  switch (command.type) {
    case 'align':
      return { ...pen, align: command.align };
    case 'bold':
      return { ...pen, bold: command.on };
    case 'inverse':
      return { ...pen, inverse: command.on };
    case 'size':
      return { ...pen, width: command.width, height: command.height };
    case 'table':
      return { ...pen, table: command.number };
    default:
      return pen;
  }
}

function isInked(line: PaperLine): boolean {
  return (
    line.type === 'qr' ||
    line.type === 'image' ||
    (line.type === 'text' && line.runs.some((run) => run.text.trim() !== ''))
  );
}
