import { assert } from '../lib/assert.ts';
import { assertCents } from '../lib/money.ts';
import { accept, refuse, type Result } from '../lib/result.ts';
import type { CartLine, FeePart, PricedLine } from './order/events.ts';
import type { PricingRefusal } from './order/refusals.ts';
import type { Cart, PricedCart, UnusedCoupon, UsedCoupon } from './pricing/cart.ts';
import { priceDeals } from './pricing/deals.ts';
import { type Sold, takeOff } from './pricing/discounts.ts';
import { feePartsOf } from './pricing/fee.ts';
import { keptLines } from './pricing/kept.ts';
import { type LinePrice, type NamedLine, priceLine, soldLine } from './pricing/line.ts';
import { type Promoted, promote } from './pricing/promotions.ts';
import { vatBreakdown } from './vat.ts';

export type { PricingRefusal } from './order/refusals.ts';
export type { Cart, PricedCart } from './pricing/cart.ts';

/**
 * Prices a cart from the menu, or says why not (`detail.line` is the place of the line, from 0).
 * Lines with dough, extras and options; deals split over their lines; promotions; prices and
 * discounts set by a person; points; the delivery fee; then VAT once per rate. No line is sold for
 * less than nothing, and the rates make the total to the cent (R-VAT-04).
 */
export function priceCart(cart: Cart): Result<PricedCart, PricingRefusal> {
  const fee = cart.deliveryFee?.cents ?? 0;
  assertCents(fee);
  assert(fee >= 0, 'a fee is never negative');
  const sold = sellLines(cart);
  if (!sold.ok) return sold;
  const promoted = promote(cart, sold.value.lines);
  const lines = takeOff(cart, { ...sold.value, promoted });
  if (!lines.ok) return lines;
  const feeParts = feePartsOf(cart, lines.value);
  return accept({ ...totalled(lines.value, feeParts), ...couponsOf(promoted, lines.value) });
}

/** The lines with their names and unit prices, before anything is taken off. */
function sellLines(cart: Cart): Result<Omit<Sold, 'promoted'>, PricingRefusal> {
  const named = nameLines(cart.lines);
  if (!named.ok) return named;
  const kept = keptLines(cart, named.value);
  const prices = new Map<string, LinePrice>();
  for (const [place, line] of named.value.entries()) {
    if (kept.has(line.lineId)) continue;
    const outcome = priceLine(cart.menu, line);
    if (!outcome.ok) {
      const { code, detail } = outcome.refusal;
      return refuse({ code, detail: { ...detail, line: place } });
    }
    prices.set(line.lineId, outcome.value);
  }
  const deals = priceDeals(cart, [...prices.values()]);
  if (!deals.ok) return deals;
  const lines = named.value.flatMap(({ lineId }) => {
    const price = prices.get(lineId);
    const line =
      price === undefined ? kept.get(lineId)?.now : soldLine(cart, price, deals.value.get(lineId));
    return line === undefined ? [] : [line];
  });
  for (const line of lines) assertCents(line.grossCents);
  return accept({ lines, kept });
}

/** Lines without a name get their place, counted from 1, or the next number that is free. */
function nameLines(lines: readonly CartLine[]): Result<NamedLine[], PricingRefusal> {
  const taken = new Set<string>();
  for (const { lineId } of lines) {
    if (lineId === undefined) continue;
    if (taken.has(lineId)) return refuse({ code: 'pricing.repeated-line', detail: { lineId } });
    taken.add(lineId);
  }
  return accept(
    lines.map((line, place) => {
      if (line.lineId !== undefined) return { ...line, lineId: line.lineId };
      let number = place + 1;
      while (taken.has(String(number))) number += lines.length;
      taken.add(String(number));
      return { ...line, lineId: String(number) };
    }),
  );
}

function totalled(lines: readonly PricedLine[], feeParts: readonly FeePart[]) {
  const vat = vatBreakdown(feeParts.length === 0 ? lines : [...lines, ...feeParts]);
  const totalCents = vat.reduce((sum, amount) => sum + amount.grossCents, 0);
  const vatCents = vat.reduce((sum, amount) => sum + amount.vatCents, 0);
  return {
    lines,
    ...(feeParts.length === 0 ? {} : { feeParts }),
    totalCents,
    netCents: totalCents - vatCents,
    vatCents,
    vat,
  };
}

/** Which codes gave something in the end, and why the others did not. */
function couponsOf(
  { coupons, unused, whyNothing }: Promoted,
  lines: readonly PricedLine[],
): Pick<PricedCart, 'unusedCoupons' | 'usedCoupons'> {
  const usedCoupons: UsedCoupon[] = [];
  const unusedCoupons: UnusedCoupon[] = [...unused];
  for (const { code, promotion } of coupons) {
    const cents = lines
      .flatMap((line) => line.discounts ?? [])
      .filter(({ source, id }) => source === 'promotion' && id === promotion.id)
      .reduce((sum, discount) => sum + discount.cents, 0);
    if (cents > 0) usedCoupons.push({ code, promotionId: promotion.id, cents });
    else unusedCoupons.push({ code, why: whyNothing(promotion) });
  }
  return { unusedCoupons, ...(usedCoupons.length === 0 ? {} : { usedCoupons }) };
}
