import { IconCircleCheck, IconCreditCard, IconPlugConnectedX } from '@tabler/icons-react';

import type { ReactNode } from 'react';

import type { PaymentState } from '#app/contract/shapes.ts';

import { Key } from '../../ui/keys/key.tsx';
import { Money } from '../../ui/money.tsx';
import { useText } from '../../ui/settings/settings.tsx';
import { Elapsed } from '../../ui/time/clock.tsx';
import { isStanding } from './choice/bill.ts';
import type { Unanswered } from './checkout/send-until-answered.ts';
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
      <Money cents={payment.amountCents + payment.tipCents} size="hero" />
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

/** Paid, with the change of a cash payment, until the person closes it. */
export function Paid({
  payments,
  papers,
  onNext,
}: {
  readonly payments: readonly PaymentState[];
  /** Receipt, invoice: for whoever asks. */
  readonly papers: ReactNode;
  readonly onNext: () => void;
}) {
  const text = useText(paymentText);
  const changeCents = payments.findLast(isStanding)?.changeCents ?? 0;
  return (
    <div className={styles['waiting']}>
      <IconCircleCheck className={styles['icon']} stroke={1.5} aria-hidden />
      <p className={styles['title']} role="status">
        {changeCents > 0 ? text.change : text.paid}
      </p>
      {changeCents > 0 && <Money cents={changeCents} size="hero" />}
      {papers}
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
