import type { Dispatch } from 'react';

import type { Client } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import type { Menu } from '#app/domain/menu.ts';

import type { Approval } from '../../ui/approval/approval.tsx';
import { useReadNow } from '../../ui/time/now.tsx';
import { useSheet } from '../customer/current-customer.tsx';
import { type Draft, selectedLine } from '../draft/draft.ts';
import type { DraftsAction } from '../draft/drafts.ts';
import { readDraft } from '../draft/kept-draft.ts';
import type { PricedDraft } from '../draft/use-priced-draft.ts';
import { cartLineOf } from '../grid/variant.ts';
import { lineName } from '../halves/halves.ts';
import { OptionsSheet } from '../line/options-sheet.tsx';
import { OrdersSheet } from '../orders/orders-sheet.tsx';
import { ParkedSheet } from '../parked/parked-sheet.tsx';
import type { Checkout } from '../payment/checkout/use-checkout.ts';
import { PaymentSheet } from '../payment/payment-sheet.tsx';
import { VoucherSaleSheet } from '../payment/voucher-sale/voucher-sale-sheet.tsx';
import { DiscountSheet } from '../price/discount-sheet.tsx';
import { WhySheet } from '../price/why-sheet.tsx';
import { ScheduleSheet } from '../schedule/schedule-sheet.tsx';
import { SoldOutSheet } from '../sold-out/sold-out-sheet.tsx';
import type { CounterView, OpenSheet } from '../use-counter-view.ts';
import { LegendSheet } from './keyboard-legend.tsx';
import { NoteSheet } from './note-sheet.tsx';
import { QuantitySheet } from './quantity-sheet.tsx';
import { SettingsSheet } from './settings-sheet.tsx';

export type SheetsProps = {
  readonly client: Client<StoreContract>;
  readonly menu: Menu;
  readonly view: CounterView;
  readonly draft: Draft;
  readonly priced: PricedDraft;
  readonly dispatch: Dispatch<DraftsAction>;
  readonly checkout: Checkout;
  readonly onApproval: (approval: Approval) => void;
};

/** What lies over the counter: at most one sheet, and the payment. */
export function CounterSheets(props: SheetsProps) {
  const { client, view, draft, priced, checkout } = props;
  return (
    <>
      {view.sheet !== undefined && <OneSheet {...props} sheet={view.sheet} />}
      {checkout.target !== undefined && (
        <PaymentSheet client={client} draft={draft} priced={priced} checkout={checkout} />
      )}
    </>
  );
}

function OneSheet({ sheet, ...props }: SheetsProps & { readonly sheet: OpenSheet }) {
  const { client, menu, view, draft, priced, dispatch, checkout } = props;
  const onClose = view.closeSheet;
  switch (sheet.name) {
    case 'settings':
      return <SettingsSheet client={client} onClose={onClose} />;
    case 'legend':
      return <LegendSheet onClose={onClose} />;
    case 'orders':
      return (
        <OrdersSheet
          client={client}
          menu={menu}
          number={sheet.number}
          isToDeliver={sheet.isToDeliver}
          onPay={checkout.openOrder}
          onClose={onClose}
        />
      );
    case 'schedule':
      return (
        <ScheduleSheet
          scheduledFor={draft.scheduledFor}
          onSchedule={(at) => dispatch({ type: 'schedule', at })}
          onClose={onClose}
        />
      );
    case 'parked':
      return <Parked {...props} />;
    case 'why':
      return priced.ok ? (
        <WhySheet draft={draft} priced={priced.value} lineId={sheet.lineId} onClose={onClose} />
      ) : null;
    case 'discount':
      return <Discount {...props} />;
    case 'voucher-sale':
      return (
        <VoucherSaleSheet
          onSell={(nonSale) => dispatch({ type: 'add-non-sale', nonSale })}
          onClose={onClose}
        />
      );
    case 'sold-outs':
      return <SoldOutSheet client={client} menu={menu} onClose={onClose} />;
    case 'options':
      return <Options {...props} productId={sheet.productId} sizeId={sheet.sizeId} />;
    case 'note':
    case 'quantity':
      return <OfLine {...props} name={sheet.name} />;
  }
}

/** The sheets about the selected line; a note may also be about the whole order. */
function OfLine({
  menu,
  view,
  draft,
  dispatch,
  name,
}: SheetsProps & { readonly name: 'note' | 'quantity' }) {
  const line = selectedLine(draft);
  if (name === 'quantity') {
    return line === undefined ? null : (
      <QuantitySheet
        name={lineName(menu, line)}
        quantity={line.quantity}
        onSet={(quantity) => dispatch({ type: 'set-quantity', quantity })}
        onClose={view.closeSheet}
      />
    );
  }
  return (
    <NoteSheet
      notes={{ order: draft.note, line: line?.note ?? '' }}
      lineName={line && lineName(menu, line)}
      first={view.main.name === 'line' ? 'line' : 'order'}
      onSave={(scope, note) =>
        dispatch(scope === 'order' ? { type: 'set-note', note } : { type: 'set-line-note', note })
      }
      onClose={view.closeSheet}
    />
  );
}

function Discount({ view, draft, priced, dispatch, onApproval }: SheetsProps) {
  const points = useSheet(draft.customer?.customerId)?.customer.loyaltyPoints ?? 0;
  return (
    <DiscountSheet
      draft={draft}
      priced={priced.ok ? priced.value : undefined}
      points={points}
      dispatch={dispatch}
      onApproval={onApproval}
      onSellVoucher={() => view.openSheet({ name: 'voucher-sale' })}
      onClose={view.closeSheet}
    />
  );
}

function Options({
  menu,
  view,
  dispatch,
  productId,
  sizeId,
}: SheetsProps & { readonly productId: string; readonly sizeId: string }) {
  const line = cartLineOf(menu, productId, sizeId);
  if (line === undefined) return null;
  return (
    <OptionsSheet
      menu={menu}
      line={line}
      onAdd={(chosen) => dispatch({ type: 'add', line: chosen })}
      onClose={view.closeSheet}
    />
  );
}

function Parked({ client, menu, view, dispatch }: SheetsProps) {
  const readNow = useReadNow();
  const take = (text: string) => {
    const draft = readDraft(text, menu);
    if (draft === undefined) return;
    // What was asked for then may lie behind by now.
    const isPast = draft.scheduledFor !== undefined && Date.parse(draft.scheduledFor) < readNow();
    dispatch({ type: 'open', draft: isPast ? { ...draft, scheduledFor: undefined } : draft });
  };
  return <ParkedSheet client={client} onTaken={take} onClose={view.closeSheet} />;
}
