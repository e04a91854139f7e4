import { assert } from '../../lib/assert.ts';
import type { PricedLine, RefundedLine } from '../order/events.ts';
import { vatBreakdown } from '../vat.ts';
import type { PricedCart } from './cart.ts';

/** What is given back, all amounts negative or nil. */
export type Refund = Pick<PricedCart, 'totalCents' | 'netCents' | 'vatCents' | 'vat'>;

type Taxed = { readonly grossCents: number; readonly vatRateBp: number };

/**
 * The opposite of lines as they were sold, at the rates they were sold at (R-FISC-17). The VAT given
 * back is what the rest of the ticket no longer bears, so that refunds add up to the ticket exactly
 * however it is cut; `rest` is what stays sold of the same ticket, nothing by default.
 */
export function refundOf(lines: readonly Taxed[], rest: readonly Taxed[] = []): Refund {
  const before = vatBreakdown([...rest, ...lines]);
  const after = new Map(vatBreakdown(rest).map((amount) => [amount.rateBp, amount]));
  const given = new Set(lines.map((line) => line.vatRateBp));
  const vat = before
    .filter((amount) => given.has(amount.rateBp))
    .map(({ rateBp, grossCents, vatCents }) => {
      const left = after.get(rateBp);
      const gross = (left?.grossCents ?? 0) - grossCents;
      const tax = (left?.vatCents ?? 0) - vatCents;
      return { rateBp, grossCents: gross, netCents: gross - tax, vatCents: tax };
    });
  const totalCents = vat.reduce((sum, amount) => sum + amount.grossCents, 0);
  const vatCents = vat.reduce((sum, amount) => sum + amount.vatCents, 0);
  return { totalCents, netCents: totalCents - vatCents, vatCents, vat };
}

/** So many articles of a line, named by its id. */
export type LineQuantity = { readonly lineId: string; readonly quantity: number };

/**
 * Articles of lines with the part of the price that they were sold at, discounts and all. One
 * article after the other, they add up to the line to the cent (E11). More than is left of a line
 * is a fault of the caller. Lines of the first version have no id: their place, counted from 1.
 */
export function refundLines(
  lines: readonly PricedLine[],
  already: readonly LineQuantity[],
  asked: readonly LineQuantity[],
): RefundedLine[] {
  const gone = new Map<string, number>();
  for (const { lineId, quantity } of already) {
    gone.set(lineId, (gone.get(lineId) ?? 0) + quantity);
  }
  const byId = new Map(lines.map((line, place) => [line.lineId ?? String(place + 1), line]));
  return asked.map(({ lineId, quantity }) => {
    const line = byId.get(lineId);
    const from = gone.get(lineId) ?? 0;
    const to = from + quantity;
    assert(line !== undefined, `the order has a line ${lineId}`);
    assert(Number.isInteger(quantity) && quantity > 0, 'at least one article is given back');
    assert(to <= line.quantity, `no more than ${line.quantity} of line ${lineId} are given back`);
    gone.set(lineId, to);
    return {
      lineId,
      quantity,
      grossCents: partCents(line, to) - partCents(line, from),
      vatRateBp: line.vatRateBp,
      name: line.name,
    };
  });
}

/** What the first `count` articles of a line are worth, half up. */
function partCents({ grossCents, quantity }: PricedLine, count: number): number {
  const doubled = 2 * grossCents * count + quantity;
  return (doubled - (doubled % (2 * quantity))) / (2 * quantity);
}
