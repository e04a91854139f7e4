import { allocate } from '../../lib/money.ts';
import type { FeePart, PricedLine } from '../order/events.ts';
import { standardRateBp } from '../vat.ts';
import type { Cart } from './cart.ts';

/** The fee split over the rates of the goods, in the order in which the lines bring them. */
export function feePartsOf(cart: Cart, lines: readonly PricedLine[]): FeePart[] {
  const fee = cart.deliveryFee;
  if (fee === undefined || fee.cents === 0) return [];
  const grossByRate = new Map<number, number>();
  for (const { vatRateBp: rate, grossCents } of lines) {
    grossByRate.set(rate, (grossByRate.get(rate) ?? 0) + grossCents);
  }
  const weights = [...grossByRate.values()];
  // Goods given away carry no weight: the fee then stands alone, at the standard rate.
  if (fee.policy === 'standard' || weights.every((weight) => weight === 0)) {
    return [{ vatRateBp: standardRateBp(cart), grossCents: fee.cents }];
  }
  const rates = [...grossByRate.keys()];
  const shares = allocate(fee.cents, weights);
  return rates.map((rate, place) => ({ vatRateBp: rate, grossCents: shares[place] ?? 0 }));
}
