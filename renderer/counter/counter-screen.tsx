import { type Dispatch, type MouseEvent, useCallback, useMemo, useReducer, useState } from 'react';

import type { Client } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import type { Menu } from '#app/domain/menu.ts';
import { indexOf } from '#app/domain/menu-index.ts';
import type { CartLine } from '#app/domain/order/events.ts';

import { useText } from '../ui/settings/settings.tsx';
import styles from './counter.module.css';
import {
  cartLines,
  type Draft,
  type DraftAction,
  type DraftLine,
  evolveDraft,
  selectedLine,
} from './draft/draft.ts';
import { keptDraft } from './draft/kept-draft.ts';
import { useKeptDraft } from './draft/use-kept-draft.ts';
import { usePricedDraft } from './draft/use-priced-draft.ts';
import { Footer } from './bars/footer.tsx';
import { Shelves } from './grid/shelves.tsx';
import { Header } from './bars/header.tsx';
import { CounterSheets, type OpenSheet } from './sheets/counter-sheets.tsx';
import { type Checkout, useCheckout } from './payment/checkout/use-checkout.ts';
import { counterText } from './text.ts';
import { TicketPanel } from './ticket/ticket-panel.tsx';
import { useCounterKeys } from './use-counter-keys.ts';

/** The whole counter: what is being ordered, what can be, and what it costs. */
export function CounterScreen({
  client,
  menu,
}: {
  readonly client: Client<StoreContract>;
  readonly menu: Menu;
}) {
  const text = useText(counterText);
  const [draft, dispatch] = useReducer(evolveDraft, menu, keptDraft);
  const priced = usePricedDraft(menu, draft);
  const lines = useMemo(() => cartLines(draft), [draft]);
  const checkout = useCheckout({ client, draft, lines, priced, dispatch });
  useKeptDraft(menu, draft);

  const add = useCallback((line: CartLine) => dispatch({ type: 'add', line }), []);
  const sheets = useSheets();
  const extras = useExtras();
  useScreenKeys({ dispatch, sheets, checkout, onBack: extras.close });

  return (
    <div className={styles['screen']} onMouseDown={keepFocus}>
      <h1 className="visually-hidden">{text.title}</h1>
      <Header
        menu={menu}
        onAdd={add}
        onOrder={sheets.openOrders}
        onSettings={sheets.openSettings}
      />
      <TicketPanel
        client={client}
        menu={menu}
        draft={draft}
        priced={priced}
        dispatch={dispatch}
        lastSale={checkout.lastSale}
        hasExtras={extras.areOpen}
        onExtras={extras.toggle}
        onPayLast={checkout.openOrder}
      />
      <Shelves
        menu={menu}
        lines={draft.lines}
        extrasOf={extras.areOpen ? selectedPizza(menu, draft) : undefined}
        onAdd={add}
        dispatch={dispatch}
        onLeaveExtras={extras.close}
      />
      <Footer
        client={client}
        draft={draft}
        priced={priced}
        dispatch={dispatch}
        onNote={sheets.openNote}
        onOrders={sheets.openOrders}
        onPay={checkout.open}
      />
      <CounterSheets
        client={client}
        menu={menu}
        sheet={sheets.sheet}
        draft={draft}
        priced={priced}
        dispatch={dispatch}
        checkout={checkout}
        onClose={sheets.close}
      />
    </div>
  );
}

function selectedPizza(menu: Menu, draft: Draft): DraftLine | undefined {
  const line = selectedLine(draft);
  const indexed = line && indexOf(menu).products.get(line.productId);
  return indexed?.product.kind === 'pizza' ? line : undefined;
}

type Sheets = ReturnType<typeof useSheets>;

function useSheets() {
  const [sheet, setSheet] = useState<OpenSheet | undefined>(undefined);
  const openOrders = useCallback((number?: string) => setSheet({ name: 'orders', number }), []);
  const openSettings = useCallback(() => setSheet({ name: 'settings' }), []);
  const openNote = useCallback(() => setSheet({ name: 'note' }), []);
  const close = useCallback(() => setSheet(undefined), []);
  return { sheet, openOrders, openSettings, openNote, close };
}

function useExtras() {
  const [areOpen, setOpen] = useState(false);
  const toggle = useCallback(() => setOpen((before) => !before), []);
  const close = useCallback(() => setOpen(false), []);
  return { areOpen, toggle, close };
}

function useScreenKeys({
  dispatch,
  sheets,
  checkout,
  onBack,
}: {
  readonly dispatch: Dispatch<DraftAction>;
  readonly sheets: Sheets;
  readonly checkout: Checkout;
  readonly onBack: () => void;
}): void {
  useCounterKeys({
    onMode: () => dispatch({ type: 'next-mode' }),
    onOrders: () => sheets.openOrders(),
    onNote: sheets.openNote,
    onPay: checkout.open,
    onRemove: () => dispatch({ type: 'remove-line' }),
    onClear: () => dispatch({ type: 'clear' }),
    onRepeat: () => dispatch({ type: 'change-quantity', by: 1 }),
    onMove: (step) => dispatch({ type: 'select-next', step }),
    onBack,
  });
}

/** A touched key works without taking the focus, so that what is typed next goes to the code line. */
function keepFocus(event: MouseEvent): void {
  if (event.target instanceof Element && event.target.closest('button') !== null) {
    event.preventDefault();
  }
}
