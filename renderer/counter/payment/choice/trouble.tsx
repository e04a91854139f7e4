import { IconAlertCircle } from '@tabler/icons-react';

import type { PaymentState } from '#app/contract/shapes.ts';

import { Money } from '../../../ui/money.tsx';
import { useRefusalText } from '../../../ui/refusals/refusals.ts';
import { useText } from '../../../ui/settings/settings.tsx';
import type { SendState } from '../checkout/use-sender.ts';
import { paymentText } from '../text.ts';
import styles from './choice.module.css';

/**
 * Why the last try did not end in a payment, or the change of a part that was just paid. The place
 * is kept only when there is something to say.
 */
export function Trouble({
  sendState,
  failed,
  changeCents,
}: {
  readonly sendState: SendState;
  readonly failed: PaymentState | undefined;
  readonly changeCents: number;
}) {
  const text = useText(paymentText);
  const refusalText = useRefusalText();
  if (sendState.status === 'idle' && sendState.refusal !== undefined) {
    return (
      <p className={styles['trouble']} role="alert">
        <IconAlertCircle aria-hidden />
        <span>{refusalText(sendState.refusal)}</span>
      </p>
    );
  }
  if (failed !== undefined) {
    const reason = text.reasons[failed.reason ?? ''] ?? failed.reason;
    return (
      <p className={styles['trouble']} role="alert">
        <IconAlertCircle aria-hidden />
        <span>
          <b>
            {text.failed[failed.status]}
            {reason !== undefined && ` · ${reason}`}
          </b>{' '}
          {text.failedHint}
        </span>
      </p>
    );
  }
  if (changeCents === 0) return null;
  return (
    <p className={styles['change']} role="status">
      <span>{text.change}</span>
      <Money cents={changeCents} size="hero" />
    </p>
  );
}
