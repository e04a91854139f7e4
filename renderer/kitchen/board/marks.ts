import type { KitchenTicket } from '#app/contract/store.ts';

/** Whether the kitchen must look again before it goes on: an edit, or a cancellation. */
export function isToBeSeen({ status, lines }: Pick<KitchenTicket, 'status' | 'lines'>): boolean {
  return status === 'cancelled' || lines.some(({ mark }) => mark !== undefined);
}

/**
 * Tickets to be made now, and those to be begun later, by the screen's own clock (milliseconds since
 * 1970). A cancelled one is never for later: somebody must see it.
 */
export function splitByTime(
  tickets: readonly KitchenTicket[],
  nowMs: number,
): { readonly now: readonly KitchenTicket[]; readonly later: readonly KitchenTicket[] } {
  const isLater = ({ startAt, status }: KitchenTicket) =>
    status === 'placed' && startAt !== undefined && Date.parse(startAt) > nowMs;
  if (!tickets.some(isLater)) return { now: tickets, later: NONE };
  return {
    now: tickets.filter((ticket) => !isLater(ticket)),
    later: tickets
      .filter(isLater)
      .sort((left, right) => left.promisedAt.localeCompare(right.promisedAt)),
  };
}

/** Drinks go on one row below the others, until one of them is added, changed or taken off. */
export function isJustTaken({ kind, mark }: KitchenTicket['lines'][number]): boolean {
  return (kind === 'drink' || kind === 'beer') && mark === undefined;
}

/** Those that are still to be made: a cancelled order is looked at, and counts for nothing. */
export function standing(tickets: readonly KitchenTicket[]): readonly KitchenTicket[] {
  return tickets.some(isCancelled) ? tickets.filter((ticket) => !isCancelled(ticket)) : tickets;
}

function isCancelled({ status }: KitchenTicket): boolean {
  return status === 'cancelled';
}

const NONE: readonly KitchenTicket[] = [];
