import type { Menu, Product } from '#app/domain/menu.ts';
import { indexOf } from '#app/domain/menu-index.ts';
import type { CartLine } from '#app/domain/order/events.ts';

import type { HalfSide } from '../../ui/halves/half-picker.tsx';
import { canBeMadeIn } from '../grid/variant.ts';

/** What is chosen of a pizza of two halves, and which half the next choice is for. */
export type Halves = {
  readonly leftId: string | undefined;
  readonly rightId: string | undefined;
  readonly side: HalfSide;
};

/** Two of the four quarters. */
const HALF = 2;

/** Pizzas that may be one half of another, made in this size, in the order of the menu. */
export function splittableIn(menu: Menu, sizeId: string): Product[] {
  return menu.products.filter(
    ({ isSplittable, variants }) =>
      isSplittable === true && variants.some((variant) => variant.sizeId === sizeId),
  );
}

/** One half chosen: the next choice is for the other one. */
export function halfChosen({ leftId, rightId }: Halves, side: HalfSide, id: string): Halves {
  return side === 'left'
    ? { leftId: id, rightId, side: 'right' }
    : { leftId, rightId: id, side: 'left' };
}

/** One pizza of two halves, as the cart writes it. */
export function halvesLine(
  menu: Menu,
  {
    leftId,
    rightId,
    sizeId,
    doughId,
  }: {
    readonly leftId: string;
    readonly rightId: string;
    readonly sizeId: string;
    readonly doughId: string | undefined;
  },
): CartLine {
  const isMade =
    doughId !== undefined &&
    [leftId, rightId].every((productId) => canBeMadeIn(menu, { productId, sizeId }, doughId));
  return {
    productId: leftId,
    sizeId,
    quantity: 1,
    changes: [],
    parts: [
      { productId: leftId, quarters: HALF, changes: [] },
      { productId: rightId, quarters: HALF, changes: [] },
    ],
    ...(isMade ? { doughId } : {}),
  };
}

export function nameOf(menu: Menu, productId: string): string {
  return indexOf(menu).products.get(productId)?.product.name ?? '';
}

/** `Reine`, or `½ Reine · ½ 4 Fromages`. */
export function lineName(menu: Menu, { productId, parts }: CartLine): string {
  if (parts === undefined) return nameOf(menu, productId);
  return parts.map((part) => `½\u00a0${nameOf(menu, part.productId)}`).join(' · ');
}
