import { type Dispatch, type RefObject, useMemo, useRef } from 'react';
import { flushSync } from 'react-dom';

import type { Menu } from '#app/domain/menu.ts';

import type { FooterPresses } from './bars/footer.tsx';
import { mainKeyOf } from './bars/main-key.ts';
import { type Composing, unfinishedIn } from './code-line/composing.ts';
import type { Settle } from './code-line/use-code-line.ts';
import { type Draft, isEmpty } from './draft/draft.ts';
import type { DraftsAction } from './draft/drafts.ts';
import { isChangeable } from './line/ingredients.ts';
import type { Checkout } from './payment/checkout/use-checkout.ts';
import type { TicketPresses } from './ticket/ticket-panel.tsx';
import { useCounterKeys } from './use-counter-keys.ts';
import { type CounterView, HALVES, PRODUCTS, TICKET } from './use-counter-view.ts';

type Asked = {
  readonly menu: Menu;
  readonly draft: Draft;
  readonly dispatch: Dispatch<DraftsAction>;
  readonly view: CounterView;
  readonly checkout: Checkout;
  readonly park: () => Promise<void>;
  readonly composing: Composing;
  readonly say: (sentence: string) => void;
  /** Takes what is typed on the code line; false where it says what is in the way. */
  readonly settle: RefObject<Settle | null>;
};

export type CounterPresses = {
  readonly ticket: TicketPresses;
  readonly footer: FooterPresses;
  readonly onNote: () => void;
  readonly onSettings: () => void;
  readonly onLegend: () => void;
};

/** What the keys of the screen and of the keyboard do; the functions stay the same at every press. */
export function useCounterPresses(asked: Asked): CounterPresses {
  const now = useRef(asked);
  now.current = asked;
  const presses = useMemo(() => pressesOf(() => now.current), []);
  const { dispatch, view } = asked;
  useCounterKeys({
    onCustomer: presses.ticket.onCustomer,
    onMode: () => dispatch({ type: 'next-mode' }),
    onDeliveries: view.openDeliveries,
    onOrders: presses.footer.onOrders,
    onHalves: () => toggleHalves(asked),
    onNote: presses.onNote,
    onPark: presses.footer.onPark,
    onParked: presses.footer.onParked,
    onDiscount: presses.footer.onDiscount,
    onSoldOuts: () => view.openSheet({ name: 'sold-outs' }),
    onPay: presses.footer.onPay,
    onLegend: presses.onLegend,
    onRemove: () => dispatch({ type: 'remove-line' }),
    onClear: () => dispatch({ type: 'clear' }),
    onRepeat: () => dispatch({ type: 'change-quantity', by: 1 }),
    onMove: (step) => dispatch({ type: 'select-next', step }),
    onLine: () => {
      const { selectedId } = asked.draft;
      if (selectedId !== undefined) presses.ticket.onOpenLine(selectedId);
    },
    onBack: view.back,
  });
  return presses;
}

function pressesOf(now: () => Asked): CounterPresses {
  const sheet = (name: 'note' | 'settings' | 'legend' | 'discount' | 'parked') => () =>
    now().view.openSheet({ name });
  const onCustomer = () => {
    const { view, draft } = now();
    if (view.side.name !== 'ticket') view.showSide(TICKET);
    else if (draft.customer === undefined) view.showSide({ name: 'customer-search' });
    else view.showSide({ name: 'customer', customerId: draft.customer.customerId });
  };
  return {
    onNote: sheet('note'),
    onSettings: sheet('settings'),
    onLegend: sheet('legend'),
    ticket: {
      onCustomer,
      onOpenLine: (lineId) => openLine(now(), lineId),
      onQuantity: () => now().view.openSheet({ name: 'quantity' }),
      onWhy: (lineId) => now().view.openSheet({ name: 'why', lineId }),
      onSchedule: () => now().view.openSheet({ name: 'schedule' }),
    },
    footer: {
      onNote: sheet('note'),
      onDiscount: sheet('discount'),
      onParked: sheet('parked'),
      onOrders: () => now().view.openOrders(),
      onWhy: () => now().view.openSheet({ name: 'why', lineId: undefined }),
      onPark: () => {
        const { draft, park } = now();
        if (!isEmpty(draft)) void park();
      },
      onPay: () => {
        // What is typed joins the order before it is priced, and paid with it.
        const isClear = flushSync(() => now().settle.current?.() ?? true);
        if (isClear) pay(now(), onCustomer);
      },
    },
  };
}

/** A press on a line that is open already closes it. A drink has nothing to open. */
function openLine({ menu, draft, view }: Asked, lineId: string): void {
  const line = draft.lines.find((known) => known.lineId === lineId);
  const isOpen = view.main.name === 'line' && draft.selectedId === lineId;
  const canOpen = line !== undefined && isChangeable(menu, line);
  view.showMain(canOpen && !isOpen ? { name: 'line' } : PRODUCTS);
}

/** A deal or a half that was begun is not lost to a slip of a finger. */
function toggleHalves({ view, composing, say }: Asked): void {
  const isHalves = view.main.name === 'halves';
  const unfinished = isHalves ? undefined : unfinishedIn(composing);
  if (unfinished !== undefined) say(unfinished);
  else view.showMain(isHalves ? PRODUCTS : HALVES);
}

function pay({ draft, view, checkout, composing, say }: Asked, onCustomer: () => void): void {
  const unfinished = unfinishedIn(composing);
  if (unfinished !== undefined) {
    say(unfinished);
    return;
  }
  if (draft.lines.length + draft.nonSales.length === 0) return;
  switch (mainKeyOf(draft)) {
    case 'address':
      if (view.side.name === 'ticket') onCustomer();
      return;
    case 'validate':
      view.reset();
      void checkout.placeLater();
      return;
    case 'pay':
      view.reset();
      checkout.open();
      return;
  }
}
