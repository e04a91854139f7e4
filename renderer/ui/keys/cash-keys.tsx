import { formatEuros, type Locale } from '#app/lib/money.ts';

import { classes } from '../classes.ts';
import { type Text, useLanguage, useText } from '../settings/settings.tsx';
import styles from './cash-keys.module.css';

const fr = { group: 'Reçu en espèces', exact: 'Appoint', given: 'Reçu' };
const text: Text<typeof fr> = {
  fr,
  en: { group: 'Cash received', exact: 'Exact', given: 'Received' },
};

/** Amounts a customer is likely to hand over, in cents, the exact one first. */
export function CashKeys({
  dueCents,
  suggestions,
  onTender,
}: {
  readonly dueCents: number;
  readonly suggestions: readonly number[];
  readonly onTender: (tenderedCents: number) => void;
}) {
  const language = useLanguage();
  const sentences = useText(text);
  return (
    <div role="group" aria-label={sentences.group} className={styles['keys']}>
      {suggestions.map((cents) => (
        <button
          key={cents}
          type="button"
          className={classes(styles['key'], cents === dueCents && styles['exact'])}
          onClick={() => onTender(cents)}
        >
          <span>{shortEuros(cents, language)}</span>
          <small>{cents === dueCents ? sentences.exact : sentences.given}</small>
        </button>
      ))}
    </div>
  );
}

/** A whole number of euros without its cents, as on a note: `50 €`. */
function shortEuros(cents: number, language: Locale): string {
  const written = formatEuros(cents, language);
  return cents % 100 === 0 ? written.replace(/[.,]00/, '') : written;
}
