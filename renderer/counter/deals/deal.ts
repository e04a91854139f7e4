import type { Deal, DealChoice, DealSlot, Menu } from '#app/domain/menu.ts';
import { indexOf } from '#app/domain/menu-index.ts';
import type { CartLine } from '#app/domain/order/events.ts';

/** The place that is filled next. */
export function nextSlot(deal: Deal, chosen: readonly CartLine[]): DealSlot | undefined {
  return deal.slots[chosen.length];
}

/** One product a choice: the size is that of the choice, else the one chosen above the grid. */
export function lineOfChoice(
  menu: Menu,
  { productId, sizeId: fixed }: DealChoice,
  sizeId: string,
): CartLine | undefined {
  const variants = indexOf(menu).products.get(productId)?.variants;
  const wanted = fixed ?? sizeId;
  const variant = variants?.get(wanted) ?? [...(variants?.values() ?? [])][0];
  return variant && { productId, sizeId: variant.sizeId, quantity: 1, changes: [] };
}

/** A line typed for a place, in the size that the deal has there; absent when it is not to be had there. */
export function fittingLine(menu: Menu, slot: DealSlot, line: CartLine): CartLine | undefined {
  const choice = slot.choices.find(({ productId }) => productId === line.productId);
  const offered = choice && lineOfChoice(menu, choice, line.sizeId);
  if (offered === undefined || line.parts !== undefined) return undefined;
  // The usual size is what a code means that names none.
  const isOtherSize = offered.sizeId !== line.sizeId && line.sizeId !== menu.defaultSizeId;
  return isOtherSize ? undefined : { ...line, sizeId: offered.sizeId };
}

/** A deal with these places filled: on to the next one, or its lines once none is left. */
export type DealStep =
  | { readonly isDone: false; readonly chosen: readonly CartLine[] }
  | { readonly isDone: true; readonly lines: readonly CartLine[] };

export function dealAfter(
  deal: Deal,
  chosen: readonly CartLine[],
  lines: readonly CartLine[],
): DealStep {
  if (chosen.length < deal.slots.length) return { isDone: false, chosen };
  return { isDone: true, lines: dealLines(deal, chosen, freeInstance(lines)) };
}

/** The lines of a deal whose places are all filled. `instance` tells two deals of an order apart. */
export function dealLines(deal: Deal, chosen: readonly CartLine[], instance: string): CartLine[] {
  return deal.slots.flatMap((slot, place) => {
    const line = chosen[place];
    if (line === undefined) return [];
    return [{ ...line, deal: { instance, dealId: deal.id, slotId: slot.id } }];
  });
}

/** A name that no deal of the order bears yet: `d1`, `d2`. */
export function freeInstance(lines: readonly CartLine[]): string {
  const taken = new Set(lines.flatMap(({ deal }) => deal?.instance ?? []));
  let number = taken.size + 1;
  while (taken.has(`d${number}`)) number += 1;
  return `d${number}`;
}
