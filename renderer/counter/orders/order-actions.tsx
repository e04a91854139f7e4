import { useState } from 'react';

import type { Client, Output } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';

import { Key } from '../../ui/keys/key.tsx';
import { Money } from '../../ui/money.tsx';
import { useRefusalText } from '../../ui/refusals/refusals.ts';
import { useText } from '../../ui/settings/settings.tsx';
import { ReceiptKey } from '../payment/receipt-key.tsx';
import { canBeCancelled, canBeGiven } from './board.ts';
import styles from './order-actions.module.css';
import { ordersText } from './text.ts';

/** What the counter can do to an order where it stands: pay, hand over, print, cancel. */
export function OrderActions({
  client,
  detail,
  onPay,
  onCancel,
}: {
  readonly client: Client<StoreContract>;
  readonly detail: Output<StoreContract, 'order.detail'>;
  readonly onPay: (orderId: string) => void;
  readonly onCancel: () => void;
}) {
  const text = useText(ordersText);
  const refusalText = useRefusalText();
  const [refusal, setRefusal] = useState<string | undefined>(undefined);
  const { orderId } = detail;
  const handOver = async () => {
    const result = await client.request('order.hand-over', { orderId });
    setRefusal(result.ok ? undefined : refusalText(result.refusal));
  };
  const isDue = detail.dueCents > 0 && detail.status !== 'cancelled';
  return (
    <footer className={styles['actions']}>
      {refusal !== undefined && (
        <p role="alert" className={styles['refusal']}>
          {refusal}
        </p>
      )}
      {isDue && (
        <Key
          label={text.pay}
          hint={<Money cents={detail.dueCents} />}
          tone="pay"
          wide
          onPress={() => onPay(orderId)}
        />
      )}
      {canBeGiven(detail) && (
        <Key
          label={detail.mode === 'delivery' ? text.deliver : text.handOver}
          tone="ink"
          wide
          onPress={() => void handOver()}
        />
      )}
      <div className={styles['pair']}>
        <ReceiptKey client={client} orderId={orderId} state={detail.receipt} />
        {canBeCancelled(detail) && <Key label={text.cancel} tone="paper" onPress={onCancel} />}
      </div>
    </footer>
  );
}
