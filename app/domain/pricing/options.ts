import { accept, refuse, type Result } from '../../lib/result.ts';
import type { Menu, Option, OptionGroup } from '../menu.ts';
import { indexOf } from '../menu-index.ts';
import type { OptionChosen, PricedLine } from '../order/events.ts';
import type { PricingRefusal } from '../order/refusals.ts';

export type PricedOption = NonNullable<PricedLine['options']>[number];

/** The key of a price that goes for every size. */
const ANY_SIZE = 'any';

/** In cents; undefined where the option is not offered in this size. */
export function optionPriceCents(option: Option, sizeId: string): number | undefined {
  return option.priceCents[sizeId] ?? option.priceCents[ANY_SIZE];
}

/**
 * What was chosen in the groups of a product, each with the price of all of its number after the
 * free ones. Groups that ask for something are asked even where nothing was chosen.
 */
export function priceOptions({
  menu,
  groupIds,
  sizeId,
  chosen,
}: {
  readonly menu: Menu;
  readonly groupIds: readonly string[];
  readonly sizeId: string;
  readonly chosen: readonly OptionChosen[];
}): Result<PricedOption[], PricingRefusal> {
  const stray = chosen.find(({ groupId }) => !groupIds.includes(groupId));
  if (stray !== undefined) return unknown(stray.optionId);
  const priced: PricedOption[] = [];
  for (const groupId of groupIds) {
    const group = indexOf(menu).optionGroups.get(groupId);
    if (group === undefined) continue;
    const inGroup = merged(chosen.filter((option) => option.groupId === groupId));
    const outcome = priceGroup(group, sizeId, inGroup);
    if (!outcome.ok) return outcome;
    priced.push(...outcome.value);
  }
  return accept(priced);
}

type Offered = { readonly chosen: OptionChosen; readonly option: Option; readonly cents: number };

function priceGroup(
  group: OptionGroup,
  sizeId: string,
  chosen: readonly OptionChosen[],
): Result<PricedOption[], PricingRefusal> {
  const count = chosen.reduce((sum, { quantity }) => sum + quantity, 0);
  const detail = { group: group.name, min: group.min, max: group.max };
  if (count < group.min) return refuse({ code: 'pricing.too-few-options', detail });
  if (count > group.max) return refuse({ code: 'pricing.too-many-options', detail });
  const offered: Offered[] = [];
  for (const one of chosen) {
    const option = group.options.find(({ id }) => id === one.optionId);
    const cents = option === undefined ? undefined : optionPriceCents(option, sizeId);
    if (option === undefined || cents === undefined) return unknown(one.optionId);
    offered.push({ chosen: one, option, cents });
  }
  const paid = withoutFree(offered, group.free);
  return accept(
    offered.map(({ chosen: one, option, cents }) => ({
      ...one,
      name: option.name,
      priceCents: cents * (paid.get(one.optionId) ?? 0),
    })),
  );
}

/** How many of each option are paid for: the cheapest ones are the free ones, by id among equals. */
function withoutFree(offered: readonly Offered[], free: number): Map<string, number> {
  let left = free;
  const paid = new Map<string, number>();
  const cheapestFirst = [...offered].sort(
    (one, other) => one.cents - other.cents || (one.option.id < other.option.id ? -1 : 1),
  );
  for (const { chosen } of cheapestFirst) {
    const given = Math.min(left, chosen.quantity);
    left -= given;
    paid.set(chosen.optionId, chosen.quantity - given);
  }
  return paid;
}

/** The same option twice is one of a larger number. */
function merged(chosen: readonly OptionChosen[]): OptionChosen[] {
  const byId = new Map<string, OptionChosen>();
  for (const one of chosen) {
    const before = byId.get(one.optionId)?.quantity ?? 0;
    byId.set(one.optionId, { ...one, quantity: before + one.quantity });
  }
  return [...byId.values()];
}

function unknown(optionId: string): { ok: false; refusal: PricingRefusal } {
  return refuse({ code: 'pricing.unknown-option', detail: { optionId } });
}
