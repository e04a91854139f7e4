import { accept, refuse, type Result } from '../../lib/result.ts';
import type { Deal, Menu, Product, Restriction, SoldOutTarget } from '../menu.ts';
import { indexOf } from '../menu-index.ts';
import type { CartLine } from '../order/events.ts';
import type { PricingRefusal } from '../order/refusals.ts';
import { broughtBy } from '../pricing/changes.ts';
import { partsTitle } from './fractions.ts';
import { isWithin, type LocalMoment } from './period.ts';
import { type Place, reaches } from './reach.ts';
import { ingredientsIn } from './recipe.ts';

/** What is out, as the store keeps it. */
export type SoldOut = {
  readonly target: SoldOutTarget;
  /** Comes back by itself then, ISO 8601, UTC. */
  readonly until?: string | undefined;
};

/** `not-here`: another channel, mode or store. `not-now`: not on this day or at this hour. */
export type Unavailable = {
  readonly why: 'sold-out' | 'not-here' | 'not-now' | 'not-on-menu';
  readonly until?: string | undefined;
  /** The ingredient that is out, where it is one. */
  readonly ingredientId?: string | undefined;
};

export type Available = 'available' | Unavailable;

export type AvailabilityAsked = Place & {
  readonly menu: Menu;
  /** On the wall clock of the store. Absent: hours and dates do not matter. */
  readonly at?: LocalMoment | undefined;
  /** Those that hold at this moment. */
  readonly soldOuts: readonly SoldOut[];
};

export type Availability = {
  /** In at least one size. */
  readonly product: (productId: string) => Available;
  readonly variant: (productId: string, sizeId: string) => Available;
  readonly extra: (ingredientId: string) => Available;
  readonly ingredient: (ingredientId: string) => Available;
  /** Every slot can still be filled. */
  readonly deal: (dealId: string) => Available;
  /** A line as it is asked for: what is left out of it may be out. */
  readonly line: (line: CartLine) => Available;
};

/** What can be sold here and now. Ask once for a screen, then for each thing on it. */
export function availability(asked: AvailabilityAsked): Availability {
  const { menu, soldOuts } = asked;
  const index = indexOf(menu);
  const out = new Map(soldOuts.map((soldOut) => [keyOf(soldOut.target), soldOut]));
  const findOut = (target: SoldOutTarget): Unavailable | undefined => {
    const found = out.get(keyOf(target));
    if (found === undefined) return undefined;
    const ingredientId = 'ingredientId' in target ? target.ingredientId : undefined;
    return {
      why: 'sold-out',
      ...(found.until === undefined ? {} : { until: found.until }),
      ...(ingredientId === undefined ? {} : { ingredientId }),
    };
  };
  const ingredient = (ingredientId: string): Available =>
    findOut({ kind: 'ingredient', ingredientId }) ?? 'available';
  const extra = (ingredientId: string): Available =>
    findOut({ kind: 'extra', ingredientId }) ?? ingredient(ingredientId);
  const sellable = (product: Product, sizeId: string): Unavailable | undefined =>
    restrictedBy(asked, product, sizeId) ??
    findOut({ kind: 'product', productId: product.id }) ??
    findOut({ kind: 'variant', productId: product.id, sizeId });
  const line = (one: CartLine): Available => {
    const productIds = one.parts?.map((part) => part.productId) ?? [one.productId];
    for (const productId of productIds) {
      const indexed = index.products.get(productId);
      if (indexed?.variants.has(one.sizeId) !== true) return { why: 'not-on-menu' };
      const found = sellable(indexed.product, one.sizeId);
      if (found !== undefined) return found;
    }
    if (one.deal !== undefined) {
      const deal = index.deals.get(one.deal.dealId);
      if (deal === undefined) return { why: 'not-on-menu' };
      const found = restrictedDeal(asked, deal);
      if (found !== undefined) return found;
    }
    const brought = [...one.changes, ...(one.parts ?? []).flatMap((part) => part.changes)];
    return firstOut([
      ...brought.flatMap((change) => broughtBy(change) ?? []).map(extra),
      ...[...ingredientsIn(menu, one)].map(ingredient),
    ]);
  };
  const variant = (productId: string, sizeId: string) =>
    line({ productId, sizeId, quantity: 1, changes: [] });
  const product = (productId: string): Available => {
    const sizeIds = [...(index.products.get(productId)?.variants.keys() ?? [])];
    return anyOf(sizeIds.map((sizeId) => variant(productId, sizeId)));
  };
  const deal = (dealId: string): Available => {
    const found = index.deals.get(dealId);
    if (found === undefined) return { why: 'not-on-menu' };
    const slots = found.slots.map((slot) =>
      anyOf(
        slot.choices.map(({ productId, sizeId }) =>
          sizeId === undefined ? product(productId) : variant(productId, sizeId),
        ),
      ),
    );
    return restrictedDeal(asked, found) ?? firstOut(slots);
  };
  return { product, variant, extra, ingredient, deal, line };
}

/**
 * Whether these lines can be sold here and now. The refusal names the first that cannot and why:
 * `pricing.sold-out` with `name` and, where it is one, the `ingredient`; else `pricing.not-available`
 * with `name` and `why`.
 */
export function checkAvailable(
  lines: readonly CartLine[],
  asked: AvailabilityAsked,
): Result<undefined, PricingRefusal> {
  const sold = availability(asked);
  for (const [place, line] of lines.entries()) {
    const found = sold.line(line);
    // What is not on the menu is said by its price.
    if (found === 'available' || found.why === 'not-on-menu') continue;
    const name = nameOf(asked.menu, line);
    if (found.why !== 'sold-out') {
      const detail = { name, why: found.why, line: place };
      return refuse({ code: 'pricing.not-available', detail });
    }
    const ingredient = indexOf(asked.menu).ingredients.get(found.ingredientId ?? '')?.name;
    const detail = { name, line: place, ...(ingredient === undefined ? {} : { ingredient }) };
    return refuse({ code: 'pricing.sold-out', detail });
  }
  return accept(undefined);
}

function nameOf(menu: Menu, { productId, parts }: CartLine): string {
  const name = (id: string) => indexOf(menu).products.get(id)?.product.name ?? id;
  if (parts === undefined) return name(productId);
  return partsTitle(parts.map((part) => ({ name: name(part.productId), quarters: part.quarters })));
}

function keyOf(target: SoldOutTarget): string {
  switch (target.kind) {
    case 'product':
      return `product ${target.productId}`;
    case 'variant':
      return `variant ${target.productId} ${target.sizeId}`;
    case 'ingredient':
    case 'extra':
      return `${target.kind} ${target.ingredientId}`;
  }
}

function restrictedBy(
  asked: AvailabilityAsked,
  product: Product,
  sizeId: string,
): Unavailable | undefined {
  const { restrictions } = asked.menu;
  const groups = [
    restrictions.filter(
      ({ target }) =>
        target.kind === 'product' &&
        target.productId === product.id &&
        (target.sizeId === undefined || target.sizeId === sizeId),
    ),
    restrictions.filter(
      ({ target }) => target.kind === 'category' && target.categoryId === product.categoryId,
    ),
  ];
  for (const group of groups) {
    const found = brokenBy(asked, group);
    if (found !== undefined) return found;
  }
  return undefined;
}

function restrictedDeal(asked: AvailabilityAsked, { id }: Deal): Unavailable | undefined {
  return brokenBy(
    asked,
    asked.menu.restrictions.filter(({ target }) => target.kind === 'deal' && target.dealId === id),
  );
}

/** Of several about the same target one must hold. */
function brokenBy(
  { at, ...place }: AvailabilityAsked,
  restrictions: readonly Restriction[],
): Unavailable | undefined {
  if (restrictions.length === 0) return undefined;
  const here = restrictions.filter((restriction) => reaches(restriction, place));
  if (here.length === 0) return { why: 'not-here' };
  const isNow = here.some(({ period }) => at === undefined || isWithin(period, at));
  return isNow ? undefined : { why: 'not-now' };
}

function firstOut(found: readonly Available[]): Available {
  return found.find((one) => one !== 'available') ?? 'available';
}

/** Available if one of them is; else what keeps the first of them away. */
function anyOf(found: readonly Available[]): Available {
  if (found.includes('available')) return 'available';
  return found[0] ?? { why: 'not-on-menu' };
}
