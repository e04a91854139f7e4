import { type Dispatch, type RefObject, useMemo, useRef } from 'react';

import type { Menu } from '#app/domain/menu.ts';
import type { CartLine } from '#app/domain/order/events.ts';

import { useText } from '../ui/settings/settings.tsx';
import { composedBy, type Composing, unfinishedIn } from './code-line/composing.ts';
import { composingText } from './code-line/text.ts';
import type { CodeLineActs, Settle } from './code-line/use-code-line.ts';
import type { CustomerActs } from './customer/use-customer-acts.ts';
import type { Draft } from './draft/draft.ts';
import type { DraftsAction } from './draft/drafts.ts';
import { useOutOfLine } from './grid/use-tiles.ts';
import { cartLineOf } from './grid/variant.ts';
import { type CounterView, HALVES, PRODUCTS } from './use-counter-view.ts';

type Asked = {
  readonly composing: Composing;
  readonly dispatch: Dispatch<DraftsAction>;
  readonly view: CounterView;
  readonly customers: CustomerActs;
  readonly say: (sentence: string) => void;
  /** Where the code line leaves what F12 does with it. */
  readonly settle: RefObject<Settle | null>;
};

/** What the code line does to the screen, the same functions as long as nothing they need changed. */
export function useCodeLineActs(asked: Asked): CodeLineActs {
  const { composing, dispatch, customers, say, settle } = asked;
  const { openSheet, openOrders, showMain } = asked.view;
  const outOf = useOutOfLine(composing.menu);
  // Every line of the order changes what is composed; the bar with the code line need not follow.
  const now = useRef({ composing, outOf });
  now.current = { composing, outOf };
  return useMemo(() => {
    const isRefused = (sentence: string | undefined) => {
      if (sentence !== undefined) say(sentence);
      return sentence !== undefined;
    };
    const add = (line: CartLine): boolean => {
      const { composing, outOf } = now.current;
      const composed = composedBy(composing, line);
      if (composed.kind === 'refused') return !isRefused(composed.sentence);
      if (isRefused(outOf(line)?.reason)) return false;
      if (composed.kind === 'view') showMain(composed.view);
      else {
        dispatch({ type: 'add-lines', lines: composed.lines });
        if (isComposed(composing)) showMain(PRODUCTS);
      }
      return true;
    };
    return {
      onAdd: add,
      onOptions: (productId) => {
        const { composing, outOf } = now.current;
        const { menu, sizeId } = composing;
        const line = cartLineOf(menu, productId, sizeId);
        // A place of a deal takes its product as a press on its tile does.
        if (line !== undefined && isComposed(composing)) return add(line);
        if (line !== undefined && isRefused(outOf(line)?.reason)) return false;
        openSheet({ name: 'options', productId, sizeId });
        return true;
      },
      onOrder: openOrders,
      onDeal: (dealId) => {
        if (isRefused(unfinishedIn(now.current.composing))) return false;
        showMain({ name: 'deal', dealId, chosen: [] });
        return true;
      },
      onHalves: () => {
        if (isRefused(unfinishedIn(now.current.composing))) return false;
        showMain(HALVES);
        return true;
      },
      onCustomer: customers.choose,
      onNewCustomer: customers.beginNew,
      say,
      settle,
    };
  }, [dispatch, openSheet, openOrders, showMain, customers, say, settle]);
}

function isComposed({ view: { name } }: Composing): boolean {
  return name === 'deal' || name === 'halves';
}

/** What stands over the products now. */
export function useComposing({
  menu,
  draft: { lines, sizeId = menu.defaultSizeId },
  doughId,
  view: { main },
}: {
  readonly menu: Menu;
  readonly draft: Draft;
  readonly doughId: string | undefined;
  readonly view: CounterView;
}): Composing {
  const text = useText(composingText);
  return useMemo(
    () => ({ menu, view: main, lines, sizeId, doughId, text }),
    [menu, main, lines, sizeId, doughId, text],
  );
}
