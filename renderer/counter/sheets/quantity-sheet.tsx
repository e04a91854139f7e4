import { type KeyboardEvent, useState } from 'react';

import { QUANTITY_MAX } from '#app/domain/pricing/cart.ts';

import { eraseDigit, typeDigits } from '../../ui/keys/digits.ts';
import { Key } from '../../ui/keys/key.tsx';
import { KeyPad } from '../../ui/keys/key-pad.tsx';
import { useText } from '../../ui/settings/settings.tsx';
import { Sheet } from '../../ui/sheet/sheet.tsx';
import { counterText } from '../text.ts';
import styles from './quantity-sheet.module.css';
import { sheetsText } from './text.ts';

const QUICK = [1, 2, 3, 4, 5, 6, 8, 10] as const;

/** How many of a line: one press for the usual numbers, the pad for the others. */
export function QuantitySheet({
  name,
  quantity,
  onSet,
  onClose,
}: {
  readonly name: string;
  readonly quantity: number;
  readonly onSet: (quantity: number) => void;
  readonly onClose: () => void;
}) {
  const counter = useText(counterText);
  const text = useText(sheetsText);
  const [typed, setTyped] = useState(0);
  const set = (next: number) => {
    onSet(next);
    onClose();
  };
  const canSet = typed >= 1 && typed <= QUANTITY_MAX;
  const press = (event: KeyboardEvent) => {
    if (/^\d$/.test(event.key)) setTyped((before) => typeDigits(before, event.key));
    else if (event.key === 'Backspace') setTyped(eraseDigit);
    else if (event.key === 'Enter' && canSet) set(typed);
    else return;
    event.preventDefault();
  };
  return (
    <Sheet title={counter.quantityOf(name)} side="centre" onClose={onClose}>
      <div className={styles['quantity']} onKeyDown={press}>
        <div className={styles['quick']}>
          {QUICK.map((number) => (
            <Key
              key={number}
              label={String(number)}
              size="xl"
              tone={number === quantity ? 'ink' : 'paper'}
              onPress={() => set(number)}
            />
          ))}
        </div>
        <div className={styles['pad']}>
          <output className={styles['shown']} aria-label={counter.quantity}>
            {typed === 0 ? quantity : typed}
          </output>
          <KeyPad
            onDigits={(digits) => setTyped((before) => typeDigits(before, digits))}
            onErase={() => setTyped(eraseDigit)}
          />
          <Key
            label={text.confirmQuantity}
            tone="action"
            size="l"
            wide
            disabled={!canSet}
            onPress={() => set(typed)}
          />
        </div>
      </div>
    </Sheet>
  );
}
