import { assert } from '../lib/assert.ts';
import { allocate, assertCents } from '../lib/money.ts';
import { accept, refuse, type Result } from '../lib/result.ts';
import type { Menu, Mode, Product, Variant } from './menu.ts';
import { indexOf, type MenuIndex } from './menu-index.ts';
import type { CartLine, Change, FeePart, PricedLine, VatAmount } from './order/events.ts';
import type { PricingRefusal } from './order/refusals.ts';
import { standardRateBp, type Territory, vatBreakdown, vatRateBp } from './vat.ts';

export type { PricingRefusal } from './order/refusals.ts';

/** As in the contract: nobody orders fifty-one of the same by hand. */
export const QUANTITY_MAX = 50;

/** `accessory`: the fee follows the VAT of the goods; `standard`: the standard rate (R-VAT-09). */
export type DeliveryFee = { readonly cents: number; readonly policy: 'accessory' | 'standard' };

export type Cart = {
  readonly menu: Menu;
  readonly mode: Mode;
  readonly territory: Territory;
  /** The day that decides the VAT rules, YYYY-MM-DD. */
  readonly date: string;
  readonly lines: readonly CartLine[];
  /** Taken off the whole, VAT included. */
  readonly discountCents?: number | undefined;
  readonly deliveryFee?: DeliveryFee | undefined;
};

/** A cart with its prices. Amounts in cents; total = net + VAT = lines + fee. */
export type PricedCart = {
  readonly lines: readonly PricedLine[];
  readonly feeParts?: readonly FeePart[];
  readonly totalCents: number;
  readonly netCents: number;
  readonly vatCents: number;
  /** Lowest rate first. */
  readonly vat: readonly VatAmount[];
};

/** Prices a cart from the menu, or says which line cannot be sold (`detail.line` counts from 0). */
export function priceCart(cart: Cart): Result<PricedCart, PricingRefusal> {
  const index = indexOf(cart.menu);
  const priced: PricedLine[] = [];
  for (const line of cart.lines) {
    const outcome = priceLine(cart, index, line);
    if (!outcome.ok) {
      const { code, detail } = outcome.refusal;
      return refuse({ code, detail: { ...detail, line: priced.length } });
    }
    priced.push(outcome.value);
  }
  const discountCents = cart.discountCents ?? 0;
  assertAmount(discountCents);
  assertAmount(cart.deliveryFee?.cents ?? 0);
  const fullCents = grossOf(priced);
  if (discountCents > fullCents) {
    return refuse({ code: 'pricing.discount-too-large', detail: { discountCents, fullCents } });
  }
  const lines = discountCents === 0 ? priced : discounted(priced, discountCents);
  return accept(totalled(lines, feePartsOf(cart, lines)));
}

/**
 * Whether the menu allows these changes on a product in this size, and which refusal it is if not.
 * An ingredient of the recipe may be added too: that is a double portion.
 */
export function checkChanges({
  menu,
  productId,
  sizeId,
  changes,
}: {
  readonly menu: Menu;
  readonly productId: string;
  readonly sizeId: string;
  readonly changes: readonly Change[];
}): Result<PricedLine['changes'], PricingRefusal> {
  const index = indexOf(menu);
  const found = findVariant(index, productId, sizeId);
  if (!found.ok) return found;
  return priceChanges({ menu, index, found: found.value, changes });
}

type Found = { readonly product: Product; readonly variant: Variant };

function findVariant(
  index: MenuIndex,
  productId: string,
  sizeId: string,
): Result<Found, PricingRefusal> {
  const indexed = index.products.get(productId);
  if (indexed === undefined) {
    return refuse({ code: 'pricing.unknown-product', detail: { productId } });
  }
  const variant = indexed.variants.get(sizeId);
  if (variant === undefined) {
    return refuse({ code: 'pricing.unknown-size', detail: { productId, sizeId } });
  }
  return accept({ product: indexed.product, variant });
}

function priceLine(
  cart: Cart,
  index: MenuIndex,
  line: CartLine,
): Result<PricedLine, PricingRefusal> {
  const { productId, sizeId, quantity, note } = line;
  if (!Number.isInteger(quantity) || quantity < 1 || quantity > QUANTITY_MAX) {
    return refuse({ code: 'pricing.bad-quantity', detail: { quantity } });
  }
  const found = findVariant(index, productId, sizeId);
  if (!found.ok) return found;
  const { variant, product } = found.value;
  const changes = priceChanges({
    menu: cart.menu,
    index,
    found: found.value,
    changes: line.changes,
  });
  if (!changes.ok) return changes;
  const { mode, territory, date } = cart;
  const unitPriceCents = changes.value.reduce(
    (sum, change) => sum + change.priceCents,
    variant.priceCents,
  );
  const grossCents = quantity * unitPriceCents;
  assertCents(grossCents);
  return accept({
    productId,
    sizeId,
    kind: product.kind,
    name: product.name,
    quantity,
    unitPriceCents,
    grossCents,
    vatRateBp: vatRateBp({ vatClass: product.vatClass, mode, territory, date }),
    changes: changes.value,
    ...(note === undefined ? {} : { note }),
  });
}

function priceChanges({
  menu,
  index,
  found: { variant, product },
  changes,
}: {
  readonly menu: Menu;
  readonly index: MenuIndex;
  readonly found: Found;
  readonly changes: readonly Change[];
}): Result<PricedLine['changes'], PricingRefusal> {
  const priced: PricedLine['changes'][number][] = [];
  for (const { ingredientId, action } of changes) {
    const detail = { ingredientId };
    const ingredient = index.ingredients.get(ingredientId);
    if (ingredient === undefined) return refuse({ code: 'pricing.unknown-ingredient', detail });
    if (priced.some((change) => change.ingredientId === ingredientId)) {
      return refuse({ code: 'pricing.repeated-change', detail });
    }
    const { name, extraClass } = ingredient;
    if (action === 'remove') {
      const isInRecipe = variant.recipe.some((portion) => portion.ingredientId === ingredientId);
      if (!isInRecipe) return refuse({ code: 'pricing.not-in-recipe', detail });
      // The dough: a pizza has one, whatever else is left out.
      if (extraClass === undefined && product.kind === 'pizza') {
        return refuse({ code: 'pricing.cannot-remove', detail });
      }
      priced.push({ ingredientId, action, name, priceCents: 0 });
    } else {
      const priceCents =
        extraClass === undefined ? undefined : menu.extraPricesCents[extraClass][variant.sizeId];
      if (priceCents === undefined) return refuse({ code: 'pricing.cannot-add', detail });
      priced.push({ ingredientId, action, name, priceCents });
    }
  }
  return accept(priced);
}

function assertAmount(cents: number): void {
  assertCents(cents);
  assert(cents >= 0, 'a discount or a fee is never negative');
}

function grossOf(lines: readonly { readonly grossCents: number }[]): number {
  return lines.reduce((sum, line) => sum + line.grossCents, 0);
}

function discounted(lines: readonly PricedLine[], discountCents: number): PricedLine[] {
  const shares = allocate(
    discountCents,
    lines.map((line) => line.grossCents),
  );
  return lines.map((line, place) => ({
    ...line,
    grossCents: line.grossCents - (shares[place] ?? 0),
  }));
}

/** The fee split over the rates of the goods, in the order in which the lines bring them. */
function feePartsOf(cart: Cart, lines: readonly PricedLine[]): FeePart[] {
  const fee = cart.deliveryFee;
  if (fee === undefined || fee.cents === 0) return [];
  const grossByRate = new Map<number, number>();
  for (const { vatRateBp: rate, grossCents } of lines) {
    grossByRate.set(rate, (grossByRate.get(rate) ?? 0) + grossCents);
  }
  // Goods given away carry no weight: the fee then stands alone, at the standard rate.
  if (fee.policy === 'standard' || grossOf(lines) === 0) {
    return [{ vatRateBp: standardRateBp(cart), grossCents: fee.cents }];
  }
  const rates = [...grossByRate.keys()];
  const shares = allocate(fee.cents, [...grossByRate.values()]);
  return rates.map((rate, place) => ({ vatRateBp: rate, grossCents: shares[place] ?? 0 }));
}

function totalled(lines: readonly PricedLine[], feeParts: readonly FeePart[]): PricedCart {
  const vat = vatBreakdown(feeParts.length === 0 ? lines : [...lines, ...feeParts]);
  const totalCents = grossOf(lines) + grossOf(feeParts);
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

/** What is given back, all amounts negative or nil. */
export type Refund = Omit<PricedCart, 'lines' | 'feeParts'>;

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
  const totalCents = grossOf(vat);
  const vatCents = vat.reduce((sum, amount) => sum + amount.vatCents, 0);
  return { totalCents, netCents: totalCents - vatCents, vatCents, vat };
}
