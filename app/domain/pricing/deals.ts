import { allocate } from '../../lib/money.ts';
import { accept, refuse, type Result } from '../../lib/result.ts';
import type { Deal, DealChoice, DealSlot } from '../menu.ts';
import { indexOf } from '../menu-index.ts';
import type { PricingRefusal } from '../order/refusals.ts';
import type { Cart } from './cart.ts';
import type { LinePrice, SoldInDeal } from './line.ts';

/**
 * The deals of a cart, by line: each slot of each is filled once by what goes into it, and the price
 * is split in proportion to what the lines cost à la carte, VAT included, in the order of the slots
 * (R-VAT-06, examples E8 and E9). What a choice costs on top stays with its own line.
 */
export function priceDeals(
  cart: Cart,
  prices: readonly LinePrice[],
): Result<Map<string, SoldInDeal>, PricingRefusal> {
  const instances = new Map<string, LinePrice[]>();
  for (const price of prices) {
    const instance = price.line.deal?.instance;
    if (instance === undefined) continue;
    instances.set(instance, [...(instances.get(instance) ?? []), price]);
  }
  const sold = new Map<string, SoldInDeal>();
  for (const lines of instances.values()) {
    const outcome = priceDeal(cart, lines);
    if (!outcome.ok) return outcome;
    for (const [lineId, part] of outcome.value) sold.set(lineId, part);
  }
  return accept(sold);
}

type Filled = { readonly price: LinePrice; readonly supplementCents: number };

function priceDeal(
  cart: Cart,
  prices: readonly LinePrice[],
): Result<Map<string, SoldInDeal>, PricingRefusal> {
  const [first] = prices;
  const dealId = first?.line.deal?.dealId ?? '';
  const deal = indexOf(cart.menu).deals.get(dealId);
  if (deal === undefined) return refuse({ code: 'pricing.unknown-deal', detail: { dealId } });
  const detail = { deal: deal.name };
  const isOne = prices.every(
    ({ line }) => line.deal?.dealId === dealId && line.quantity === first?.line.quantity,
  );
  if (!isOne) return refuse({ code: 'pricing.bad-deal', detail });
  const known = new Set(deal.slots.map((slot) => slot.id));
  if (prices.some(({ line }) => !known.has(line.deal?.slotId ?? ''))) {
    return refuse({ code: 'pricing.deal-choice', detail });
  }
  const filled: Filled[] = [];
  for (const slot of deal.slots) {
    const outcome = fill(deal, slot, prices);
    if (!outcome.ok) return outcome;
    filled.push(outcome.value);
  }
  const references = filled.map(({ price }) => price.menuCents);
  // Without a price à la carte there is no honest split (R-VAT-08).
  if (references.every((cents) => cents === 0)) return refuse({ code: 'pricing.bad-deal', detail });
  const shares = allocate(deal.priceCents, references);
  return accept(new Map(filled.map((one, place) => soldIn(deal, one, shares[place] ?? 0))));
}

function fill(
  deal: Deal,
  slot: DealSlot,
  prices: readonly LinePrice[],
): Result<Filled, PricingRefusal> {
  const detail = { deal: deal.name, slot: slot.name };
  const [price, ...others] = prices.filter(({ line }) => line.deal?.slotId === slot.id);
  if (price === undefined) return refuse({ code: 'pricing.deal-incomplete', detail });
  const supplementCents = supplementOf(slot, price);
  if (others.length > 0 || supplementCents === undefined) {
    return refuse({ code: 'pricing.deal-choice', detail });
  }
  return accept({ price, supplementCents });
}

/** Of a pizza of several parts all must go into the slot, and the dearest supplement is paid. */
function supplementOf(slot: DealSlot, { products, line }: LinePrice): number | undefined {
  const choices = products.map(({ id }) => choiceOf(slot, id, line.sizeId));
  if (choices.includes(undefined)) return undefined;
  return Math.max(...choices.map((choice) => choice?.supplementCents ?? 0));
}

/** What lets a product into a slot of a deal; one for its size wins over one for any. */
export function choiceOf(
  slot: DealSlot,
  productId: string,
  sizeId: string,
): DealChoice | undefined {
  const choices = slot.choices.filter((choice) => choice.productId === productId);
  return (
    choices.find((choice) => choice.sizeId === sizeId) ??
    choices.find((choice) => choice.sizeId === undefined)
  );
}

function soldIn(deal: Deal, filled: Filled, shareCents: number): [string, SoldInDeal] {
  const { price, supplementCents } = filled;
  const { lineId, deal: place } = price.line;
  return [
    lineId,
    {
      shareCents: shareCents + supplementCents,
      deal: {
        instance: place?.instance ?? '',
        dealId: deal.id,
        slotId: place?.slotId ?? '',
        name: deal.name,
        dealPriceCents: deal.priceCents,
        referenceCents: price.menuCents,
      },
    },
  ];
}
