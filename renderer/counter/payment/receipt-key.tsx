import { IconReceipt } from '@tabler/icons-react';
import { useState } from 'react';

import type { Client, Output } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';

import { Key } from '../../ui/keys/key.tsx';
import { useRefusalText } from '../../ui/refusals/refusals.ts';
import { useText } from '../../ui/settings/settings.tsx';
import { paymentText } from './text.ts';

type ReceiptState = Output<StoreContract, 'order.detail'>['receipt'];

/** Prints the receipt when somebody asks for it, and says how the print went. */
export function ReceiptKey({
  client,
  orderId,
  state,
}: {
  readonly client: Client<StoreContract>;
  readonly orderId: string;
  readonly state: ReceiptState;
}) {
  const text = useText(paymentText);
  const refusalText = useRefusalText();
  const [isAsking, setAsking] = useState(false);
  const [refusal, setRefusal] = useState<string | undefined>(undefined);
  const print = async () => {
    setAsking(true);
    const result = await client.request('receipt.print', { orderId });
    setRefusal(result.ok ? undefined : refusalText(result.refusal));
    setAsking(false);
  };
  const isUnderWay = isAsking || state === 'queued' || state === 'sending';
  return (
    <Key
      label={text.receipt}
      hint={refusal ?? text.receiptStates[state]}
      icon={<IconReceipt size="1.5rem" stroke={1.75} aria-hidden />}
      tone="paper"
      disabled={isUnderWay}
      onPress={() => void print()}
    />
  );
}
