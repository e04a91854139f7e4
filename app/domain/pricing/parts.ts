import { accept, refuse, type Result } from '../../lib/result.ts';
import type { Menu, PartsRule } from '../menu.ts';
import { indexOf } from '../menu-index.ts';
import type { CartLine, CartPart, PricedChange, PricedPart } from '../order/events.ts';
import type { PricingRefusal } from '../order/refusals.ts';
import { broughtBy, priceChanges } from './changes.ts';
import { type Found, findVariant } from './variant.ts';

/** A pizza is cut in four at most. */
const QUARTERS = 4;

/** A part with the product it is made of. */
export type FoundPart = Found & { readonly part: CartPart };

/**
 * The products that a line is made of: of an ordinary line one, with all four quarters. Parts that
 * do not make one pizza are refused, as are what may not be a part and parts of several VAT classes.
 */
export function findParts(menu: Menu, line: CartLine): Result<FoundPart[], PricingRefusal> {
  const { productId, sizeId, parts } = line;
  const index = indexOf(menu);
  if (parts === undefined) {
    const found = findVariant(index, productId, sizeId);
    if (!found.ok) return found;
    const part: CartPart = { productId, quarters: QUARTERS, changes: [] };
    return accept([{ ...found.value, part }]);
  }
  const sum = parts.reduce((quarters, part) => quarters + part.quarters, 0);
  const areWhole = parts.every((part) => Number.isInteger(part.quarters) && part.quarters > 0);
  if (!areWhole || sum !== QUARTERS || parts[0]?.productId !== productId) {
    return refuse({ code: 'pricing.bad-parts' });
  }
  const found: FoundPart[] = [];
  for (const part of parts) {
    const one = findVariant(index, part.productId, sizeId);
    if (!one.ok) return one;
    const { product } = one.value;
    if (product.isSplittable !== true) {
      return refuse({ code: 'pricing.not-splittable', detail: { product: product.name } });
    }
    if (found.some((other) => other.product.vatClass !== product.vatClass)) {
      return refuse({ code: 'pricing.mixed-parts', detail: { product: product.name } });
    }
    found.push({ ...one.value, part });
  }
  return accept(found);
}

/**
 * The price of a pizza of several parts before its extras, in cents, whatever their order: of the
 * dearest, the mean of all, or each by its share, rounded half up once.
 */
export function partsPriceCents(policy: PartsRule['policy'], parts: readonly FoundPart[]): number {
  const prices = parts.map(({ variant }) => variant.priceCents);
  const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
  switch (policy) {
    case 'dearest':
      return Math.max(...prices);
    case 'average':
      return dividedHalfUp(sum(prices), prices.length);
    case 'shares':
      return dividedHalfUp(
        sum(parts.map(({ variant, part }) => variant.priceCents * part.quarters)),
        QUARTERS,
      );
  }
}

/** The parts with their names and changes, as they are kept with the line. */
export function priceParts(
  menu: Menu,
  found: readonly FoundPart[],
): Result<PricedPart[], PricingRefusal> {
  const priced: PricedPart[] = [];
  for (const { part, product, variant } of found) {
    const recipe = new Set(variant.recipe.map((portion) => portion.ingredientId));
    const place = { menu, sizeId: variant.sizeId, isPizza: product.kind === 'pizza', recipe };
    const changes = priceChanges(place, part.changes);
    if (!changes.ok) return changes;
    priced.push({
      productId: product.id,
      name: product.name,
      quarters: part.quarters,
      wholePriceCents: variant.priceCents,
      changes: changes.value,
    });
  }
  return accept(menu.parts.extras === 'share' ? priced.map(withShares) : chargedOnce(priced));
}

/** An extra on a half pays half, rounded half up. */
function withShares(part: PricedPart): PricedPart {
  const changes = part.changes.map((change) => ({
    ...change,
    priceCents: dividedHalfUp(change.priceCents * part.quarters, QUARTERS),
  }));
  return { ...part, changes };
}

/**
 * An extra on a part pays its whole price, but the same one on several parts pays it once: all over
 * the pizza it costs no more. The dearest stands, the first of equals.
 */
function chargedOnce(parts: readonly PricedPart[]): PricedPart[] {
  const dearest = new Map<string, PricedChange>();
  for (const change of parts.flatMap((part) => part.changes)) {
    const brought = broughtBy(change);
    if (brought === undefined) continue;
    const before = dearest.get(brought);
    if (before === undefined || before.priceCents < change.priceCents) dearest.set(brought, change);
  }
  return parts.map((part) => ({
    ...part,
    changes: part.changes.map((change) => {
      const brought = broughtBy(change);
      const isCharged = brought === undefined || dearest.get(brought) === change;
      return isCharged ? change : { ...change, priceCents: 0 };
    }),
  }));
}

/** Whole numbers, none negative; the half is rounded up. */
function dividedHalfUp(dividend: number, divisor: number): number {
  const doubled = 2 * dividend + divisor;
  return (doubled - (doubled % (2 * divisor))) / (2 * divisor);
}
