import { Money } from '../../../ui/money.tsx';
import { useText } from '../../../ui/settings/settings.tsx';
import { paymentText } from '../text.ts';
import styles from './tendered.module.css';

/** What was typed as received, and what goes back or is still missing. The place is always kept. */
export function Tendered({
  dueCents,
  typedCents,
  changeCents,
}: {
  readonly dueCents: number;
  readonly typedCents: number;
  readonly changeCents: number;
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
          <Money cents={isShort ? dueCents - typedCents : changeCents} />
        </b>
      </span>
    </output>
  );
}
