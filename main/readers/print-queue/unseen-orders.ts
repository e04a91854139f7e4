/** A kitchen screen that shows an order says so within this, or paper is printed. */
export const SEEN_WITHIN_MS = 15_000;

/** An order the kitchen must make, and when a screen said that it shows it. Times ISO 8601 in UTC. */
export type OrderToMake = {
  readonly orderId: string;
  readonly placedAt: string;
  readonly seenAt?: string | undefined;
};

/**
 * The orders that no kitchen screen has shown in time: their slips are printed, marked, on the
 * kitchen's printer or the one that stands in for it.
 */
export function unseenOrders(
  orders: readonly OrderToMake[],
  now: string,
  withinMs = SEEN_WITHIN_MS,
): string[] {
  return orders
    .filter(({ seenAt }) => seenAt === undefined)
    .filter(({ placedAt }) => Date.parse(now) - Date.parse(placedAt) >= withinMs)
    .map(({ orderId }) => orderId);
}
