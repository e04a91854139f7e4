import { changeDue, cashSuggestions } from '#app/domain/cash.ts';

import { CashKeys } from '../../../ui/keys/cash-keys.tsx';
import { Key } from '../../../ui/keys/key.tsx';
import { KeyPad } from '../../../ui/keys/key-pad.tsx';
import { useText } from '../../../ui/settings/settings.tsx';
import type { Split } from '../split/split.ts';
import { paymentText } from '../text.ts';
import styles from './choice.module.css';
import { Tendered } from './tendered.tsx';

/** Suggestions, what was typed and what goes back, the pad, and beside it how the bill is cut. */
export function AmountPanel({
  partCents,
  dueCents,
  typedCents,
  split,
  onTender,
  onDigits,
  onErase,
  onShares,
  onSplitIn,
  onWhole,
}: {
  readonly partCents: number;
  readonly dueCents: number;
  readonly typedCents: number;
  readonly split: Split;
  readonly onTender: (tenderedCents: number) => void;
  readonly onDigits: (digits: string) => void;
  readonly onErase: () => void;
  /** Asks between how many. */
  readonly onShares: () => void;
  readonly onSplitIn: (count: number) => void;
  readonly onWhole: () => void;
}) {
  const text = useText(paymentText);
  const isEqual = (count: number) => split.kind === 'equal' && split.shares.length === count;
  return (
    <>
      <CashKeys dueCents={partCents} suggestions={cashSuggestions(partCents)} onTender={onTender} />
      <Tendered
        dueCents={partCents}
        typedCents={typedCents}
        changeCents={changeDue({ dueCents: partCents, tenderedCents: typedCents })}
      />
      <div className={styles['pad']}>
        <KeyPad onDigits={onDigits} onErase={onErase} />
        <div role="group" aria-label={text.splits} className={styles['splits']}>
          {[2, 3].map((count) => (
            <Key
              key={count}
              label={`÷${count}`}
              ariaLabel={text.splitIn(count)}
              size="l"
              tone={isEqual(count) ? 'ink' : 'plain'}
              pressed={isEqual(count)}
              disabled={dueCents < count}
              onPress={() => (isEqual(count) ? onWhole() : onSplitIn(count))}
            />
          ))}
          <Key label="÷n" ariaLabel={text.splitOther} size="l" onPress={onShares} />
          {split.kind === 'whole' ? (
            <Key label={text.byLine} hint={text.byLineHint} size="l" disabled onPress={onWhole} />
          ) : (
            <Key label={text.unsplit} size="l" tone="paper" onPress={onWhole} />
          )}
        </div>
      </div>
    </>
  );
}
