import {
  IconCircleCheck,
  IconCreditCard,
  IconHelpCircle,
  IconPlugConnectedX,
} from '@tabler/icons-react';

import type { PaymentState } from '#app/contract/shapes.ts';

import { Key } from '../../ui/keys/key.tsx';
import { Money } from '../../ui/money.tsx';
import { useRefusalText } from '../../ui/refusals/refusals.ts';
import { useText } from '../../ui/settings/settings.tsx';
import { Elapsed } from '../../ui/time/clock.tsx';
import type { Unanswered } from './checkout/send-until-answered.ts';
import type { SendState } from './checkout/use-sender.ts';
import { paymentText } from './text.ts';
import styles from './waiting.module.css';

/** The terminal has the request; the customer has the terminal. */
export function CardAsked({
  payment,
  onNext,
}: {
  readonly payment: PaymentState;
  readonly onNext: () => void;
}) {
  const text = useText(paymentText);
  return (
    <div className={styles['waiting']}>
      <IconCreditCard className={styles['icon']} stroke={1.5} aria-hidden />
      <Money cents={payment.amountCents} size="hero" />
      <p className={styles['title']} role="status">
        {text.cardAsked}
      </p>
      <p className={styles['time']}>
        <Elapsed since={payment.startedAt} />
      </p>
      <p className={styles['hint']}>{text.cardAskedHint}</p>
      <div className={styles['actions']}>
        <Key label={text.nextCustomer} size="l" autoFocus onPress={onNext} />
      </div>
    </div>
  );
}

/** Nobody guesses how a payment ended: a person reads the slip and says it. */
export function InDoubt({
  payment,
  sendState,
  onResolve,
}: {
  readonly payment: PaymentState;
  readonly sendState: SendState;
  readonly onResolve: (outcome: 'paid' | 'not-paid') => void;
}) {
  const text = useText(paymentText);
  const refusalText = useRefusalText();
  const reason = text.reasons[payment.reason ?? ''] ?? payment.reason;
  return (
    <div className={styles['waiting']}>
      <IconHelpCircle className={styles['icon']} stroke={1.5} aria-hidden />
      <Money cents={payment.amountCents} size="hero" />
      <p className={styles['title']} role="status">
        {text.doubtTitle}
        {reason !== undefined && <small>{reason}</small>}
      </p>
      <p className={styles['hint']}>{text.doubtHint}</p>
      {sendState.status === 'idle' && sendState.refusal !== undefined && (
        <p role="alert" className={styles['hint']}>
          {refusalText(sendState.refusal)}
        </p>
      )}
      <div className={styles['actions']}>
        <Key label={text.doubtPaid} tone="ink" size="l" onPress={() => onResolve('paid')} />
        <Key label={text.doubtNotPaid} size="l" onPress={() => onResolve('not-paid')} />
      </div>
    </div>
  );
}

/** Paid, with the change of a cash payment, until the person closes it. */
export function Paid({
  payments,
  onNext,
}: {
  readonly payments: readonly PaymentState[];
  readonly onNext: () => void;
}) {
  const text = useText(paymentText);
  const changeCents = payments.findLast(({ status }) => status === 'paid')?.changeCents ?? 0;
  return (
    <div className={styles['waiting']}>
      <IconCircleCheck className={styles['icon']} stroke={1.5} aria-hidden />
      <p className={styles['title']} role="status">
        {changeCents > 0 ? text.change : text.paid}
      </p>
      {changeCents > 0 && <Money cents={changeCents} size="hero" />}
      <div className={styles['actions']}>
        <Key label={text.nextCustomer} size="l" autoFocus onPress={onNext} />
      </div>
    </div>
  );
}

/** The node does not answer. What was asked goes on being asked, under the same identifiers. */
export function NodeSilent({
  sinceMs,
  unanswered,
  onBack,
}: {
  readonly sinceMs: number;
  readonly unanswered: Unanswered;
  readonly onBack: () => void;
}) {
  const text = useText(paymentText);
  return (
    <div className={styles['waiting']}>
      <IconPlugConnectedX className={styles['icon']} stroke={1.5} aria-hidden />
      <p className={styles['title']} role="status">
        {text.waitingNode}
      </p>
      <p className={styles['time']}>
        <Elapsed since={new Date(sinceMs).toISOString()} />
      </p>
      <p className={styles['hint']}>
        {unanswered === 'never-sent' ? text.waitingNever : text.waitingMaybe}
      </p>
      {unanswered === 'never-sent' && (
        <div className={styles['actions']}>
          <Key label={text.changeMind} size="l" onPress={onBack} />
        </div>
      )}
    </div>
  );
}
