import { useCallback } from 'react';

import type { Deal } from '#app/domain/menu.ts';
import type { CartLine } from '#app/domain/order/events.ts';

import type { ShelvesProps } from '../grid/shelves.tsx';
import { useOutOf } from '../grid/use-tiles.ts';
import { nameOf } from '../halves/halves.ts';
import { PRODUCTS } from '../use-counter-view.ts';
import { dealLines, freeInstance } from './deal.ts';
import { DealPanel } from './deal-panel.tsx';

/** A deal over the products: its last place filled, its lines go to the ticket. */
export function DealShelf({
  menu,
  lines,
  sizeId,
  deal,
  chosen,
  dispatch,
  onView,
  onNotice,
}: ShelvesProps & { readonly deal: Deal; readonly chosen: readonly CartLine[] }) {
  const outOfProduct = useOutOf(menu);
  const outOf = useCallback(
    (line: CartLine) => outOfProduct({ ...line, name: nameOf(menu, line.productId) }),
    [menu, outOfProduct],
  );
  const choose = (line: CartLine) => {
    const out = outOf(line);
    if (out !== undefined) {
      onNotice(out.reason);
      return;
    }
    const next = [...chosen, line];
    if (next.length < deal.slots.length) {
      onView({ name: 'deal', dealId: deal.id, chosen: next });
      return;
    }
    dispatch({ type: 'add-lines', lines: dealLines(deal, next, freeInstance(lines)) });
    onView(PRODUCTS);
  };
  return (
    <DealPanel
      menu={menu}
      deal={deal}
      chosen={chosen}
      sizeId={sizeId}
      outOf={outOf}
      onChoose={choose}
      onBack={(place) => onView({ name: 'deal', dealId: deal.id, chosen: chosen.slice(0, place) })}
      onLeave={() => onView(PRODUCTS)}
    />
  );
}
