import { assert } from '../../lib/assert.ts';
import { allocate, assertCents } from '../../lib/money.ts';
import { accept, refuse, type Result } from '../../lib/result.ts';
import type { LineDiscount, PricedLine, PriceOverride } from '../order/events.ts';
import type { PricingRefusal } from '../order/refusals.ts';
import { rateOf } from '../promotion/articles.ts';
import type { Cart, ManualDiscount, Override } from './cart.ts';
import type { KeptLine } from './kept.ts';
import type { Promoted } from './promotions.ts';

/** A line on its way to its price: as sold so far, and what was taken off it. */
type Running = {
  readonly line: PricedLine;
  readonly discounts: readonly LineDiscount[];
  readonly leftCents: number;
};

/** Lines before any discount, those among them that stay as sold before, and their promotions. */
export type Sold = {
  readonly lines: readonly PricedLine[];
  readonly kept: ReadonlyMap<string, KeptLine>;
  readonly promoted: Promoted;
};

/**
 * Takes everything off the lines: promotions, then prices and discounts set by a person, then
 * points. A price set by a person stands alone: what promotions took off its line is forgotten.
 * Each discount stays with its line, to the cent (R-VAT-05), and no line falls below zero.
 */
export function takeOff(
  cart: Cart,
  { lines, kept, promoted: { taken } }: Sold,
): Result<PricedLine[], PricingRefusal> {
  const promoted = lines.map((line, place): Running => {
    const discounts = taken.flatMap(({ promotion: { id, name }, cents }) =>
      entry({ source: 'promotion', id, name, cents: cents[place] ?? 0 }),
    );
    return running(line, discounts);
  });
  const overridden = setPrices(cart, promoted, kept);
  if (!overridden.ok) return overridden;
  const before = overridden.value.map((one) => withKeptDiscounts(one, kept));
  const byHand = takeByHand(cart, before);
  if (!byHand.ok) return byHand;
  const whole = takeWhole(byHand.value, cart.discountCents ?? 0, WHOLE);
  if (!whole.ok) return whole;
  const asked = cart.loyalty?.discountCents;
  const points = asked ?? Math.min(keptPointsCents(cart), leftOf(whole.value));
  const final = takeWhole(whole.value, points, POINTS);
  return final.ok ? accept(final.value.map(finished)) : final;
}

const WHOLE = { source: 'manual', id: 'discount', name: 'Remise' } as const;
const POINTS = { source: 'loyalty', id: 'loyalty', name: 'Fidélité' } as const;

function running(line: PricedLine, discounts: readonly LineDiscount[]): Running {
  const fullCents = line.quantity * line.unitPriceCents;
  const offCents = discounts.reduce((sum, discount) => sum + discount.cents, 0);
  return { line, discounts, leftCents: fullCents - offCents };
}

function finished({ line, discounts, leftCents }: Running): PricedLine {
  assert(leftCents >= 0, 'no line is worth less than nothing');
  return {
    ...line,
    grossCents: leftCents,
    ...(discounts.length === 0 ? {} : { discounts }),
  };
}

function setPrices(
  cart: Cart,
  lines: readonly Running[],
  kept: Sold['kept'],
): Result<Running[], PricingRefusal> {
  const asked = new Map((cart.overrides ?? []).map((override) => [override.lineId, override]));
  const stray = [...asked.keys()].find((id) => !lines.some(({ line }) => line.lineId === id));
  if (stray !== undefined) return unknownLine(stray);
  return accept(
    lines.map((one): Running => {
      const override = asked.get(one.line.lineId ?? '') ?? keptOverride(one.line, kept);
      if (override === undefined) return one;
      const menuPriceCents = one.line.unitPriceCents;
      const unitPriceCents = override.kind === 'free' ? 0 : override.unitPriceCents;
      assertAmount(unitPriceCents);
      const { kind, reason } = override;
      const set: PriceOverride = { kind, menuPriceCents, reason };
      return running({ ...one.line, unitPriceCents, override: set }, []);
    }),
  );
}

/** A price that a person set before the order was edited. */
function keptOverride(line: PricedLine, kept: Sold['kept']): Override | undefined {
  const { lineId = '' } = line;
  const before = kept.get(lineId)?.before;
  if (before?.override === undefined) return undefined;
  const { kind, reason } = before.override;
  return kind === 'free'
    ? { kind, lineId, reason }
    : { kind, lineId, reason, unitPriceCents: before.unitPriceCents };
}

/** What a person took off before the order was edited, in proportion where there are fewer now. */
function withKeptDiscounts(one: Running, kept: Sold['kept']): Running {
  const before = kept.get(one.line.lineId ?? '')?.before;
  if (before === undefined) return one;
  const count = Math.min(one.line.quantity, before.quantity);
  let leftCents = one.leftCents;
  const discounts = (before.discounts ?? [])
    .filter((discount) => discount.source === 'manual')
    .flatMap((discount) => {
      const [share = 0] = allocate(discount.cents, [count, before.quantity - count]);
      const cents = Math.min(share, leftCents);
      leftCents -= cents;
      return entry({ ...discount, cents });
    });
  return { ...one, discounts: [...one.discounts, ...discounts], leftCents };
}

function keptPointsCents({ keptLines = [] }: Cart): number {
  return keptLines
    .flatMap((line) => line.discounts ?? [])
    .filter((discount) => discount.source === 'loyalty')
    .reduce((sum, discount) => sum + discount.cents, 0);
}

function takeByHand(cart: Cart, lines: Running[]): Result<Running[], PricingRefusal> {
  let result = lines;
  for (const discount of cart.manualDiscounts ?? []) {
    const { lineId, reason } = discount;
    const isMeant = ({ line }: Running) => lineId === undefined || line.lineId === lineId;
    if (!result.some(isMeant)) return unknownLine(lineId ?? '');
    const meant = result.filter(isMeant);
    const outcome = takeWhole(meant, manualCents(discount, leftOf(meant)), {
      source: 'manual',
      id: 'manual',
      name: reason,
    });
    if (!outcome.ok) return outcome;
    const changed = new Map(meant.map((one, place) => [one, outcome.value[place] ?? one]));
    result = result.map((one) => changed.get(one) ?? one);
  }
  return accept(result);
}

function manualCents({ value }: ManualDiscount, leftCents: number): number {
  return value.kind === 'rate' ? rateOf(leftCents, value.rateBp) : value.amountCents;
}

/** Splits an amount over lines in proportion to what is left of them. */
function takeWhole(
  lines: readonly Running[],
  discountCents: number,
  as: Omit<LineDiscount, 'cents'>,
): Result<Running[], PricingRefusal> {
  assertAmount(discountCents);
  const fullCents = leftOf(lines);
  if (discountCents > fullCents) {
    return refuse({ code: 'pricing.discount-too-large', detail: { discountCents, fullCents } });
  }
  if (discountCents === 0) return accept([...lines]);
  const shares = allocate(
    discountCents,
    lines.map((one) => one.leftCents),
  );
  return accept(
    lines.map((one, place): Running => {
      const cents = shares[place] ?? 0;
      return {
        ...one,
        discounts: [...one.discounts, ...entry({ ...as, cents })],
        leftCents: one.leftCents - cents,
      };
    }),
  );
}

/** A discount of nothing leaves no trace. */
function entry(discount: LineDiscount): LineDiscount[] {
  return discount.cents === 0 ? [] : [discount];
}

function leftOf(lines: readonly Running[]): number {
  return lines.reduce((sum, one) => sum + one.leftCents, 0);
}

function unknownLine(lineId: string): { ok: false; refusal: PricingRefusal } {
  return refuse({ code: 'pricing.unknown-line', detail: { lineId } });
}

function assertAmount(cents: number): void {
  assertCents(cents);
  assert(cents >= 0, 'a discount or a price is never negative');
}
