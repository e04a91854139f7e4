import type { Dispatch } from 'react';

import type { Client } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import type { Menu } from '#app/domain/menu.ts';

import { useText } from '../../ui/settings/settings.tsx';
import type { Draft } from '../draft/draft.ts';
import type { DraftsAction } from '../draft/drafts.ts';
import { type SideView, TICKET } from '../use-counter-view.ts';
import { useAgainPrice } from './again-price.ts';
import { useSheet } from './current-customer.tsx';
import { CustomerForm } from './form/customer-form.tsx';
import styles from './customer-panel.module.css';
import { CustomerPanel } from './customer-panel.tsx';
import { CustomerSearch } from './customer-search.tsx';
import { customerText } from './text.ts';
import type { CustomerActs } from './use-customer-acts.ts';

type SideProps = {
  readonly menu: Menu;
  readonly client: Client<StoreContract>;
  readonly draft: Draft;
  readonly dispatch: Dispatch<DraftsAction>;
  readonly acts: CustomerActs;
  readonly onSide: (view: SideView) => void;
  readonly onSeeOrder: (number: string) => void;
};

/** The customer in the place of the ticket: looked for, looked at, or being written down. */
export function CustomerSide({
  side,
  ...props
}: SideProps & { readonly side: Exclude<SideView, { name: 'ticket' }> }) {
  const { client, acts, onSide } = props;
  switch (side.name) {
    case 'customer-search':
      return (
        <CustomerSearch
          client={client}
          onCustomer={acts.choose}
          onNew={acts.beginNew}
          onBack={() => onSide(TICKET)}
        />
      );
    case 'customer-form':
      return <Form {...props} side={side} />;
    case 'customer':
      return <Panel {...props} customerId={side.customerId} />;
  }
}

function Form({
  client,
  draft,
  dispatch,
  acts,
  onSide,
  side,
}: SideProps & { readonly side: Extract<SideView, { name: 'customer-form' }> }) {
  const sheet = useSheet(side.customerId);
  return (
    <CustomerForm
      key={sheet?.customer.customerId ?? 'new'}
      client={client}
      customer={sheet?.customer}
      phone={side.phone}
      wantsAddress={side.wantsAddress || (draft.mode === 'delivery' && sheet === undefined)}
      onSaved={(saved) => {
        dispatch({ type: 'set-customer', customer: saved });
        onSide({ name: 'customer', customerId: saved.customerId });
      }}
      onErased={acts.forget}
      onCancel={() =>
        onSide(
          side.customerId === undefined
            ? TICKET
            : { name: 'customer', customerId: side.customerId },
        )
      }
    />
  );
}

function Panel({
  menu,
  draft,
  dispatch,
  acts,
  onSide,
  onSeeOrder,
  customerId,
}: SideProps & { readonly customerId: string }) {
  const text = useText(customerText);
  const sheet = useSheet(customerId);
  const againCents = useAgainPrice(menu, sheet?.again);
  if (sheet === undefined) return <p className={styles['loading']}>{text.loading}</p>;
  const change = (wantsAddress: boolean) =>
    onSide({ name: 'customer-form', customerId, phone: undefined, wantsAddress });
  return (
    <CustomerPanel
      againCents={againCents}
      sheet={sheet}
      addressId={draft.customer?.addressId}
      isDelivery={draft.mode === 'delivery'}
      presses={{
        onRedo: () => acts.redo(sheet),
        onRedoOrder: (orderId) => void acts.redoOrder(orderId),
        onSeeOrder,
        onAddress: (addressId) => {
          const { name } = sheet.customer;
          dispatch({ type: 'set-customer', customer: { customerId, name, addressId } });
          onSide(TICKET);
        },
        onAddAddress: () => change(true),
        onChange: () => change(false),
        onRemove: () => {
          dispatch({ type: 'set-customer', customer: undefined });
          onSide(TICKET);
        },
        onBack: () => onSide(TICKET),
      }}
    />
  );
}
