import { eraseDigit, typeDigits } from '../../ui/keys/digits.ts';
import { Key } from '../../ui/keys/key.tsx';
import { KeyPad } from '../../ui/keys/key-pad.tsx';
import { Money } from '../../ui/money.tsx';
import { useText } from '../../ui/settings/settings.tsx';
import type { Kind } from './discount.ts';
import styles from './price.module.css';
import { priceText } from './text.ts';

const RATES = [5, 10, 15, 20, 30, 50] as const;

/** How much: a rate on keys, an amount on the pad, nothing to say of what is given away. */
export function DiscountValue({
  kind,
  value,
  onValue,
}: {
  readonly kind: Kind;
  /** Per cent of a rate, cents of an amount. */
  readonly value: number;
  readonly onValue: (value: number) => void;
}) {
  const text = useText(priceText);
  if (kind === 'free') return <p className={styles['shown']}>{text.kind.free}</p>;
  if (kind === 'rate') {
    return (
      <>
        <output className={styles['shown']} aria-label={text.value}>
          {text.percent(value)}
        </output>
        <div className={styles['rates']}>
          {RATES.map((rate) => (
            <Key
              key={rate}
              label={text.percent(rate)}
              size="l"
              tone={rate === value ? 'ink' : 'paper'}
              pressed={rate === value}
              onPress={() => onValue(rate)}
            />
          ))}
        </div>
      </>
    );
  }
  return (
    <>
      <output className={styles['shown']} aria-label={text.amountTyped}>
        <Money cents={value} />
      </output>
      <KeyPad
        onDigits={(digits) => onValue(typeDigits(value, digits))}
        onErase={() => onValue(eraseDigit(value))}
      />
    </>
  );
}
