import { type Suggestion } from '#app/domain/code-line/read.ts';

import { classes } from '../../ui/classes.ts';
import { Money } from '../../ui/money.tsx';
import { useRefusalText } from '../../ui/refusals/refusals.ts';
import { useText } from '../../ui/settings/settings.tsx';
import { counterText } from '../text.ts';
import styles from './code-line.module.css';
import { readingText } from './reading-text.ts';

/** What Enter would do, in words, at the end of the line. */
export function Interpretation({
  suggestion,
  typed,
  order,
}: {
  readonly suggestion: Suggestion | undefined;
  readonly typed: string;
  readonly order: string | undefined;
}) {
  const text = useText(counterText);
  const refusalText = useRefusalText();
  if (typed.trim() === '') return null;
  if (order !== undefined) return <span className={styles['said']}>{text.searchOrder(order)}</span>;
  const reading = suggestion?.reading ?? {
    ok: false as const,
    refusal: { code: 'code-line.unknown-product', detail: { text: typed.trim() } },
  };
  return (
    <output className={styles['said']}>
      {reading.ok ? readingText(reading.value.said, text.without) : refusalText(reading.refusal)}
    </output>
  );
}

/** The products the line may mean, the first one taken by Enter. */
export function Suggestions({
  id,
  suggestions,
  active,
  onActive,
  onTake,
}: {
  readonly id: string;
  readonly suggestions: readonly Suggestion[];
  readonly active: number;
  readonly onActive: (place: number) => void;
  readonly onTake: (suggestion: Suggestion) => void;
}) {
  const text = useText(counterText);
  const refusalText = useRefusalText();
  return (
    <div
      id={id}
      role="listbox"
      aria-label={text.suggestions}
      className={styles['list']}
      hidden={suggestions.length === 0}
    >
      {suggestions.map((suggestion, place) => (
        <div
          key={suggestion.product.id}
          id={`${id}-${place}`}
          role="option"
          tabIndex={-1}
          aria-selected={place === active}
          className={classes(styles['option'], place === active && styles['active'])}
          onMouseEnter={() => onActive(place)}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onTake(suggestion)}
        >
          <span className={styles['code']}>{suggestion.product.code}</span>
          <span className={styles['words']}>
            {suggestion.reading.ok ? (
              readingText(suggestion.reading.value.said, text.without)
            ) : (
              <>
                {suggestion.product.name}
                <small>{refusalText(suggestion.reading.refusal)}</small>
              </>
            )}
          </span>
          {suggestion.reading.ok && (
            <Money
              cents={
                suggestion.reading.value.said.unitPriceCents *
                suggestion.reading.value.said.quantity
              }
            />
          )}
        </div>
      ))}
    </div>
  );
}
