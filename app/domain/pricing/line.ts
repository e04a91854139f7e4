import { accept, refuse, type Result } from '../../lib/result.ts';
import { partsTitle } from '../menu/fractions.ts';
import type { Menu, Product } from '../menu.ts';
import { indexOf } from '../menu-index.ts';
import type { CartLine, PricedChange, PricedLine, PricedPart } from '../order/events.ts';
import type { PricingRefusal } from '../order/refusals.ts';
import { vatRateBp } from '../vat.ts';
import { type Cart, QUANTITY_MAX } from './cart.ts';
import { mentioned, priceChanges } from './changes.ts';
import { type PricedDough, priceDough } from './dough.ts';
import { type PricedOption, priceOptions } from './options.ts';
import { type FoundPart, findParts, partsPriceCents, priceParts } from './parts.ts';

/** A line of a cart whose name is known. */
export type NamedLine = CartLine & { readonly lineId: string };

/** What one article of a line costs, taken apart. Amounts in cents. */
export type LinePrice<Line extends CartLine = NamedLine> = {
  readonly line: Line;
  readonly products: readonly Product[];
  /** À la carte, before dough, extras and options. */
  readonly menuCents: number;
  /** Dough, extras and options. */
  readonly addedCents: number;
  readonly changes: readonly PricedChange[];
  readonly parts: readonly PricedPart[] | undefined;
  readonly dough: PricedDough | undefined;
  readonly options: readonly PricedOption[];
};

/** Prices one line from the menu, or says why it cannot be sold. */
export function priceLine<Line extends CartLine>(
  menu: Menu,
  line: Line,
): Result<LinePrice<Line>, PricingRefusal> {
  const { sizeId, quantity } = line;
  if (!Number.isInteger(quantity) || quantity < 1 || quantity > QUANTITY_MAX) {
    return refuse({ code: 'pricing.bad-quantity', detail: { quantity } });
  }
  const found = findParts(menu, line);
  if (!found.ok) return found;
  const products = found.value.map(({ product }) => product);
  const changes = wholeChanges(menu, line, found.value);
  if (!changes.ok) return changes;
  const parts = priceParts(menu, line.parts === undefined ? [] : found.value);
  if (!parts.ok) return parts;
  const dough = priceDough({ menu, products, sizeId, doughId: line.doughId });
  if (!dough.ok) return dough;
  const groupIds = [...new Set(products.flatMap((product) => product.optionGroupIds ?? []))];
  const options = priceOptions({ menu, groupIds, sizeId, chosen: line.options ?? [] });
  if (!options.ok) return options;
  const added = [
    ...changes.value,
    ...parts.value.flatMap((part) => part.changes),
    ...options.value,
  ];
  return accept({
    line,
    products,
    menuCents: partsPriceCents(menu.parts.policy, found.value),
    addedCents: added.reduce((sum, one) => sum + one.priceCents, dough.value?.priceCents ?? 0),
    changes: changes.value,
    parts: line.parts === undefined ? undefined : parts.value,
    dough: dough.value,
    options: options.value,
  });
}

/** The changes of the whole pizza: of what is in one of its parts, and not changed on a part too. */
function wholeChanges(
  menu: Menu,
  line: CartLine,
  found: readonly FoundPart[],
): Result<PricedChange[], PricingRefusal> {
  const onWhole = new Set(line.changes.flatMap(mentioned));
  const onPart = found.flatMap(({ part }) => part.changes.flatMap(mentioned));
  const twice = onPart.find((ingredientId) => onWhole.has(ingredientId));
  if (twice !== undefined) {
    return refuse({ code: 'pricing.repeated-change', detail: { ingredientId: twice } });
  }
  const recipe = new Set(
    found.flatMap(({ variant }) => variant.recipe.map((portion) => portion.ingredientId)),
  );
  const isPizza = found[0]?.product.kind === 'pizza';
  return priceChanges({ menu, sizeId: line.sizeId, isPizza, recipe }, line.changes);
}

/** The line as it is kept with the order, before discounts; empty fields are left out. */
export function soldLine(cart: Cart, price: LinePrice, deal?: SoldInDeal): PricedLine {
  const { line, parts, dough, changes, options } = price;
  const { mode, territory, date } = cart;
  const [product] = price.products;
  if (product === undefined) throw new Error('a line is made of at least one product');
  const basePriceCents = deal === undefined ? price.menuCents : deal.shareCents;
  const unitPriceCents = basePriceCents + price.addedCents;
  const letter =
    product.variants.length > 1 ? indexOf(cart.menu).sizes.get(line.sizeId)?.letter : undefined;
  return {
    lineId: line.lineId,
    productId: line.productId,
    sizeId: line.sizeId,
    kind: product.kind,
    name: parts === undefined ? product.name : partsTitle(parts),
    quantity: line.quantity,
    unitPriceCents,
    grossCents: line.quantity * unitPriceCents,
    vatRateBp: vatRateBp({ vatClass: product.vatClass, mode, territory, date }),
    changes,
    ...(line.note === undefined ? {} : { note: line.note }),
    ...(letter === undefined ? {} : { sizeLetter: letter }),
    basePriceCents,
    ...(dough === undefined ? {} : { dough }),
    ...(parts === undefined ? {} : { parts, partsPolicy: cart.menu.parts.policy }),
    ...(options.length === 0 ? {} : { options }),
    ...(deal === undefined ? {} : { deal: deal.deal }),
  };
}

/** The place of a line in a deal, and its share of the price of the deal with its supplement. */
export type SoldInDeal = {
  readonly deal: NonNullable<PricedLine['deal']>;
  readonly shareCents: number;
};
