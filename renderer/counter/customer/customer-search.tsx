import { IconArrowLeft, IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';

import type { Client } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import { e164Of, formatPhoneNumber } from '#app/domain/phone-number.ts';

import { Key } from '../../ui/keys/key.tsx';
import { useText } from '../../ui/settings/settings.tsx';
import type { Customer } from '../code-line/choices.ts';
import { useFoundCustomers } from '../code-line/use-found-customers.ts';
import panel from './customer-panel.module.css';
import styles from './form/customer-form.module.css';
import { addressLine } from './customer-words.ts';
import { customerText } from './text.ts';

/** Finds a customer by name, number or street; Enter takes the first, or begins a new sheet. */
export function CustomerSearch({
  client,
  onCustomer,
  onNew,
  onBack,
}: {
  readonly client: Client<StoreContract>;
  readonly onCustomer: (customer: Customer) => void;
  readonly onNew: (phone: string | undefined) => void;
  readonly onBack: () => void;
}) {
  const text = useText(customerText);
  const [typed, setTyped] = useState('');
  const found = useFoundCustomers(client, typed.trim());
  const beginNew = () => onNew(e164Of(typed.trim()) === undefined ? undefined : typed.trim());
  return (
    <section className={panel['panel']} aria-label={text.title}>
      <form
        className={styles['search']}
        onSubmit={(event) => {
          event.preventDefault();
          const [first] = found;
          if (first === undefined) beginNew();
          else onCustomer(first);
        }}
      >
        <input
          className={styles['input']}
          aria-label={text.searchLabel}
          placeholder={text.searchHint}
          autoComplete="off"
          autoFocus
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </form>
      <div className={panel['scroll']}>
        <Found customers={found} onCustomer={onCustomer} />
        {typed.trim().length > 2 && found.length === 0 && (
          <p className={panel['nothing']}>{text.noMatch}</p>
        )}
      </div>
      <div className={panel['keys']}>
        <Key
          label={text.back}
          icon={<IconArrowLeft size="1.25rem" aria-hidden />}
          tone="ink"
          onPress={onBack}
        />
        <Key
          label={text.newCustomer}
          icon={<IconUserPlus size="1.25rem" aria-hidden />}
          tone="action"
          onPress={beginNew}
        />
      </div>
    </section>
  );
}

function Found({
  customers,
  onCustomer,
}: {
  readonly customers: readonly Customer[];
  readonly onCustomer: (customer: Customer) => void;
}) {
  const text = useText(customerText);
  if (customers.length === 0) return null;
  return (
    <div role="group" aria-label={text.found} className={panel['found']}>
      {customers.map((customer) => (
        <button
          key={customer.customerId}
          type="button"
          className={panel['address']}
          onClick={() => onCustomer(customer)}
        >
          <b>{customer.name}</b>
          <span>{customer.phones.map(formatPhoneNumber).join(' · ')}</span>
          {customer.addresses.slice(0, 1).map((address) => (
            <span key={address.addressId}>{addressLine(address)}</span>
          ))}
        </button>
      ))}
    </div>
  );
}
