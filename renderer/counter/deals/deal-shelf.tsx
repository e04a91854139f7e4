import type { Deal } from '#app/domain/menu.ts';
import type { CartLine } from '#app/domain/order/events.ts';

import type { ShelvesProps } from '../grid/shelves.tsx';
import { useOutOfLine } from '../grid/use-tiles.ts';
import { PRODUCTS } from '../use-counter-view.ts';
import { dealAfter } from './deal.ts';
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
  const outOf = useOutOfLine(menu);
  const choose = (line: CartLine) => {
    const out = outOf(line);
    if (out !== undefined) {
      onNotice(out.reason);
      return;
    }
    const step = dealAfter(deal, [...chosen, line], lines);
    if (!step.isDone) {
      onView({ name: 'deal', dealId: deal.id, chosen: step.chosen });
      return;
    }
    dispatch({ type: 'add-lines', lines: step.lines });
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
