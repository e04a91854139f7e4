import { useState } from 'react';

import type { Client } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';

import { Chip } from '../../ui/keys/chip.tsx';
import { Key } from '../../ui/keys/key.tsx';
import { useRefusalText } from '../../ui/refusals/refusals.ts';
import { useText } from '../../ui/settings/settings.tsx';
import styles from './cancel-order.module.css';
import { ordersText } from './text.ts';

/** As long as a `Sentence` of the contract may be. */
const REASON_MAX = 200;

/** A cancellation says why; without a reason the key does not work. */
export function CancelOrder({
  client,
  orderId,
  number,
  onLeave,
}: {
  readonly client: Client<StoreContract>;
  readonly orderId: string;
  readonly number: number;
  readonly onLeave: () => void;
}) {
  const text = useText(ordersText);
  const refusalText = useRefusalText();
  const [reason, setReason] = useState('');
  const [refusal, setRefusal] = useState<string | undefined>(undefined);
  const cancel = async () => {
    const result = await client.request('order.cancel', { orderId, reason: reason.trim() });
    if (result.ok) onLeave();
    else setRefusal(refusalText(result.refusal));
  };
  return (
    <section className={styles['cancel']} aria-label={text.cancelTitle(number)}>
      <h3>{text.cancelTitle(number)}</h3>
      <div className={styles['reasons']}>
        {text.reasons.map((known) => (
          <Chip
            key={known}
            label={known}
            pressed={reason === known}
            onPress={() => setReason(known)}
          />
        ))}
      </div>
      <input
        className={styles['input']}
        aria-label={text.cancelReason}
        placeholder={text.otherReason}
        maxLength={REASON_MAX}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {refusal !== undefined && (
        <p role="alert" className={styles['refusal']}>
          {refusal}
        </p>
      )}
      <div className={styles['actions']}>
        <Key
          label={text.confirmCancel}
          tone="danger"
          wide
          disabled={reason.trim() === ''}
          onPress={() => void cancel()}
        />
        <Key label={text.keep} wide onPress={onLeave} />
      </div>
    </section>
  );
}
