import { IconHelpCircle, IconReceipt } from '@tabler/icons-react';
import { useState } from 'react';

import type { Client } from '#app/contract/contract.ts';
import type { PaymentState } from '#app/contract/shapes.ts';
import type { StoreContract } from '#app/contract/store.ts';
import { formatEuros } from '#app/lib/money.ts';

import { Key } from '../../../ui/keys/key.tsx';
import { Money } from '../../../ui/money.tsx';
import { useRefusalText } from '../../../ui/refusals/refusals.ts';
import { useLanguage, useText } from '../../../ui/settings/settings.tsx';
import { clockText } from '../../../ui/time/time-text.ts';
import type { SendState } from '../checkout/use-sender.ts';
import { paymentText } from '../text.ts';
import styles from './in-doubt.module.css';

/** Nobody guesses how a payment ended: a person reads the slip and says it. Nothing is asked twice. */
export function InDoubt({
  client,
  orderId,
  payment,
  sendState,
  onResolve,
}: {
  readonly client: Client<StoreContract>;
  readonly orderId: string;
  readonly payment: PaymentState;
  readonly sendState: SendState;
  readonly onResolve: (outcome: 'paid' | 'not-paid') => void;
}) {
  const text = useText(paymentText);
  const language = useLanguage();
  const refusalText = useRefusalText();
  const reason = text.reasons[payment.reason ?? ''] ?? payment.reason;
  const cents = payment.amountCents + payment.tipCents;
  const time = clockText(payment.startedAt);
  return (
    <div className={styles['doubt']}>
      <section>
        <p className={styles['title']} role="status">
          <IconHelpCircle size="2.5rem" stroke={1.5} aria-hidden />
          <span>
            {text.doubtTitle}
            {reason !== undefined && <small>{reason}</small>}
          </span>
        </p>
        <p>{text.doubtHint(formatEuros(cents, language), time)}</p>
        <p className={styles['calm']}>{text.doubtCalm}</p>
        <SlipKey client={client} orderId={orderId} paymentId={payment.paymentId} />
      </section>
      <section>
        <h3>{text.doubtSlipSame}</h3>
        <dl className={styles['facts']}>
          <div>
            <dt>{text.doubtAmount}</dt>
            <dd>
              <Money cents={cents} size="hero" />
            </dd>
          </div>
          <div>
            <dt>{text.doubtTime}</dt>
            <dd>{time}</dd>
          </div>
        </dl>
        {sendState.status === 'idle' && sendState.refusal !== undefined && (
          <p role="alert" className={styles['trouble']}>
            {refusalText(sendState.refusal)}
          </p>
        )}
        <div className={styles['actions']}>
          <Key label={text.doubtPaid} tone="ink" size="xl" wide onPress={() => onResolve('paid')} />
          <Key label={text.doubtNotPaid} size="xl" wide onPress={() => onResolve('not-paid')} />
        </div>
      </section>
    </div>
  );
}

/** Asks the terminal for its last slip, and says whether it prints. */
function SlipKey({
  client,
  orderId,
  paymentId,
}: {
  readonly client: Client<StoreContract>;
  readonly orderId: string;
  readonly paymentId: string;
}) {
  const text = useText(paymentText);
  const refusalText = useRefusalText();
  const [isAsking, setAsking] = useState(false);
  const [said, setSaid] = useState<string | undefined>(undefined);
  const ask = async () => {
    setAsking(true);
    const result = await client.request('payment.slip', { orderId, paymentId });
    setSaid(result.ok ? text.doubtSlipDone : refusalText(result.refusal));
    setAsking(false);
  };
  return (
    <>
      <Key
        label={text.doubtSlip}
        icon={<IconReceipt size="1.5rem" stroke={1.75} aria-hidden />}
        size="l"
        wide
        autoFocus
        disabled={isAsking}
        onPress={() => void ask()}
      />
      <p className={styles['said']} role="status">
        {said}
      </p>
    </>
  );
}
