import { useState } from 'react';

import type { Client } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';

import { useApproval } from '../../ui/approval/approval.tsx';
import { Key } from '../../ui/keys/key.tsx';
import { useRefusalText } from '../../ui/refusals/refusals.ts';
import { useText } from '../../ui/settings/settings.tsx';
import { ActPanel, Reasons } from './acts/act-panel.tsx';
import { withApproval } from './acts/with-approval.ts';
import { ordersText } from './text.ts';

/** A cancellation says why; once the kitchen has begun, somebody with the right agrees. */
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
  const ask = useApproval();
  const [reason, setReason] = useState('');
  const [refusal, setRefusal] = useState<string | undefined>(undefined);
  const cancel = async () => {
    const result = await withApproval(
      ask,
      { right: 'order.undo-started', about: text.cancelTitle(number) },
      (approval) => client.request('order.cancel', { orderId, reason: reason.trim(), ...approval }),
    );
    if (result === undefined) return;
    if (result.ok) onLeave();
    else setRefusal(refusalText(result.refusal));
  };
  return (
    <ActPanel
      title={text.cancelTitle(number)}
      refusal={refusal}
      leaveLabel={text.keep}
      onLeave={onLeave}
      confirm={
        <Key
          label={text.confirmCancel}
          tone="danger"
          wide
          disabled={reason.trim() === ''}
          onPress={() => void cancel()}
        />
      }
    >
      <Reasons
        known={text.reasons}
        label={text.cancelReason}
        reason={reason}
        onReason={setReason}
      />
    </ActPanel>
  );
}
