import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';

import type { Client } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';

import { useApproval } from '../../../ui/approval/approval.tsx';
import { Key } from '../../../ui/keys/key.tsx';
import { useRefusalText } from '../../../ui/refusals/refusals.ts';
import { useText } from '../../../ui/settings/settings.tsx';
import type { Customer } from '../current-customer.tsx';
import styles from './customer-form.module.css';
import { customerText } from '../text.ts';

type EraseProps = {
  readonly client: Client<StoreContract>;
  readonly customer: Customer;
  readonly onErased: (customer: Customer) => void;
};

/** At the end of the sheet: for whoever asks to be forgotten. Asked twice, for it cannot be undone. */
export function EraseCustomer(props: EraseProps) {
  const text = useText(customerText);
  const [isAsked, setAsked] = useState(false);
  if (isAsked) return <Question {...props} onKeep={() => setAsked(false)} />;
  return (
    <Key
      label={text.erase}
      hint={text.eraseHint}
      icon={<IconTrash size="1.25rem" aria-hidden />}
      tone="quiet"
      wide
      onPress={() => setAsked(true)}
    />
  );
}

function bringIntoSight(question: HTMLElement | null): void {
  question?.scrollIntoView({ block: 'end' });
}

function Question({
  client,
  customer,
  onErased,
  onKeep,
}: EraseProps & { readonly onKeep: () => void }) {
  const text = useText(customerText);
  const ask = useApproval();
  const refusalText = useRefusalText();
  const [trouble, setTrouble] = useState<string | undefined>(undefined);
  const { customerId, name } = customer;
  const erase = async () => {
    const asked = await ask('customer.erase', { about: name });
    if (asked.status === 'refused') return;
    const approval = asked.status === 'approved' ? { approval: asked.approval } : {};
    const erased = await client.request('customer.erase', { customerId, ...approval });
    if (erased.ok) onErased(customer);
    else setTrouble(refusalText(erased.refusal));
  };
  return (
    <section ref={bringIntoSight} className={styles['erase']} aria-label={text.eraseSure(name)}>
      <b>{text.eraseSure(name)}</b>
      <p>{text.eraseKept}</p>
      {trouble !== undefined && <p role="alert">{trouble}</p>}
      <Key label={text.eraseKeep} tone="paper" autoFocus onPress={onKeep} />
      <Key label={text.eraseNow} tone="danger" onPress={() => void erase()} />
    </section>
  );
}
