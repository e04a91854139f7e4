import type { CartLine, PricedLine } from '../order/events.ts';
import { priceCart } from '../pricing.ts';
import { type Cart } from '../pricing/cart.ts';
import { cartLineOf } from '../pricing/kept.ts';
import { availability, type AvailabilityAsked } from './availability.ts';

/** A line that cannot be sold again as it was. */
export type Missing = { readonly name: string; readonly why: 'sold-out' | 'not-on-menu' };

export type SoldAgain = {
  readonly lines: readonly CartLine[];
  readonly missing: readonly Missing[];
};

/**
 * The lines of an earlier order as they can be asked for today, and what cannot. A deal comes back
 * whole or not at all: its lines are then each tried on their own. Ids and notes stay as they were;
 * prices are found afresh.
 */
export function sellAgain(
  sold: readonly PricedLine[],
  asked: AvailabilityAsked & Pick<Cart, 'territory' | 'date'>,
): SoldAgain {
  const { line: availableLine } = availability(asked);
  const lines: CartLine[] = [];
  const missing: Missing[] = [];
  const whole = new Map<string, boolean>();
  const whyNot = (asking: readonly CartLine[]): Missing['why'] | undefined => {
    for (const line of asking) {
      const found = availableLine(line);
      if (found !== 'available') return found.why === 'not-on-menu' ? found.why : 'sold-out';
    }
    const priced = priceCart({ ...asked, lines: asking });
    return priced.ok ? undefined : 'not-on-menu';
  };
  for (const before of sold) {
    const line = cartLineOf(before);
    const instance = line.deal?.instance;
    if (instance !== undefined && !whole.has(instance)) {
      const together = sold.filter((other) => other.deal?.instance === instance).map(cartLineOf);
      whole.set(instance, whyNot(together) === undefined);
    }
    if (instance !== undefined && whole.get(instance) === true) {
      lines.push(line);
      continue;
    }
    const { deal: _deal, ...alone } = line;
    const why = whyNot([alone]);
    if (why === undefined) lines.push(alone);
    else missing.push({ name: before.name, why });
  }
  return { lines, missing };
}
