import { type Dispatch, type MouseEvent, useMemo, useRef } from 'react';

import type { Client } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import type { Menu } from '#app/domain/menu.ts';

import { useView } from '../client/use-view.ts';
import { useText } from '../ui/settings/settings.tsx';
import { Footer } from './bars/footer.tsx';
import { Header } from './bars/header.tsx';
import { WhoKey } from './bars/who-key.tsx';
import styles from './counter.module.css';
import type { Settle } from './code-line/use-code-line.ts';
import { useZoneOf } from './customer/current-customer.tsx';
import { CustomerSide } from './customer/customer-side.tsx';
import { type CustomerActs, useCustomerActs } from './customer/use-customer-acts.ts';
import { useCustomerDetail } from './customer/use-customer-detail.ts';
import { CustomerDisplay } from './display/customer-display.tsx';
import { type Draft, selectedLine } from './draft/draft.ts';
import type { Drafts, DraftsAction } from './draft/drafts.ts';
import { useGrants } from './draft/use-grants.ts';
import { type PricedDraft, usePricedDraft } from './draft/use-priced-draft.ts';
import { Shelves } from './grid/shelves.tsx';
import { useDough } from './grid/use-dough.ts';
import { isChangeable } from './line/ingredients.ts';
import { usePark } from './parked/use-park.ts';
import { type Checkout, useCheckout } from './payment/checkout/use-checkout.ts';
import { type Call, ringing } from './phone/calls.ts';
import { ScannedCodes } from './scanner/scanned-codes.tsx';
import { CounterSheets } from './sheets/counter-sheets.tsx';
import { counterText } from './text.ts';
import { BeforeFirstLine } from './ticket/before-first-line.tsx';
import { TicketPanel } from './ticket/ticket-panel.tsx';
import { useCodeLineActs, useComposing } from './use-code-line-acts.ts';
import { type CounterPresses, useCounterPresses } from './use-counter-presses.ts';
import { type CounterView, PRODUCTS } from './use-counter-view.ts';
import { useNotice } from './use-notice.ts';
import { useTicketAgain } from './use-ticket-again.ts';

const NO_CALLS: readonly Call[] = [];

export type BodyProps = {
  readonly client: Client<StoreContract>;
  readonly menu: Menu;
  readonly drafts: Drafts;
  readonly draft: Draft;
  readonly dispatch: Dispatch<DraftsAction>;
  readonly view: CounterView;
};

/** What is being ordered, what can be, for whom, and what it costs. */
export function CounterBody(props: BodyProps) {
  const { client, menu, draft, dispatch, view } = props;
  const text = useText(counterText);
  const counter = useCounter(props);
  const { say, priced, checkout, customers, calls, presses, acts } = counter;
  const { answer } = customers;
  const who = useMemo(() => <WhoKey onPress={presses.onSettings} />, [presses.onSettings]);
  const line = selectedLine(draft);
  const changeable = line !== undefined && isChangeable(menu, line) ? line : undefined;
  const main = view.main.name === 'line' && changeable === undefined ? PRODUCTS : view.main;

  return (
    <div className={styles['screen']} onMouseDown={keepFocus}>
      <h1 className="visually-hidden">{text.title}</h1>
      <Header
        client={client}
        menu={menu}
        calls={calls}
        acts={acts}
        who={who}
        onAnswer={answer}
        onLegend={presses.onLegend}
      />
      <Ticket
        body={props}
        priced={priced}
        checkout={checkout}
        customers={customers}
        presses={presses}
        isLineOpen={main.name === 'line'}
        isRinging={calls.length > 0}
      />
      <Shelves
        menu={menu}
        lines={draft.lines}
        sizeId={draft.sizeId ?? menu.defaultSizeId}
        doughId={counter.doughId}
        onDough={counter.setDough}
        view={main}
        selected={main.name === 'line' ? changeable : undefined}
        dispatch={dispatch}
        onView={view.showMain}
        onSheet={view.openSheet}
        onNote={presses.onNote}
        onNotice={say}
      />
      <Ends body={props} counter={counter} />
    </div>
  );
}

/** What ends an order, and what lies over the screen. */
function Ends({
  body: { client, menu, draft, dispatch, view },
  counter: { notice, say, priced, presses, checkout, grant },
}: {
  readonly body: BodyProps;
  readonly counter: ReturnType<typeof useCounter>;
}) {
  return (
    <>
      <output className={styles['notice']} data-shown={notice !== undefined}>
        {notice}
      </output>
      <Footer
        client={client}
        draft={draft}
        priced={priced}
        dispatch={dispatch}
        presses={presses.footer}
      />
      <CustomerDisplay
        client={client}
        draft={draft}
        priced={priced}
        target={checkout.target}
        lastId={checkout.lastSale?.orderId}
      />
      <ScannedCodes
        client={client}
        menu={menu}
        view={view}
        priced={priced}
        checkout={checkout}
        dispatch={dispatch}
        onNotice={say}
      />
      <CounterSheets
        client={client}
        menu={menu}
        view={view}
        draft={draft}
        priced={priced}
        dispatch={dispatch}
        checkout={checkout}
        onApproval={grant}
      />
    </>
  );
}

/** All that the screen does, beside showing it. */
function useCounter({ client, menu, draft, dispatch, view }: BodyProps) {
  const { notice, say } = useNotice();
  const priced = usePricedDraft(client, menu, draft, useZoneOf(draft));
  const grants = useGrants(draft, priced);
  const checkout = useCheckout({ client, draft, priced, grants, dispatch });
  const customers = useCustomerActs({ client, dispatch, showSide: view.showSide, say });
  const calls = useRinging(client);
  const park = usePark({ client, menu, draft, priced, dispatch, onNotice: say });
  const [doughId, setDough] = useDough(draft.lines.length === 0);
  const settle = useRef<Settle>(null);
  const composing = useComposing({ menu, draft, doughId, view });
  const order = { menu, draft, dispatch, view, composing, say, settle };
  const presses = useCounterPresses({ ...order, checkout, park });
  const acts = useCodeLineActs({ ...order, customers });
  useTicketAgain(draft, view);
  const shelf = { doughId, setDough };
  const { grant } = grants;
  return { notice, say, grant, priced, checkout, customers, calls, presses, acts, ...shelf };
}

/** The order on the screen, or its customer in the place of its lines. */
function Ticket({
  body: { client, menu, drafts, draft, dispatch, view },
  priced,
  checkout,
  customers,
  presses,
  isLineOpen,
  isRinging,
}: {
  readonly body: BodyProps;
  readonly priced: PricedDraft;
  readonly checkout: Checkout;
  readonly customers: CustomerActs;
  readonly presses: CounterPresses;
  readonly isLineOpen: boolean;
  readonly isRinging: boolean;
}) {
  return (
    <TicketPanel
      menu={menu}
      drafts={drafts}
      draft={draft}
      priced={priced}
      isLineOpen={isLineOpen}
      isRinging={isRinging}
      customerDetail={useCustomerDetail(draft)}
      dispatch={dispatch}
      presses={presses.ticket}
      beforeFirstLine={
        <BeforeFirstLine
          client={client}
          lastSale={checkout.lastSale}
          canBringBack={draft.cleared !== undefined}
          dispatch={dispatch}
          onPay={checkout.openOrder}
          onSellVoucher={() => view.openSheet({ name: 'voucher-sale' })}
        />
      }
      customer={
        view.side.name === 'ticket' ? undefined : (
          <CustomerSide
            menu={menu}
            client={client}
            draft={draft}
            dispatch={dispatch}
            acts={customers}
            side={view.side}
            onSide={view.showSide}
            onSeeOrder={view.openOrders}
          />
        )
      }
    />
  );
}

function useRinging(client: Client<StoreContract>): readonly Call[] {
  const view = useView(client, 'calls.current', {});
  const calls = view.status === 'ready' ? view.value : NO_CALLS;
  return useMemo(() => ringing(calls), [calls]);
}

/** A touched key works without taking the focus, so that what is typed next goes to the code line. */
function keepFocus(event: MouseEvent): void {
  if (event.target instanceof Element && event.target.closest('button') !== null) {
    event.preventDefault();
  }
}
