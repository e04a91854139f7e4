import { memo } from 'react';

import type { OrderSummary } from '#app/contract/store.ts';
import { formatEuros } from '#app/lib/money.ts';

import { useLanguage, useText } from '../../ui/settings/settings.tsx';
import { useMoment } from '../../ui/time/use-moment.ts';
import { articleCount } from '../draft/draft.ts';
import { counterText } from '../text.ts';
import styles from './order-card.module.css';
import { type OrdersText, ordersText } from './text.ts';

/** One order of a column: its number, for when, what is due. */
export const OrderCard = memo(function OrderCard({
  order,
  isChosen,
  onChoose,
}: {
  readonly order: OrderSummary;
  readonly isChosen: boolean;
  readonly onChoose: (orderId: string) => void;
}) {
  const text = useText(ordersText);
  const { modes } = useText(counterText);
  const language = useLanguage();
  const moment = useMoment();
  const { orderId, number, mode, promisedAt, dueCents, customerName } = order;
  const paidCents = order.totalCents + order.nonSaleCents - order.refundedCents;
  const count = articleCount(order.lines.map((line) => ({ ...line, changes: [] })));
  return (
    <button
      type="button"
      className={styles['card']}
      aria-pressed={isChosen}
      onClick={() => onChoose(orderId)}
    >
      <span className={styles['number']}>{number}</span>
      <span className={styles['time']}>{moment.words(promisedAt)}</span>
      <span className={styles['mode']}>
        {customerName ?? modes[mode]} · {count === 0 ? text.vouchers : text.articles(count)}
      </span>
      <span className={styles['money']}>
        {dueCents === 0 ? (
          <span>{wordOfPaid(order, text, formatEuros(paidCents, language))}</span>
        ) : (
          <b className={styles['due']}>
            {dueCents > 0
              ? text.due(formatEuros(dueCents, language))
              : text.owed(formatEuros(-dueCents, language))}
          </b>
        )}
      </span>
    </button>
  );
});

/** What was paid, less what was given back. */
function wordOfPaid(
  { status, refundedCents, totalCents }: OrderSummary,
  text: OrdersText,
  paid: string,
): string {
  if (status === 'cancelled') return text.states.cancelled;
  return refundedCents > 0 && refundedCents === totalCents ? text.refundedTotal : text.paid(paid);
}
