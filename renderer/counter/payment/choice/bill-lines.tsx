import { IconArrowBackUp, IconSquare, IconSquareCheckFilled } from '@tabler/icons-react';

import type { PaymentState } from '#app/contract/shapes.ts';
import { formatEuros } from '#app/lib/money.ts';

import { Money } from '../../../ui/money.tsx';
import { useLanguage, useText } from '../../../ui/settings/settings.tsx';
import type { Split } from '../split/split.ts';
import { paymentText } from '../text.ts';
import type { Bill, BillLine } from './bill.ts';
import styles from './bill-lines.module.css';

/** What is being paid for, line by line, to be read and touched; below, what was paid already. */
export function BillLines({
  bill,
  split,
  onLine,
  onReverse,
}: {
  readonly bill: Bill;
  readonly split: Split;
  readonly onLine: (lineId: string) => void;
  readonly onReverse: (payment: PaymentState) => void;
}) {
  const text = useText(paymentText);
  const chosen = split.kind === 'lines' ? split.lineIds : [];
  const shown = bill.payments.filter(({ status }) => status === 'paid');
  const canChoose = bill.lines.length > 1;
  return (
    <section className={styles['bill']} aria-label={text.bill}>
      <ul className={styles['lines']}>
        {bill.lines.map((line) => (
          <li key={line.lineId}>
            <LineKey
              line={line}
              isChosen={chosen.includes(line.lineId) && !line.isPaid}
              canChoose={canChoose}
              onLine={onLine}
            />
          </li>
        ))}
        {bill.extras.map(({ id, kind, cents }) => (
          <li key={id} className={styles['extra']}>
            <span>{text.extras[kind]}</span>
            <Money cents={cents} withSign={false} />
          </li>
        ))}
        {canChoose && <li className={styles['hint']}>{text.onlyThese}</li>}
      </ul>
      {shown.length > 0 && (
        <div className={styles['payments']}>
          <h3>{text.payments}</h3>
          <ul>
            {shown.map((payment) => (
              <PaymentRow
                key={payment.paymentId}
                payment={payment}
                bill={bill}
                onReverse={onReverse}
              />
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

function LineKey({
  line,
  isChosen,
  canChoose,
  onLine,
}: {
  readonly line: BillLine;
  readonly isChosen: boolean;
  readonly canChoose: boolean;
  readonly onLine: (lineId: string) => void;
}) {
  const text = useText(paymentText);
  const Mark = isChosen ? IconSquareCheckFilled : IconSquare;
  return (
    <button
      type="button"
      className={styles['line']}
      aria-pressed={isChosen}
      disabled={!canChoose || line.isPaid || line.leftCents <= 0}
      onClick={() => onLine(line.lineId)}
    >
      {canChoose && <Mark size="1.25rem" aria-hidden />}
      <span>
        <b>{line.quantity}</b> {line.name}
      </span>
      {line.isPaid ? <i>{text.linePaid}</i> : <Money cents={line.leftCents} withSign={false} />}
    </button>
  );
}

function PaymentRow({
  payment,
  bill,
  onReverse,
}: {
  readonly payment: PaymentState;
  readonly bill: Bill;
  readonly onReverse: (payment: PaymentState) => void;
}) {
  const text = useText(paymentText);
  const language = useLanguage();
  const { method, direction, amountCents, tipCents } = payment;
  const isRefund = direction === 'refund';
  const isDeposit = bill.isScheduled && bill.dueCents > 0 && !isRefund;
  // What a terminal took is given back by a terminal.
  const isOfTerminal = method === 'card' || method === 'meal-voucher-card';
  const notes = [
    ...(isRefund ? [text.refunded] : []),
    ...(isDeposit ? [text.deposit] : []),
    ...(tipCents > 0 ? [text.tip(formatEuros(tipCents, language))] : []),
  ];
  return (
    <li className={styles['payment']}>
      <span>
        {text.methods[method]}
        {notes.length > 0 && <small>{notes.join(' · ')}</small>}
      </span>
      <Money cents={isRefund ? -amountCents : amountCents} withSign={false} />
      {!isRefund && !isOfTerminal && !bill.isGiven && (
        <button
          type="button"
          className={styles['reverse']}
          aria-label={text.reverse(text.methods[method], formatEuros(amountCents, language))}
          onClick={() => onReverse(payment)}
        >
          <IconArrowBackUp size="1.5rem" aria-hidden />
        </button>
      )}
    </li>
  );
}
