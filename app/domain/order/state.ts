import type { Mode, ProductKind } from '../menu.ts';
import type { Channel, FeePart, NonSale, PricedLine, RefundedLine, VatAmount } from './events.ts';
import { givenBackCents, type PaymentAttempt, receivedCents } from './payments.ts';

/** What was given back of an order, once. Amounts less than zero, as in its entry. */
export type Refund = {
  readonly refundId: string;
  readonly lines: readonly RefundedLine[];
  readonly totalCents: number;
  readonly vat: readonly VatAmount[];
};

/** A line as it stands in an order: it always has its name. */
export type StandingLine = PricedLine & { readonly lineId: string };

type Placed = {
  readonly orderId: string;
  readonly number: number;
  readonly businessDay: string;
  /** ISO 8601, UTC. */
  readonly placedAt: string;
  readonly channel: Channel;
  readonly mode: Mode;
  /** As sold, refunds not taken off. */
  readonly lines: readonly StandingLine[];
  readonly feeParts: readonly FeePart[];
  readonly nonSales: readonly NonSale[];
  /** Lines and fee of the newest revision, refunds not taken off. */
  readonly totalCents: number;
  readonly vat: readonly VatAmount[];
  readonly promisedAt: string;
  readonly isScheduled: boolean;
  readonly note?: string | undefined;
  readonly payments: readonly PaymentAttempt[];
  /** 1 as placed, one more at each edit. */
  readonly revision: number;
  /** The newest revision whose marks the kitchen has seen. */
  readonly acknowledgedRevision: number;
  /** Of every line there ever was: the revision that last added, changed or removed it. */
  readonly lineRevisions: Readonly<Record<string, number>>;
  readonly editIds: readonly string[];
  readonly refunds: readonly Refund[];
  /** The till that has it. */
  readonly device?: string | undefined;
  readonly customerId?: string | undefined;
  readonly addressId?: string | undefined;
  readonly couponCodes: readonly string[];
};

/** `draft`: nothing is placed yet. Payment goes its own way beside the status. */
export type Order =
  | { readonly status: 'draft' }
  | (Placed & { readonly status: 'placed' | 'preparing' | 'ready' })
  | (Placed & { readonly status: 'handed-over' | 'delivered' })
  | (Placed & {
      readonly status: 'cancelled';
      readonly reason: string;
      readonly isCancellationSeen: boolean;
    });

export type PlacedOrder = Exclude<Order, { status: 'draft' }>;
export type LiveOrder = Exclude<PlacedOrder, { status: 'cancelled' }>;

export const DRAFT: Order = { status: 'draft' };

/** The kinds of product that somebody has to make. The rest is taken from a shelf. */
const MADE_IN_KITCHEN: readonly ProductKind[] = ['pizza', 'side'];

/** Whether a line is for the kitchen. An order without any may be handed over as soon as it is placed. */
export function isForKitchen(line: { readonly kind: ProductKind }): boolean {
  return MADE_IN_KITCHEN.includes(line.kind);
}

/**
 * What the customer still owes, in cents; less than zero: what is owed to the customer. Vouchers and
 * deposits are due beside the turnover; of a cancelled order nothing is due but the money back.
 */
export function dueCents(order: Order): number {
  if (order.status === 'draft') return 0;
  const kept = receivedCents(order.payments) - givenBackCents(order.payments);
  if (order.status === 'cancelled') return 0 - kept;
  return order.totalCents + nonSaleCents(order) - refundedCents(order) - kept;
}

export function nonSaleCents({ nonSales }: Pick<PlacedOrder, 'nonSales'>): number {
  return nonSales.reduce((sum, { cents }) => sum + cents, 0);
}

/** What was given back of the lines, in cents, zero or more; paid out or not. */
export function refundedCents({ refunds }: Pick<PlacedOrder, 'refunds'>): number {
  return refunds.reduce((sum, { totalCents }) => sum - totalCents, 0);
}

/** How many of a line were given back, and for how much. */
export function refundedOf(
  { refunds }: Pick<PlacedOrder, 'refunds'>,
  lineId: string,
): { readonly quantity: number; readonly grossCents: number } {
  let quantity = 0;
  let grossCents = 0;
  for (const refund of refunds)
    for (const line of refund.lines)
      if (line.lineId === lineId) {
        quantity += line.quantity;
        grossCents += line.grossCents;
      }
  return { quantity, grossCents };
}

export function isGiven({ status }: PlacedOrder): boolean {
  return status === 'handed-over' || status === 'delivered';
}

/** Lines with their names: those that have none get the smallest number that no other line has. */
export function named<Line extends { readonly lineId?: string | undefined }>(
  lines: readonly Line[],
): readonly (Line & { readonly lineId: string })[] {
  if (lines.every(hasName)) return lines;
  const taken = new Set(lines.map((line) => line.lineId));
  let next = 1;
  return lines.map((line) => {
    if (hasName(line)) return line;
    while (taken.has(String(next))) next += 1;
    const lineId = String(next);
    taken.add(lineId);
    return { ...line, lineId };
  });
}

function hasName<Line extends { readonly lineId?: string | undefined }>(
  line: Line,
): line is Line & { readonly lineId: string } {
  return line.lineId !== undefined;
}
