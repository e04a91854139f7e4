import { type MouseEvent, useCallback, useMemo, useReducer, useState } from 'react';

import type { Client } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import type { Menu } from '#app/domain/menu.ts';
import { indexOf } from '#app/domain/menu-index.ts';
import type { CartLine } from '#app/domain/order/events.ts';

import { useText } from '../ui/settings/settings.tsx';
import styles from './counter.module.css';
import { cartLines, evolveDraft, selectedLine } from './draft/draft.ts';
import { keptDraft } from './draft/kept-draft.ts';
import { useKeptDraft } from './draft/use-kept-draft.ts';
import { usePricedDraft } from './draft/use-priced-draft.ts';
import { Footer } from './bars/footer.tsx';
import { Shelves } from './grid/shelves.tsx';
import { Header } from './bars/header.tsx';
import { CounterSheets, type OpenSheet } from './sheets/counter-sheets.tsx';
import { useCheckout } from './payment/checkout/use-checkout.ts';
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
  const [sheet, setSheet] = useState<OpenSheet | undefined>(undefined);
  const [hasExtras, setExtras] = useState(false);
  const priced = usePricedDraft(menu, draft);
  const lines = useMemo(() => cartLines(draft), [draft]);
  const checkout = useCheckout({ client, draft, lines, priced, dispatch });
  const selected = selectedLine(draft);

  useKeptDraft(menu, draft);

  const add = useCallback((line: CartLine) => dispatch({ type: 'add', line }), []);
  const openOrders = useCallback((number?: string) => setSheet({ name: 'orders', number }), []);
  const openSettings = useCallback(() => setSheet({ name: 'settings' }), []);
  const openNote = useCallback(() => setSheet({ name: 'note' }), []);
  const toggleExtras = useCallback(() => setExtras((before) => !before), []);
  const closeExtras = useCallback(() => setExtras(false), []);

  useCounterKeys({
    onMode: () => dispatch({ type: 'next-mode' }),
    onOrders: () => openOrders(),
    onNote: openNote,
    onPay: checkout.open,
    onRemove: () => dispatch({ type: 'remove-line' }),
    onClear: () => dispatch({ type: 'clear' }),
    onRepeat: () => dispatch({ type: 'change-quantity', by: 1 }),
    onMove: (step) => dispatch({ type: 'select-next', step }),
    onBack: closeExtras,
  });

  const product = selected && indexOf(menu).products.get(selected.productId)?.product;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a press leaves the focus on the code line.
    <div className={styles['screen']} onMouseDown={keepFocus}>
      <h1 className="visually-hidden">{text.title}</h1>
      <Header menu={menu} onAdd={add} onOrder={openOrders} onSettings={openSettings} />
      <TicketPanel
        client={client}
        menu={menu}
        draft={draft}
        priced={priced}
        dispatch={dispatch}
        lastSale={checkout.lastSale}
        hasExtras={hasExtras}
        onExtras={toggleExtras}
        onPayLast={checkout.openOrder}
      />
      <Shelves
        menu={menu}
        lines={draft.lines}
        extrasOf={hasExtras && product?.kind === 'pizza' ? selected : undefined}
        onAdd={add}
        dispatch={dispatch}
        onLeaveExtras={closeExtras}
      />
      <Footer
        client={client}
        draft={draft}
        priced={priced}
        dispatch={dispatch}
        onNote={openNote}
        onOrders={openOrders}
        onPay={checkout.open}
      />
      <CounterSheets
        client={client}
        menu={menu}
        sheet={sheet}
        draft={draft}
        priced={priced}
        dispatch={dispatch}
        checkout={checkout}
        onSheet={setSheet}
      />
    </div>
  );
}

/** A touched key works without taking the focus, so that what is typed next goes to the code line. */
function keepFocus(event: MouseEvent): void {
  if (event.target instanceof Element && event.target.closest('button') !== null) {
    event.preventDefault();
  }
}
