import type { Menu, Product } from '#app/domain/menu.ts';
import { indexOf } from '#app/domain/menu-index.ts';

import { articleCount, type Draft } from '../draft/draft.ts';

/** No suggestion while more orders than that wait: a queue is no time for it. */
export const WAITING_MAX = 3;
/** Above a quarter of the basket it would no longer be a small thing. */
const SHARE_OF_BASKET = 4;

/** What could be offered with this order: one thing, of a kind that is not in it yet. */
export function suggestionFor({
  menu,
  draft,
  totalCents,
  waiting,
  isRinging,
  isOut,
}: {
  readonly menu: Menu;
  readonly draft: Draft;
  readonly totalCents: number;
  /** Orders that the kitchen has not finished. */
  readonly waiting: number;
  readonly isRinging: boolean;
  readonly isOut: (product: { productId: string; sizeId: string }) => boolean;
}): Product | undefined {
  const isOver = draft.isSuggestionOver || waiting > WAITING_MAX || isRinging;
  if (isOver || articleCount(draft.lines) === 0) return undefined;
  const { products } = indexOf(menu);
  const kinds = new Set(
    draft.lines.flatMap(({ productId }) => products.get(productId)?.product.kind ?? []),
  );
  if (!kinds.has('pizza')) return undefined;
  return menu.products.find(({ id, isSuggested, kind, variants: [variant] }) => {
    if (isSuggested !== true || variant === undefined || kinds.has(kind)) return false;
    const isSmall = variant.priceCents * SHARE_OF_BASKET <= totalCents;
    return isSmall && !isOut({ productId: id, sizeId: variant.sizeId });
  });
}
