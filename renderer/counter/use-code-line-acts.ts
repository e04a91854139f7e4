import { type Dispatch, useMemo } from 'react';

import type { Menu } from '#app/domain/menu.ts';

import type { CodeLineActs } from './code-line/use-code-line.ts';
import type { CustomerActs } from './customer/use-customer-acts.ts';
import type { Draft } from './draft/draft.ts';
import type { DraftsAction } from './draft/drafts.ts';
import type { CounterView } from './use-counter-view.ts';

/** What the code line does to the screen, the same functions as long as nothing they need changed. */
export function useCodeLineActs({
  menu,
  draft: { sizeId = menu.defaultSizeId },
  dispatch,
  view: { openSheet, openOrders, showMain },
  customers,
}: {
  readonly menu: Menu;
  readonly draft: Draft;
  readonly dispatch: Dispatch<DraftsAction>;
  readonly view: CounterView;
  readonly customers: CustomerActs;
}): CodeLineActs {
  return useMemo(
    () => ({
      onAdd: (line) => dispatch({ type: 'add', line }),
      onOptions: (productId) => openSheet({ name: 'options', productId, sizeId }),
      onOrder: openOrders,
      onDeal: (dealId) => showMain({ name: 'deal', dealId, chosen: [] }),
      onHalves: () => showMain({ name: 'halves', leftId: undefined }),
      onCustomer: customers.choose,
      onNewCustomer: customers.beginNew,
    }),
    [sizeId, dispatch, openSheet, openOrders, showMain, customers],
  );
}
