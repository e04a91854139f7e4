import type { KitchenTicket } from '#app/contract/store.ts';
import { isJustTaken } from './marks.ts';
import { type SpecPart, type SpecSign, specOf } from '#app/domain/menu/spec.ts';

/** The grid of one page. */
export const COLUMNS = 4;
export const ROWS = 2;

/** How many columns of the grid a ticket takes, and how closely its lines are set. */
export type Layout = { readonly span: 1 | 2 | 3 | 4; readonly density: Density };
export type Density = 'roomy' | 'dense' | 'packed';

export type Placed = { readonly ticket: KitchenTicket; readonly layout: Layout };

/** What one column of one ticket holds, set in large type and in smaller type. */
export type Room = { readonly roomy: Column; readonly dense: Column };
export type Column = {
  /** Its height, in tenths of a line of one pizza in that type. */
  readonly tenths: number;
  /** Characters of the signs of changes that fit beside one another. */
  readonly signCharacters: number;
};

/** Shares of a line, in tenths, so that the sums stay integers; measured on both sizes of screen. */
const LINE = 10;
const SIGN_ROW = 6;
const NOTE_ROW = 6;
const DRINK_ROW = 5;
/** The word of a change, and the box around the line that carries it. */
const MARK_ROW = 9;
/** The second half of a pizza of two, and each further part. */
const PART_ROW = 8;
/** Characters of a name before it wraps; its disc and its fraction stand before that of a half. */
const NAME_CHARACTERS = 14;
const PART_CHARACTERS = 11;
/** A sign has two edges. */
const EDGES = 2;

/** How much room a ticket needs: an estimate from its words, so that nothing is measured on screen. */
export function layoutOf(ticket: Pick<KitchenTicket, 'lines' | 'note'>, room: Room): Layout {
  if (columnsFor(ticket, room.roomy) === 1) return { span: 1, density: 'roomy' };
  const columns = columnsFor(ticket, room.dense);
  const span = ([1, 2, 3, 4] as const).find((known) => columns <= known);
  return span === undefined ? { span: COLUMNS, density: 'packed' } : { span, density: 'dense' };
}

/** Fills one column after the other, as the screen does: a line is never cut between two. */
function columnsFor(ticket: Pick<KitchenTicket, 'lines' | 'note'>, column: Column): number {
  let columns = 1;
  let used = 0;
  for (const height of heightsOf(ticket, column)) {
    if (height > column.tenths) return Number.POSITIVE_INFINITY;
    if (used + height > column.tenths) {
      columns += 1;
      used = 0;
    }
    used += height;
  }
  return columns;
}

/** Of what is made, line by line, of what is only taken, in one, and of the note. */
function heightsOf(
  { lines, note }: Pick<KitchenTicket, 'lines' | 'note'>,
  column: Column,
): readonly number[] {
  const drinks = lines.filter(isJustTaken);
  return [
    ...lines.filter((line) => !isJustTaken(line)).map((line) => lineHeight(line, column)),
    ...(drinks.length === 0 ? [] : [DRINK_ROW * drinks.length]),
    ...(note === undefined ? [] : [NOTE_ROW + noteHeight(note, column)]),
  ];
}

/**
 * Lays the tickets in the grid in the order given: by row, left to right, a wide ticket going to the
 * next row where it no longer fits. Tickets are never taken out of turn to fill a gap.
 */
export function pagesOf(
  tickets: readonly KitchenTicket[],
  room: Room,
): readonly (readonly Placed[])[] {
  const pages: Placed[][] = [];
  let page: Placed[] = [];
  let row = 0;
  let column = 0;
  for (const ticket of tickets) {
    const layout = layoutOf(ticket, room);
    if (column + layout.span > COLUMNS) {
      row += 1;
      column = 0;
    }
    if (row >= ROWS || pages.length === 0) {
      page = [];
      pages.push(page);
      row = 0;
      column = 0;
    }
    page.push({ ticket, layout });
    column += layout.span;
  }
  return pages;
}

function lineHeight(line: KitchenTicket['lines'][number], column: Column): number {
  const mark = line.mark === undefined ? 0 : MARK_ROW;
  const { title, parts, dough, signs, options, note } = specOf(line);
  const rows = [...(dough === undefined ? [] : [dough]), ...signs.map(textOf), ...options];
  const name =
    parts.length === 0
      ? LINE * Math.ceil(title.length / NAME_CHARACTERS)
      : LINE - PART_ROW + parts.reduce((sum, part) => sum + partHeight(part, column), 0);
  return (
    mark + name + signsHeight(rows, column) + (note === undefined ? 0 : noteHeight(note, column))
  );
}

function partHeight({ name, signs }: SpecPart, column: Column): number {
  const rows = Math.ceil(name.length / PART_CHARACTERS);
  return PART_ROW * rows + signsHeight(signs.map(textOf), column);
}

function signsHeight(texts: readonly string[], { signCharacters }: Column): number {
  const characters = texts.reduce((sum, text) => sum + text.length + EDGES, 0);
  return SIGN_ROW * Math.ceil(characters / signCharacters);
}

function noteHeight(note: string, { signCharacters }: Column): number {
  return NOTE_ROW * Math.ceil(note.length / signCharacters);
}

function textOf({ text }: SpecSign): string {
  return text;
}
