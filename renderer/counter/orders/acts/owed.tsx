import { useState } from 'react';

import type { Client, Output } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import { formatEuros } from '#app/lib/money.ts';

import { useApproval } from '../../../ui/approval/approval.tsx';
import { Key } from '../../../ui/keys/key.tsx';
import { useRefusalText } from '../../../ui/refusals/refusals.ts';
import { useLanguage, useText } from '../../../ui/settings/settings.tsx';
import { useReadNow } from '../../../ui/time/now.tsx';
import { newId } from '../../payment/checkout/new-id.ts';
import { paymentText } from '../../payment/text.ts';
import styles from './acts.module.css';
import { refundPlan } from './refund-plan.ts';
import { actsText } from './text.ts';
import { withApproval } from './with-approval.ts';

type Detail = Output<StoreContract, 'order.detail'>;

/** What is owed to the customer, and the key that gives it back to the payment it came by. */
export function Owed({
  client,
  detail,
}: {
  readonly client: Client<StoreContract>;
  readonly detail: Detail;
}) {
  const text = useText(actsText);
  const { methods } = useText(paymentText);
  const language = useLanguage();
  const refusalText = useRefusalText();
  const ask = useApproval();
  const readNow = useReadNow();
  const [refusal, setRefusal] = useState<string | undefined>(undefined);
  const { orderId, payments, dueCents } = detail;
  if (dueCents >= 0) return null;
  if (payments.some(({ status }) => status === 'asked')) {
    return (
      <p className={styles['refusal']} role="status">
        {text.giveBackRunning}
      </p>
    );
  }
  const [next] = refundPlan(payments, 0 - dueCents);
  if (next === undefined) return <p className={styles['refusal']}>{text.giveBackPaper}</p>;
  const label = text.giveBack(formatEuros(next.cents, language), methods[next.payment.method]);
  const give = async () => {
    const paymentId = newId(readNow());
    const result = await withApproval(ask, { right: 'order.refund', about: label }, (approval) =>
      client.request('payment.refund', {
        orderId,
        paymentId,
        ofPaymentId: next.payment.paymentId,
        amountCents: next.cents,
        ...approval,
      }),
    );
    setRefusal(result === undefined || result.ok ? undefined : refusalText(result.refusal));
  };
  return (
    <>
      {refusal !== undefined && (
        <p className={styles['refusal']} role="alert">
          {refusal}
        </p>
      )}
      <Key label={label} tone="ink" wide onPress={() => void give()} />
    </>
  );
}
