import type { Dispatch } from 'react';

import type { Client } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import type { Menu } from '#app/domain/menu.ts';

import type { Draft, DraftAction } from '../draft/draft.ts';
import type { PricedDraft } from '../draft/use-priced-draft.ts';
import { NoteSheet } from './note-sheet.tsx';
import { OrdersSheet } from '../orders/orders-sheet.tsx';
import { PaymentSheet } from '../payment/payment-sheet.tsx';
import type { Checkout } from '../payment/checkout/use-checkout.ts';
import { SettingsSheet } from './settings-sheet.tsx';

/** The sheet over the counter, at most one beside the payment. */
export type OpenSheet =
  | { readonly name: 'note' }
  | { readonly name: 'settings' }
  | { readonly name: 'orders'; readonly number: string | undefined };

export function CounterSheets({
  client,
  menu,
  sheet,
  draft,
  priced,
  dispatch,
  checkout,
  onClose,
}: {
  readonly client: Client<StoreContract>;
  readonly menu: Menu;
  readonly sheet: OpenSheet | undefined;
  readonly draft: Draft;
  readonly priced: PricedDraft;
  readonly dispatch: Dispatch<DraftAction>;
  readonly checkout: Checkout;
  readonly onClose: () => void;
}) {
  return (
    <>
      {sheet?.name === 'note' && (
        <NoteSheet
          note={draft.note}
          onSave={(note) => dispatch({ type: 'set-note', note })}
          onClose={onClose}
        />
      )}
      {sheet?.name === 'settings' && <SettingsSheet onClose={onClose} />}
      {sheet?.name === 'orders' && (
        <OrdersSheet
          client={client}
          menu={menu}
          number={sheet.number}
          onPay={checkout.openOrder}
          onClose={onClose}
        />
      )}
      {checkout.target !== undefined && (
        <PaymentSheet
          client={client}
          menu={menu}
          draft={draft}
          priced={priced}
          checkout={checkout}
        />
      )}
    </>
  );
}
