/** How pressing a ticket is, measured against what was promised to the customer. */
export type Urgency =
  | { readonly level: 'calm' }
  | { readonly level: 'soon' }
  | { readonly level: 'late'; readonly minutes: number };

/**
 * From this share of the time between placing and promise on, in percent, a ticket is soon due.
 * Start value of the screens' guide; a promise of 15 minutes turns amber after 9.
 */
const SOON_PERCENT = 60;
const MINUTE_MS = 60_000;

/**
 * Calm below 60 % of the promised time, soon up to the promise, late after it. `minutes` is how far
 * beyond the promise, rounded up: a ticket is never late by nothing.
 */
export function urgencyOf(
  ticket: { readonly placedAt: string; readonly promisedAt: string },
  nowMs: number,
): Urgency {
  const placedMs = Date.parse(ticket.placedAt);
  const promisedMs = Date.parse(ticket.promisedAt);
  if (nowMs > promisedMs) {
    return { level: 'late', minutes: Math.ceil((nowMs - promisedMs) / MINUTE_MS) };
  }
  const isSoon = (nowMs - placedMs) * 100 >= (promisedMs - placedMs) * SOON_PERCENT;
  return { level: isSoon ? 'soon' : 'calm' };
}
