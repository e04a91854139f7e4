import { useState } from 'react';

import type { PaymentState } from '#app/contract/shapes.ts';
import { formatEuros } from '#app/lib/money.ts';

import { Chip } from '../../../ui/keys/chip.tsx';
import { Key } from '../../../ui/keys/key.tsx';
import { useLanguage, useText } from '../../../ui/settings/settings.tsx';
import { paymentText } from '../text.ts';
import { Panel, PanelInput } from './panel.tsx';
import styles from './panel.module.css';
import { panelText } from './text.ts';

/** Takes a payment back that was pressed by mistake: it says why. */
export function ReversePanel({
  payment,
  onReverse,
  onBack,
}: {
  readonly payment: PaymentState;
  readonly onReverse: (payment: PaymentState, reason: string) => void;
  readonly onBack: () => void;
}) {
  const text = useText(panelText);
  const { methods } = useText(paymentText);
  const language = useLanguage();
  const [reason, setReason] = useState('');
  const reverse = () => {
    if (reason.trim() !== '') onReverse(payment, reason.trim());
  };
  const title = text.reverseTitle(
    methods[payment.method],
    formatEuros(payment.amountCents, language),
  );
  return (
    <Panel
      title={title}
      hint={text.reverseHint}
      keys={{ enter: reverse }}
      onBack={onBack}
      confirm={
        <Key
          label={text.reverseConfirm}
          tone="danger"
          size="l"
          wide
          disabled={reason.trim() === ''}
          onPress={reverse}
        />
      }
    >
      <div className={styles['chips']}>
        {text.reverseReasons.map((known) => (
          <Chip
            key={known}
            label={known}
            pressed={known === reason}
            onPress={() => setReason(known)}
          />
        ))}
      </div>
      <PanelInput
        label={text.reverseOther}
        value={reason}
        maxLength={200}
        onChange={setReason}
        onEnter={reverse}
      />
    </Panel>
  );
}
