import { IconPhoneIncoming } from '@tabler/icons-react';
import { memo, useState } from 'react';

import { formatPhoneNumber } from '#app/domain/phone-number.ts';
import { formatEuros } from '#app/lib/money.ts';

import { useLanguage, useText } from '../../ui/settings/settings.tsx';
import { useNow } from '../../ui/time/now.tsx';
import { dayText, recencyWord } from '../customer/customer-words.ts';
import { customerText } from '../customer/text.ts';
import type { Call } from './calls.ts';
import styles from './call-cards.module.css';
import { phoneText } from './text.ts';

const HOUR_MS = 3_600_000;

/**
 * The calls that ring, one card each beside the code line, the oldest first. A press answers: the
 * customer comes into the ticket panel. What has no room is counted, and the count unfolds them all.
 */
export const CallCards = memo(function CallCards({
  calls,
  onAnswer,
}: {
  readonly calls: readonly Call[];
  readonly onAnswer: (call: Call) => void;
}) {
  const text = useText(phoneText);
  const [isUnfolded, setUnfolded] = useState(false);
  if (calls.length === 0) return null;
  const isOpen = isUnfolded && calls.length > 1;
  return (
    <div className={styles['calls']}>
      {calls.length > 1 && (
        <button
          type="button"
          className={styles['count']}
          aria-label={text.count(calls.length)}
          aria-expanded={isOpen}
          onClick={() => setUnfolded(!isOpen)}
        >
          {calls.length}
        </button>
      )}
      <ul className={styles['cards']} data-open={isOpen} aria-label={text.calls}>
        {calls.map((call) => (
          <li key={call.callId}>
            <CallCard call={call} onAnswer={onAnswer} />
          </li>
        ))}
      </ul>
    </div>
  );
});

const CallCard = memo(function CallCard({
  call,
  onAnswer,
}: {
  readonly call: Call;
  readonly onAnswer: (call: Call) => void;
}) {
  const text = useText(phoneText);
  const words = useText(customerText);
  const nowMs = useNow(HOUR_MS);
  const number = call.e164 === undefined ? text.hidden : formatPhoneNumber(call.e164);
  const { customer } = call;
  return (
    <button type="button" className={styles['card']} onClick={() => onAnswer(call)}>
      <IconPhoneIncoming size="1.375rem" stroke={2} aria-hidden />
      <span className={styles['words']}>
        <span className={styles['who']}>
          <b>{customer?.name ?? number}</b>
          {customer !== undefined && <span className={styles['number']}>{number}</span>}
          {call.e164 !== undefined && (
            <span className={styles['chip']}>
              {customer === undefined ? text.unknown : recencyWord(customer, nowMs, words)}
            </span>
          )}
        </span>
        <small>{useCallLine(call)}</small>
      </span>
      <span className={styles['verb']}>{text.answer}</span>
    </button>
  );
});

/** Why they probably call: for the order they wait for, else what they had last. */
function useCallLine(call: Call): string {
  const text = useText(phoneText);
  const words = useText(customerText);
  const language = useLanguage();
  const [open] = call.openOrders;
  if (open !== undefined) return text.waits(open.number, words.states[open.status] ?? '');
  if (call.lastOrder !== undefined) {
    const { text: said, placedAt, totalCents } = call.lastOrder;
    return text.last(said, dayText(placedAt), formatEuros(totalCents, language));
  }
  if (call.e164 === undefined) return text.askName;
  return call.others > 0 ? text.shared(call.others) : text.never;
}
