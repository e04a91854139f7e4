import type { KitchenTicket } from '#app/contract/store.ts';

/** The grid of one page. */
export const COLUMNS = 4;
export const ROWS = 2;

/** How many columns of the grid a ticket takes, and how closely its lines are set. */
export type Layout = { readonly span: 1 | 2 | 4; readonly density: 'roomy' | 'dense' };

export type Placed = { readonly ticket: KitchenTicket; readonly layout: Layout };

/**
 * What one column of one ticket holds, in lines of a pizza without changes, set roomy or dense.
 * Measured on the screen at 1920×1080 and 1366×768, where the type shrinks with the cell.
 */
const ROOMY_LINES = 5;
const DENSE_LINES = 7;

/** Shares of a line, in tenths, so that the sums stay integers. */
const LINE = 10;
const CHANGE_ROW = 8;
const NOTE_ROW = 6;
const DRINK_ROW = 5;
/** Characters of chips that fit beside one another, and of a name before it wraps. */
const CHIP_ROW_CHARACTERS = 22;
const NAME_CHARACTERS = 14;

/** How much room a ticket needs: an estimate from its words, so that nothing is measured on screen. */
export function layoutOf(ticket: Pick<KitchenTicket, 'lines' | 'note'>): Layout {
  const tenths = ticket.lines.reduce(
    (sum, line) => sum + lineTenths(line),
    ticket.note === undefined ? 0 : NOTE_ROW * 2,
  );
  if (tenths <= ROOMY_LINES * LINE) return { span: 1, density: 'roomy' };
  if (tenths <= DENSE_LINES * LINE) return { span: 1, density: 'dense' };
  // A line is never cut between two columns, which costs up to one line a column.
  if (tenths <= (DENSE_LINES - 1) * 2 * LINE) return { span: 2, density: 'dense' };
  return { span: 4, density: 'dense' };
}

/**
 * Lays the tickets in the grid in the order given: by row, left to right, a wide ticket going to the
 * next row where it no longer fits. Tickets are never taken out of turn to fill a gap.
 */
export function pagesOf(tickets: readonly KitchenTicket[]): readonly (readonly Placed[])[] {
  const pages: Placed[][] = [];
  let page: Placed[] = [];
  let row = 0;
  let column = 0;
  for (const ticket of tickets) {
    const layout = layoutOf(ticket);
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

function lineTenths(line: KitchenTicket['lines'][number]): number {
  if (line.kind === 'drink' || line.kind === 'beer') return DRINK_ROW;
  const name = Math.ceil(line.name.length / NAME_CHARACTERS);
  // Two characters for the sign, two for the edges of the chip; `SANS ` is longer.
  const chips = line.changes.reduce(
    (sum, change) => sum + change.name.length + (change.action === 'remove' ? 7 : 4),
    0,
  );
  return (
    LINE * name +
    CHANGE_ROW * Math.ceil(chips / CHIP_ROW_CHARACTERS) +
    (line.note === undefined ? 0 : NOTE_ROW)
  );
}
