import type { Dough } from '#app/domain/menu.ts';
import { formatAmount, type Locale } from '#app/lib/money.ts';

import type { SegmentedOption } from '../../ui/keys/segmented-keys.tsx';
import { doughLabel } from './dough-label.ts';
import styles from './size-bar.module.css';

/** One key a dough: its name, and under it what it costs and what must be said with it. */
export function doughOptions(
  doughs: readonly Dough[],
  sizeId: string,
  language: Locale,
): SegmentedOption<string>[] {
  return doughs.map(({ id, name, surchargeCents }) => {
    const { label, warning } = doughLabel(name);
    const cents = surchargeCents[sizeId] ?? 0;
    const price = cents === 0 ? [] : [`+\u00a0${formatAmount(cents, language)}`];
    const said = [...price, ...(warning === '' ? [] : [warning])].join(' · ');
    return {
      value: id,
      label: (
        <span className={styles['doughKey']}>
          {label}
          {said !== '' && <small>{said}</small>}
        </span>
      ),
    };
  });
}
