import type { KitchenTicket } from '#app/contract/store.ts';

import { isToBeSeen } from './marks.ts';

/**
 * Takes the new tickets, but keeps the old object wherever nothing in it changed, so that a memoised
 * ticket is not drawn again when its neighbour changes. The order is the new one.
 */
export function keepSame(
  before: readonly KitchenTicket[],
  next: readonly KitchenTicket[],
): readonly KitchenTicket[] {
  const known = new Map(before.map((ticket) => [ticket.orderId, ticket]));
  const kept = next.map((ticket) => {
    const old = known.get(ticket.orderId);
    return old !== undefined && JSON.stringify(old) === JSON.stringify(ticket) ? old : ticket;
  });
  const isUnchanged =
    kept.length === before.length && kept.every((ticket, index) => ticket === before[index]);
  return isUnchanged ? before : kept;
}

/** The tickets that were not on the board before, for the sound of a new order. */
export function newcomers(
  before: readonly KitchenTicket[],
  next: readonly KitchenTicket[],
): readonly KitchenTicket[] {
  const known = new Set(before.map((ticket) => ticket.orderId));
  return next.filter((ticket) => !known.has(ticket.orderId));
}

/** The tickets that were on the board and must be looked at again: edited once more, or cancelled. */
export function edited(
  before: readonly KitchenTicket[],
  next: readonly KitchenTicket[],
): readonly KitchenTicket[] {
  const known = new Map(before.map((ticket) => [ticket.orderId, ticket]));
  return next.filter((ticket) => {
    const old = known.get(ticket.orderId);
    if (old === undefined || !isToBeSeen(ticket)) return false;
    return old.revision !== ticket.revision || old.status !== ticket.status || !isToBeSeen(old);
  });
}
