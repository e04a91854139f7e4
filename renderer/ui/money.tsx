import { formatAmount, formatEuros } from '#app/lib/money.ts';

import styles from './money.module.css';
import { useLanguage } from './settings/settings.tsx';

/**
 * An amount in cents. `withSign` writes the euro sign; lists leave it out. `hero` is the total and
 * the change.
 */
export function Money({
  cents,
  size = 'text',
  withSign = true,
}: {
  readonly cents: number;
  readonly size?: 'text' | 'large' | 'hero';
  readonly withSign?: boolean;
}) {
  const language = useLanguage();
  return (
    <span className={styles[size]}>
      {withSign ? formatEuros(cents, language) : formatAmount(cents, language)}
    </span>
  );
}
