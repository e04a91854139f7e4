import { changeDue } from '#app/domain/cash.ts';

import { Money } from '../../../ui/money.tsx';
import { useText } from '../../../ui/settings/settings.tsx';
import styles from './tendered.module.css';
import { paymentText } from '../text.ts';

/** What was typed as received, and what goes back or is still missing. The place is always kept. */
export function Tendered({
  dueCents,
  typedCents,
}: {
  readonly dueCents: number;
  readonly typedCents: number;
}) {
  const text = useText(paymentText);
  const isShort = typedCents < dueCents;
  return (
    <output className={styles['tendered']} aria-label={text.typed}>
      <span>
        {text.received}{' '}
        <b>
          <Money cents={typedCents} />
        </b>
      </span>
      <span className={typedCents === 0 ? styles['idle'] : undefined}>
        {isShort ? text.missing : text.change}{' '}
        <b>
          <Money
            cents={
              isShort ? dueCents - typedCents : changeDue({ dueCents, tenderedCents: typedCents })
            }
          />
        </b>
      </span>
    </output>
  );
}
