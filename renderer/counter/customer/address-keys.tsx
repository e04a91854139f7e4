import { IconPlus } from '@tabler/icons-react';

import { useLanguage, useText } from '../../ui/settings/settings.tsx';
import type { Customer } from './current-customer.tsx';
import styles from './customer-panel.module.css';
import { addressLine, doorLine, zoneLine } from './customer-words.ts';
import { customerText } from './text.ts';

/** Where to deliver, with what it costs there; the rider's words are said too. */
export function AddressKeys({
  customer,
  addressId,
  onAddress,
  onAdd,
}: {
  readonly customer: Customer;
  readonly addressId: string | undefined;
  readonly onAddress: (addressId: string) => void;
  readonly onAdd: () => void;
}) {
  const text = useText(customerText);
  const language = useLanguage();
  return (
    <section className={styles['addresses']} aria-label={text.addresses}>
      <h3>{text.addresses}</h3>
      {customer.addresses.map((address) => {
        const door = doorLine(address, text);
        return (
          <button
            key={address.addressId}
            type="button"
            className={styles['address']}
            aria-pressed={address.addressId === addressId}
            onClick={() => onAddress(address.addressId)}
          >
            <b>{address.label ?? address.street}</b>
            <span>{addressLine(address)}</span>
            {door !== '' && <span>{door}</span>}
            <small>{zoneLine(address, text, language)}</small>
          </button>
        );
      })}
      <button type="button" className={styles['add']} onClick={onAdd}>
        <IconPlus size="1.25rem" stroke={2} aria-hidden />
        {text.addAddress}
      </button>
    </section>
  );
}
