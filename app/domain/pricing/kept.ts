import type { CartLine, Change, PricedLine } from '../order/events.ts';
import { indexOf } from '../menu-index.ts';
import { vatRateBp } from '../vat.ts';
import type { Cart } from './cart.ts';
import type { NamedLine } from './line.ts';

/** A line as sold, in the shape in which it was asked for: what it says can be asked for again. */
export function cartLineOf(line: PricedLine): CartLine {
  const { lineId, productId, sizeId, quantity, note, dough, parts, options, deal } = line;
  return {
    ...(lineId === undefined ? {} : { lineId }),
    productId,
    sizeId,
    quantity,
    changes: line.changes.map(changeOf),
    ...(note === undefined ? {} : { note }),
    ...(dough === undefined ? {} : { doughId: dough.doughId }),
    ...(parts === undefined
      ? {}
      : {
          parts: parts.map((part) => ({
            productId: part.productId,
            quarters: part.quarters,
            changes: part.changes.map(changeOf),
          })),
        }),
    ...(options === undefined
      ? {}
      : {
          options: options.map(({ groupId, optionId, quantity: count }) => ({
            groupId,
            optionId,
            quantity: count,
          })),
        }),
    ...(deal === undefined
      ? {}
      : { deal: { instance: deal.instance, dealId: deal.dealId, slotId: deal.slotId } }),
  };
}

function changeOf({ ingredientId, action, withIngredientId }: Change): Change {
  return {
    ingredientId,
    action,
    ...(withIngredientId === undefined ? {} : { withIngredientId }),
  };
}

/** A line that stays: as it was sold, and as it is now with its present number and note. */
export type KeptLine = { readonly before: PricedLine; readonly now: PricedLine };

/** The lines of a cart that stay as they were sold, by id. `now` is before any discount. */
export function keptLines(cart: Cart, lines: readonly NamedLine[]): Map<string, KeptLine> {
  const sold = new Map(
    (cart.keptLines ?? []).map((line, place) => [line.lineId ?? String(place + 1), line]),
  );
  const kept = new Map<string, KeptLine>();
  for (const line of lines) {
    const before = sold.get(line.lineId);
    if (before === undefined || contentOf(cart, line) !== contentOf(cart, cartLineOf(before))) {
      continue;
    }
    kept.set(line.lineId, { before, now: asSold(cart, before, line) });
  }
  // What is in a deal has its price from the whole deal: all of its lines stay, or none.
  for (const { lineId, deal } of lines) {
    if (deal !== undefined && !isWhole(deal.instance, lines, sold, kept)) kept.delete(lineId);
  }
  return kept;
}

function isWhole(
  instance: string,
  lines: readonly NamedLine[],
  sold: ReadonlyMap<string, PricedLine>,
  kept: ReadonlyMap<string, KeptLine>,
): boolean {
  const now = lines.filter((line) => line.deal?.instance === instance);
  const before = [...sold.values()].filter((line) => line.deal?.instance === instance);
  const isOne = now.every((line) => line.quantity === now[0]?.quantity);
  return isOne && now.length === before.length && now.every(({ lineId }) => kept.has(lineId));
}

/** Everything that makes the price of one, written in one way. */
function contentOf({ menu }: Cart, line: CartLine): string {
  const { productId, sizeId, doughId, deal } = line;
  // The usual dough for nothing is no choice.
  const usual = menu.doughs[0];
  const isUsual = doughId === usual?.id && usual?.surchargeCents[sizeId] === 0;
  return JSON.stringify([
    productId,
    sizeId,
    isUsual ? '' : (doughId ?? ''),
    line.changes.map(changeOf),
    (line.parts ?? []).map((part) => [part.productId, part.quarters, part.changes.map(changeOf)]),
    (line.options ?? []).map(({ groupId, optionId, quantity }) => [groupId, optionId, quantity]),
    deal === undefined ? [] : [deal.instance, deal.dealId, deal.slotId],
  ]);
}

function asSold(cart: Cart, before: PricedLine, line: NamedLine): PricedLine {
  const { discounts: _discounts, override, note: _note, ...rest } = before;
  const unitPriceCents = override?.menuPriceCents ?? before.unitPriceCents;
  return {
    ...rest,
    lineId: line.lineId,
    quantity: line.quantity,
    unitPriceCents,
    grossCents: line.quantity * unitPriceCents,
    vatRateBp: keptRateBp(cart, before),
    ...(line.note === undefined ? {} : { note: line.note }),
  };
}

/** The rate it was sold at; in another mode, the rate that its class bears there. */
function keptRateBp(cart: Cart, before: PricedLine): number {
  const { menu, mode, territory, date, keptMode } = cart;
  const isSamePlace = (keptMode ?? mode) === mode || (keptMode !== 'on-site' && mode !== 'on-site');
  const vatClass = indexOf(menu).products.get(before.productId)?.product.vatClass;
  if (isSamePlace || vatClass === undefined) return before.vatRateBp;
  return vatRateBp({ vatClass, mode, territory, date });
}
