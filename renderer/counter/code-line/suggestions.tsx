import type { Intent } from '#app/domain/code-line/intent.ts';
import type { CartLine } from '#app/domain/order/events.ts';
import { formatPhoneNumber } from '#app/domain/phone-number.ts';

import { classes } from '../../ui/classes.ts';
import { Money } from '../../ui/money.tsx';
import { useRefusalText } from '../../ui/refusals/refusals.ts';
import { useText } from '../../ui/settings/settings.tsx';
import type { OutWords } from '../grid/availability.tsx';
import { counterText } from '../text.ts';
import type { Choice } from './choices.ts';
import styles from './code-line.module.css';
import { readingText } from './reading-text.ts';

/** What Enter would do, in words, at the end of the line. */
export function Interpretation({
  choice,
  intent,
  outOf,
}: {
  readonly choice: Choice | undefined;
  readonly intent: Intent;
  readonly outOf: OutOf;
}) {
  const refusalText = useRefusalText();
  const words = useWords(choice, outOf);
  if (choice === undefined && intent.kind !== 'search') return null;
  return (
    <output className={styles['said']}>
      {words ?? (intent.kind === 'search' ? refusalText(intent.refusal) : null)}
    </output>
  );
}

/** Why a line cannot be had now. */
type OutOf = (line: CartLine) => OutWords | undefined;

function useWords(choice: Choice | undefined, outOf: OutOf): string | undefined {
  const text = useText(counterText);
  const refusalText = useRefusalText();
  switch (choice?.kind) {
    case 'line': {
      const { reading } = choice.suggestion;
      if (!reading.ok) return refusalText(reading.refusal);
      return outOf(reading.value.line)?.reason ?? readingText(reading.value.said);
    }
    case 'deal':
      return choice.deal.name;
    case 'halves':
      return text.half;
    case 'order':
      return text.searchOrder(String(choice.number));
    case 'customer':
      return choice.customer.name;
    case 'new-customer':
      return text.newCaller(formatPhoneNumber(choice.e164));
    default:
      return undefined;
  }
}

/** What the line may mean, the first one taken by Enter. */
export function Suggestions({
  id,
  choices,
  active,
  outOf,
  onActive,
  onTake,
}: {
  readonly id: string;
  readonly choices: readonly Choice[];
  readonly active: number;
  readonly outOf: OutOf;
  readonly onActive: (place: number) => void;
  readonly onTake: (choice: Choice) => void;
}) {
  const text = useText(counterText);
  return (
    <div
      id={id}
      role="listbox"
      aria-label={text.suggestions}
      className={styles['list']}
      hidden={choices.length === 0}
    >
      {choices.map((choice, place) => (
        <div
          key={keyOf(choice)}
          id={`${id}-${place}`}
          role="option"
          tabIndex={-1}
          aria-selected={place === active}
          className={classes(styles['option'], place === active && styles['active'])}
          // A pointer at rest, under which the list came up, chooses nothing.
          onMouseMove={({ movementX, movementY }) => {
            if (movementX !== 0 || movementY !== 0) onActive(place);
          }}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onTake(choice)}
        >
          <ChoiceRow choice={choice} outOf={outOf} />
        </div>
      ))}
    </div>
  );
}

function keyOf(choice: Choice): string {
  switch (choice.kind) {
    case 'line': {
      const { product, reading } = choice.suggestion;
      const parts = reading.ok ? (reading.value.line.parts ?? []) : [];
      return `line ${product.id} ${parts.map(({ productId }) => productId).join(' ')}`;
    }
    case 'deal':
      return `deal ${choice.deal.id}`;
    case 'customer':
      return `customer ${choice.customer.customerId}`;
    default:
      return choice.kind;
  }
}

function ChoiceRow({ choice, outOf }: { readonly choice: Choice; readonly outOf: OutOf }) {
  const refusalText = useRefusalText();
  const words = useWords(choice, outOf);
  if (choice.kind === 'customer') return <CustomerRow customer={choice.customer} />;
  if (choice.kind === 'deal') {
    return (
      <>
        <span className={styles['code']}>{choice.deal.code}</span>
        <span className={styles['words']}>{choice.deal.name}</span>
        <Money cents={choice.deal.priceCents} />
      </>
    );
  }
  if (choice.kind !== 'line') return <span className={styles['alone']}>{words}</span>;
  const { product, reading } = choice.suggestion;
  return (
    <>
      <span className={styles['code']}>{product.code}</span>
      <span className={styles['words']}>
        {reading.ok ? (
          words
        ) : (
          <>
            {product.name}
            <small>{refusalText(reading.refusal)}</small>
          </>
        )}
      </span>
      {reading.ok && (
        <Money cents={reading.value.said.unitPriceCents * reading.value.said.quantity} />
      )}
    </>
  );
}

function CustomerRow({
  customer: { name, phones, addresses },
}: {
  readonly customer: Extract<Choice, { kind: 'customer' }>['customer'];
}) {
  const text = useText(counterText);
  const [phone] = phones;
  const [address] = addresses;
  return (
    <>
      <span className={styles['code']}>{text.customerMark}</span>
      <span className={styles['words']}>
        {name}
        {address !== undefined && (
          <small>{`${address.street}, ${address.postcode} ${address.city}`}</small>
        )}
      </span>
      {phone !== undefined && <span>{formatPhoneNumber(phone)}</span>}
    </>
  );
}
