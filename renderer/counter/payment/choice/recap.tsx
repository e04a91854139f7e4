import { Money } from '../../../ui/money.tsx';
import styles from './recap.module.css';
import type { RecapLine } from './recap-lines.ts';

/** What is being paid for, to read to the customer. */
export function Recap({ lines }: { readonly lines: readonly RecapLine[] }) {
  return (
    <ul className={styles['recap']}>
      {lines.map((line, place) => (
        <li key={place}>
          <b>{line.quantity}</b>
          <span>{line.name}</span>
          <Money cents={line.grossCents} withSign={false} />
        </li>
      ))}
    </ul>
  );
}
