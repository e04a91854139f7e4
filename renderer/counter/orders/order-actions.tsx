import { useState } from 'react';

import type { Client, Output } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';

import { Key } from '../../ui/keys/key.tsx';
import { Money } from '../../ui/money.tsx';
import { useRefusalText } from '../../ui/refusals/refusals.ts';
import { useText } from '../../ui/settings/settings.tsx';
import { PaperKeys } from '../payment/papers/paper-keys.tsx';
import { Owed } from './acts/owed.tsx';
import { actsText } from './acts/text.ts';
import { canBeGiven, isOpen } from './board.ts';
import styles from './order-actions.module.css';
import { ordersText } from './text.ts';

/** What replaces the details of an order while it is being done. */
export type Act = 'edit' | 'cancel' | 'mode' | 'time' | 'transfer' | 'refund' | 'history';

/** What the counter can do to an order where it stands: pay, hand over, change, give back, print. */
export function OrderActions({
  client,
  detail,
  onPay,
  onAct,
}: {
  readonly client: Client<StoreContract>;
  readonly detail: Output<StoreContract, 'order.detail'>;
  readonly onPay: (orderId: string) => void;
  readonly onAct: (act: Act) => void;
}) {
  const text = useText(ordersText);
  const acts = useText(actsText);
  const refusalText = useRefusalText();
  const [refusal, setRefusal] = useState<string | undefined>(undefined);
  const { orderId } = detail;
  const handOver = async () => {
    const result = await client.request('order.hand-over', { orderId });
    setRefusal(result.ok ? undefined : refusalText(result.refusal));
  };
  const isDoubtful = detail.payments.some(({ status }) => status === 'in-doubt');
  const isDue = detail.dueCents > 0 && detail.status !== 'cancelled';
  const isRefundable =
    detail.status !== 'cancelled' && detail.lines.some(({ grossCents }) => grossCents > 0);
  return (
    <footer className={styles['actions']}>
      {refusal !== undefined && (
        <p role="alert" className={styles['refusal']}>
          {refusal}
        </p>
      )}
      <Owed client={client} detail={detail} />
      {(isDue || isDoubtful) && (
        <Key
          label={text.pay}
          hint={<Money cents={Math.max(0, detail.dueCents)} />}
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
      <div className={styles['grid']}>
        {isOpen(detail) && (
          <>
            <Key label={text.edit} onPress={() => onAct('edit')} />
            <Key label={acts.time} onPress={() => onAct('time')} />
            <Key label={acts.mode} onPress={() => onAct('mode')} />
            <Key label={acts.transfer} onPress={() => onAct('transfer')} />
          </>
        )}
        <Key label={acts.history} onPress={() => onAct('history')} />
        {isRefundable && <Key label={acts.refund} onPress={() => onAct('refund')} />}
        {isOpen(detail) && (
          <Key label={text.cancelShort} ariaLabel={text.cancel} onPress={() => onAct('cancel')} />
        )}
      </div>
      <PaperKeys client={client} detail={detail} isCompact />
    </footer>
  );
}
