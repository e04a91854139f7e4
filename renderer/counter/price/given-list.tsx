import type { Dispatch } from 'react';

import { useLanguage, useText } from '../../ui/settings/settings.tsx';
import type { Draft, DraftAction } from '../draft/draft.ts';
import type { Priced } from '../draft/use-priced-draft.ts';
import { valueWords } from './given-words.ts';
import styles from './price.module.css';
import { priceText } from './text.ts';

/** What this order was given so far; each of it can be taken back. */
export function GivenList({
  draft,
  priced,
  dispatch,
}: {
  readonly draft: Draft;
  readonly priced: Priced | undefined;
  readonly dispatch: Dispatch<DraftAction>;
}) {
  const text = useText(priceText);
  const language = useLanguage();
  const nameOf = (lineId: string | undefined) => {
    const place = draft.lines.findIndex((line) => line.lineId === lineId);
    return priced?.lines[place]?.name ?? text.onOrder;
  };
  // A code without effect stays: the next line may be what it is about.
  const codeWords = (code: string) => {
    const unused = priced?.unusedCoupons.find((each) => each.code === code);
    if (unused === undefined) return `${text.code} ${code}`;
    return `${text.unused(code)} ${text.whyUnused[unused.why] ?? unused.why}`;
  };
  const rows = [
    ...draft.couponCodes.map((code) => ({
      words: codeWords(code),
      action: { type: 'remove-coupon', code } as const,
    })),
    ...draft.manualDiscounts.map(({ lineId, value, reason }, place) => ({
      words: `${nameOf(lineId)} · ${valueWords(value, text, language)} · ${reason}`,
      action: { type: 'remove-discount', place } as const,
    })),
    ...draft.overrides.map((override) => ({
      words: `${nameOf(override.lineId)} · ${text.kind[override.kind]} · ${override.reason}`,
      action: { type: 'remove-override', lineId: override.lineId } as const,
    })),
  ];
  if (rows.length === 0) return null;
  return (
    <section className={styles['given']} aria-label={text.given}>
      <h3>{text.given}</h3>
      <ul>
        {rows.map(({ words, action }) => (
          <li key={words}>
            <span>{words}</span>
            <button
              type="button"
              aria-label={`${text.remove} ${words}`}
              onClick={() => dispatch(action)}
            >
              {text.remove}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
