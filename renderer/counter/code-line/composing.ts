import type { Menu } from '#app/domain/menu.ts';
import type { CartLine } from '#app/domain/order/events.ts';

import { dealAfter, fittingLine, nextSlot } from '../deals/deal.ts';
import { halfChosen, halvesLine, lineName, splittableIn } from '../halves/halves.ts';
import type { MainView } from '../use-counter-view.ts';
import type { ComposingText } from './text.ts';

/** What is being composed over the products, and what it goes into. */
export type Composing = {
  readonly menu: Menu;
  readonly view: MainView;
  /** Those of the order already. */
  readonly lines: readonly CartLine[];
  /** Of the pizzas chosen by touch: the halves of one pizza have one size and one dough. */
  readonly sizeId: string;
  readonly doughId: string | undefined;
  readonly text: ComposingText;
};

/** `lines` go to the ticket and end what was composed; `view` is one more place or half of it. */
export type Composed =
  | { readonly kind: 'refused'; readonly sentence: string }
  | { readonly kind: 'view'; readonly view: MainView }
  | { readonly kind: 'lines'; readonly lines: readonly CartLine[] };

/**
 * What a typed line does: it fills the next place of a deal, or the next half, where one is open. It is
 * never sold beside what is composed, which would charge the pizza of a deal twice.
 */
export function composedBy(composing: Composing, line: CartLine): Composed {
  switch (composing.view.name) {
    case 'deal':
      return inDeal(composing, composing.view, line);
    case 'halves':
      return inHalves(composing, composing.view, line);
    default:
      return { kind: 'lines', lines: [line] };
  }
}

/** What would be lost if it were left now, in a sentence; absent when nothing would. */
export function unfinishedIn({ menu, view, text }: Composing): string | undefined {
  if (view.name === 'halves') {
    return (view.leftId ?? view.rightId) === undefined ? undefined : text.missingHalf;
  }
  const deal = view.name === 'deal' ? menu.deals.find(({ id }) => id === view.dealId) : undefined;
  const slot = deal && view.name === 'deal' ? nextSlot(deal, view.chosen) : undefined;
  return deal === undefined || slot === undefined
    ? undefined
    : text.missingPlace(deal.name, slot.name);
}

function inDeal(
  { menu, lines, text }: Composing,
  { dealId, chosen }: Extract<MainView, { readonly name: 'deal' }>,
  line: CartLine,
): Composed {
  const deal = menu.deals.find(({ id }) => id === dealId);
  const slot = deal && nextSlot(deal, chosen);
  if (deal === undefined || slot === undefined) return { kind: 'lines', lines: [line] };
  if (line.quantity !== 1) return { kind: 'refused', sentence: text.onePerPlace(slot.name) };
  const fitting = fittingLine(menu, slot, line);
  if (fitting === undefined) {
    return { kind: 'refused', sentence: text.notInPlace(lineName(menu, line), slot.name) };
  }
  const step = dealAfter(deal, [...chosen, fitting], lines);
  return step.isDone
    ? { kind: 'lines', lines: step.lines }
    : { kind: 'view', view: { name: 'deal', dealId, chosen: step.chosen } };
}

function inHalves(
  { menu, sizeId, doughId, text }: Composing,
  halves: Extract<MainView, { readonly name: 'halves' }>,
  line: CartLine,
): Composed {
  // Both halves in one line are the whole of what was to be composed.
  if (line.parts !== undefined) return { kind: 'lines', lines: [line] };
  const isUsualSize = line.sizeId === menu.defaultSizeId || line.sizeId === sizeId;
  const { productId } = line;
  if (!splittableIn(menu, sizeId).some(({ id }) => id === productId)) {
    return { kind: 'refused', sentence: text.notSplittable(lineName(menu, line)) };
  }
  const isAlone = line.quantity === 1 && line.changes.length === 0 && line.note === undefined;
  if (!isAlone || !isUsualSize || line.doughId !== undefined) {
    return { kind: 'refused', sentence: text.halfAlone };
  }
  const { leftId, rightId, side } = halfChosen(halves, halves.side, productId);
  if (leftId === undefined || rightId === undefined) {
    return { kind: 'view', view: { name: 'halves', leftId, rightId, side } };
  }
  return { kind: 'lines', lines: [halvesLine(menu, { leftId, rightId, sizeId, doughId })] };
}
