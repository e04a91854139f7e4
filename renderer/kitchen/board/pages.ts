import type { KitchenTicket } from '#app/contract/store.ts';

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

/** Shares of a line, in tenths, so that the sums stay integers. */
const LINE = 10;
const SIGN_ROW = 8;
const NOTE_ROW = 6;
const DRINK_ROW = 5;
/** A line is never cut between two columns: each column but the last may lose this much. */
const LOST_PER_COLUMN = 12;
/** Characters of a name before it wraps. */
const NAME_CHARACTERS = 14;

/** How much room a ticket needs: an estimate from its words, so that nothing is measured on screen. */
export function layoutOf(ticket: Pick<KitchenTicket, 'lines' | 'note'>, room: Room): Layout {
  if (heightOf(ticket, room.roomy) <= room.roomy.tenths) return { span: 1, density: 'roomy' };
  const height = heightOf(ticket, room.dense);
  const span = ([1, 2, 3, 4] as const).find(
    (columns) => height <= room.dense.tenths * columns - LOST_PER_COLUMN * (columns - 1),
  );
  return span === undefined ? { span: 4, density: 'packed' } : { span, density: 'dense' };
}

function heightOf(ticket: Pick<KitchenTicket, 'lines' | 'note'>, column: Column): number {
  return ticket.lines.reduce(
    (sum, line) => sum + lineHeight(line, column),
    ticket.note === undefined ? 0 : NOTE_ROW * 2,
  );
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
  if (line.kind === 'drink' || line.kind === 'beer') return DRINK_ROW;
  const name = Math.ceil(line.name.length / NAME_CHARACTERS);
  // Two characters for the sign, two for its edges; `SANS ` is longer.
  const signs = line.changes.reduce(
    (sum, change) => sum + change.name.length + (change.action === 'remove' ? 7 : 4),
    0,
  );
  return (
    LINE * name +
    SIGN_ROW * Math.ceil(signs / column.signCharacters) +
    (line.note === undefined ? 0 : NOTE_ROW)
  );
}
