import { type KeyboardEvent, useState } from 'react';

import { formatEuros } from '#app/lib/money.ts';

import { eraseDigit, typeDigits } from '../../../ui/keys/digits.ts';
import { Key } from '../../../ui/keys/key.tsx';
import { KeyPad } from '../../../ui/keys/key-pad.tsx';
import { Money } from '../../../ui/money.tsx';
import { useLanguage, useText } from '../../../ui/settings/settings.tsx';
import { Sheet } from '../../../ui/sheet/sheet.tsx';
import { useReadNow } from '../../../ui/time/now.tsx';
import type { NonSaleAsked } from '../../draft/draft.ts';
import { newId } from '../checkout/new-id.ts';
import panel from '../panels/panel.module.css';
import { voucherSaleText } from './text.ts';
import styles from './voucher-sale-sheet.module.css';

const USUAL_CENTS = [1_000, 2_000, 3_000, 5_000] as const;
/** As the contract takes it: 500 €. */
const VOUCHER_CENTS_MAX = 50_000;

/** The amount of a gift voucher; it joins the order being taken and is paid with it. */
export function VoucherSaleSheet({
  onSell,
  onClose,
}: {
  readonly onSell: (nonSale: NonSaleAsked) => void;
  readonly onClose: () => void;
}) {
  const text = useText(voucherSaleText);
  const language = useLanguage();
  const readNow = useReadNow();
  const [cents, setCents] = useState(0);
  const canSell = cents > 0 && cents <= VOUCHER_CENTS_MAX;
  const sell = () => {
    if (!canSell) return;
    onSell({ nonSaleId: newId(readNow()), kind: 'gift-voucher', cents });
    onClose();
  };
  const press = (event: KeyboardEvent) => {
    if (/^\d$/.test(event.key)) setCents(typeDigits(cents, event.key));
    else if (event.key === 'Backspace') setCents(eraseDigit(cents));
    else if (event.key === 'Enter' && canSell) sell();
    else return;
    event.preventDefault();
  };
  return (
    <Sheet title={text.title} side="centre" onClose={onClose}>
      <div className={styles['sale']} onKeyDown={press}>
        <KeyPad
          onDigits={(digits) => setCents(typeDigits(cents, digits))}
          onErase={() => setCents(eraseDigit(cents))}
        />
        <div className={panel['side']}>
          <p className={panel['value']}>
            <span>{text.amount}</span>
            <Money cents={cents} />
          </p>
          <div className={styles['usual']}>
            {USUAL_CENTS.map((known, place) => (
              <Key
                key={known}
                label={formatEuros(known, language)}
                size="l"
                tone={known === cents ? 'ink' : 'plain'}
                pressed={known === cents}
                autoFocus={place === 0}
                onPress={() => setCents(known)}
              />
            ))}
          </div>
          <p className={panel['hint']}>{text.hint}</p>
          <Key
            label={text.add(formatEuros(cents, language))}
            tone="action"
            size="l"
            wide
            disabled={!canSell}
            onPress={sell}
          />
        </div>
      </div>
    </Sheet>
  );
}
