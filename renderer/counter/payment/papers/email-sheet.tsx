import { type FormEvent, useState } from 'react';

import type { Client } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';

import { Key } from '../../../ui/keys/key.tsx';
import { useRefusalText } from '../../../ui/refusals/refusals.ts';
import { useText } from '../../../ui/settings/settings.tsx';
import { Sheet } from '../../../ui/sheet/sheet.tsx';
import { PaperField } from './paper-field.tsx';
import styles from './papers.module.css';
import { papersText } from './text.ts';

/** An address for this receipt only. */
export function EmailSheet({
  client,
  orderId,
  onClose,
}: {
  readonly client: Client<StoreContract>;
  readonly orderId: string;
  readonly onClose: () => void;
}) {
  const text = useText(papersText);
  const refusalText = useRefusalText();
  const [address, setAddress] = useState('');
  const [said, setSaid] = useState<string | undefined>(undefined);
  const isAddress = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(address.trim());
  const send = async () => {
    if (!isAddress) return;
    const result = await client.request('receipt.email', { orderId, address: address.trim() });
    setSaid(result.ok ? text.emailSent : refusalText(result.refusal));
    if (result.ok) setAddress('');
  };
  return (
    <Sheet title={text.emailTitle} side="centre" onClose={onClose}>
      <form
        className={styles['sheet']}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void send();
        }}
      >
        <PaperField
          label={text.emailLabel}
          type="email"
          value={address}
          maxLength={120}
          autoFocus
          onChange={(typed) => {
            setAddress(typed);
            setSaid(undefined);
          }}
        />
        <p className={styles['hint']}>{text.emailHint}</p>
        {said !== undefined && (
          <p className={styles['trouble']} role="status">
            {said}
          </p>
        )}
        <Key
          label={text.emailSend}
          tone="action"
          size="l"
          wide
          disabled={!isAddress}
          onPress={() => void send()}
        />
      </form>
    </Sheet>
  );
}
