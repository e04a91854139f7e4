import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';

import type { Client } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';

import { Key } from '../../../ui/keys/key.tsx';
import { useRefusalText } from '../../../ui/refusals/refusals.ts';
import { useText } from '../../../ui/settings/settings.tsx';
import { useReadNow } from '../../../ui/time/now.tsx';
import { newId } from '../../payment/checkout/new-id.ts';
import { AddressFields } from './address-fields.tsx';
import type { Customer } from '../current-customer.tsx';
import styles from './customer-form.module.css';
import { EraseCustomer } from './erase-customer.tsx';
import { Field } from './field.tsx';
import { emptyAddress, faultOf, formOf, type FormState, saveInput } from './form-state.ts';
import { customerText } from '../text.ts';

export type Saved = {
  readonly customerId: string;
  readonly name: string;
  readonly addressId: string | undefined;
};

type FormProps = {
  readonly client: Client<StoreContract>;
  readonly customer: Customer | undefined;
  readonly phone: string | undefined;
  /** An empty address is there at once. */
  readonly wantsAddress: boolean;
  readonly onSaved: (saved: Saved) => void;
  readonly onErased: (customer: Customer) => void;
  readonly onCancel: () => void;
};

/** A new customer, or a known one being changed; in the ticket panel, with the order beside it. */
export function CustomerForm({
  client,
  customer,
  phone,
  wantsAddress,
  onSaved,
  onErased,
  onCancel,
}: FormProps) {
  const text = useText(customerText);
  const readNow = useReadNow();
  const { form, change, trouble, save } = useCustomerForm({
    client,
    customer,
    phone,
    wantsAddress,
    onSaved,
  });
  const [addedId, setAddedId] = useState<string | undefined>(undefined);
  const addAddress = () => {
    const address = emptyAddress(newId(readNow()));
    setAddedId(address.addressId);
    change({ addresses: [...form.addresses, address] });
  };
  return (
    <form
      className={styles['form']}
      aria-label={customer === undefined ? text.formNew : text.formKnown}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <div className={styles['fields']}>
        <h2>{customer === undefined ? text.formNew : text.formKnown}</h2>
        <Field label={text.name} value={form.name} isFirst onChange={(name) => change({ name })} />
        <Field
          label={text.phone}
          value={form.phone}
          mode="tel"
          onChange={(typed) => change({ phone: typed })}
        />
        <Addresses client={client} form={form} addedId={addedId} onChange={change} />
        <Key
          label={text.addAddress}
          icon={<IconPlus size="1.25rem" aria-hidden />}
          wide
          onPress={addAddress}
        />
        <Field label={text.note} value={form.note} onChange={(note) => change({ note })} />
        {customer !== undefined && (
          <EraseCustomer client={client} customer={customer} onErased={onErased} />
        )}
      </div>
      <div className={styles['keys']}>
        {trouble !== undefined && (
          <p className={styles['trouble']} role="alert">
            {trouble}
          </p>
        )}
        <Key label={text.cancel} onPress={onCancel} />
        <button type="submit" className={styles['save']}>
          {text.save}
        </button>
      </div>
    </form>
  );
}

/** What is typed, and what becomes of it when it is saved. */
function useCustomerForm({
  client,
  customer,
  phone,
  wantsAddress,
  onSaved,
}: Omit<FormProps, 'onCancel' | 'onErased'>) {
  const text = useText(customerText);
  const refusalText = useRefusalText();
  const readNow = useReadNow();
  const [form, setForm] = useState<FormState>(() => {
    const known = formOf(customer, { customerId: newId(readNow()), phone });
    if (!wantsAddress) return known;
    return { ...known, addresses: [...known.addresses, emptyAddress(newId(readNow()))] };
  });
  const [trouble, setTrouble] = useState<string | undefined>(undefined);
  // What was wrong is being put right: the sentence about it would stay beside the right number.
  const change = (changed: Partial<FormState>) => {
    setTrouble(undefined);
    setForm((before) => ({ ...before, ...changed }));
  };
  const save = async () => {
    const fault = faultOf(form);
    if (fault !== undefined) {
      setTrouble(text[fault]);
      return;
    }
    const result = await client.request('customer.save', saveInput(form));
    if (!result.ok) {
      setTrouble(refusalText(result.refusal));
      return;
    }
    onSaved({
      customerId: result.value.customerId,
      name: form.name.trim(),
      addressId: form.addresses.at(-1)?.addressId,
    });
  };
  return { form, change, trouble, save };
}

function Addresses({
  client,
  form,
  addedId,
  onChange,
}: {
  readonly client: Client<StoreContract>;
  readonly form: FormState;
  /** The address whose first field takes the focus. */
  readonly addedId: string | undefined;
  readonly onChange: (changed: Partial<FormState>) => void;
}) {
  return form.addresses.map((address, place) => (
    <AddressFields
      key={address.addressId}
      client={client}
      address={address}
      isAdded={address.addressId === addedId}
      onChange={(changed) =>
        onChange({
          addresses: form.addresses.map((known, at) => (at === place ? changed : known)),
        })
      }
      onRemove={() => onChange({ addresses: form.addresses.filter((_, at) => at !== place) })}
    />
  ));
}
