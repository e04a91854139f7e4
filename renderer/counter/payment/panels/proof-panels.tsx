import { useState } from 'react';

import { formatEuros } from '#app/lib/money.ts';

import { eraseDigit, typeDigits } from '../../../ui/keys/digits.ts';
import { Key } from '../../../ui/keys/key.tsx';
import { KeyPad } from '../../../ui/keys/key-pad.tsx';
import { Money } from '../../../ui/money.tsx';
import { useLanguage, useText } from '../../../ui/settings/settings.tsx';
import type { Way } from '../checkout/use-checkout.ts';
import { Panel, PanelInput } from './panel.tsx';
import styles from './panel.module.css';
import { panelText } from './text.ts';

/** What is asked for by one payment: its amount is absent where all that is due is meant. */
export type AmountAsked = { readonly amountCents?: number; readonly lineIds?: string[] };

type ProofProps = {
  readonly cents: number;
  readonly asked: AmountAsked;
  readonly onPay: (way: Way) => void;
  readonly onBack: () => void;
};

/** A cheque, with its number where somebody wants to note it. */
export function ChequePanel({ cents, asked, onPay, onBack }: ProofProps) {
  const text = useText(panelText);
  const language = useLanguage();
  const [number, setNumber] = useState('');
  const isNumber = /^\d{1,12}$/.test(number);
  const pay = () =>
    onPay({ method: 'cheque', ...asked, ...(isNumber ? { chequeNumber: number } : {}) });
  return (
    <Panel
      title={text.chequeTitle}
      hint={text.chequeHint}
      keys={{ enter: pay }}
      onBack={onBack}
      confirm={
        <Key
          label={text.chequeConfirm(formatEuros(cents, language))}
          tone="pay"
          size="l"
          wide
          onPress={pay}
        />
      }
    >
      <PanelInput
        label={text.chequeNumber}
        value={number}
        maxLength={12}
        autoFocus
        onChange={(typed) => setNumber(typed.replace(/\D/g, ''))}
        onEnter={pay}
      />
    </Panel>
  );
}

/** The card was taken on a terminal that the till does not reach: its slip is the proof. */
export function ManualCardPanel({ cents, asked, onPay, onBack }: ProofProps) {
  const text = useText(panelText);
  const language = useLanguage();
  const [authorisation, setAuthorisation] = useState('');
  const canPay = /^[0-9A-Za-z]{1,12}$/.test(authorisation);
  const pay = () => {
    if (canPay) onPay({ method: 'card-manual', ...asked, authorisation });
  };
  return (
    <Panel
      title={text.manualTitle}
      hint={text.manualHint(formatEuros(cents, language))}
      keys={{ enter: pay }}
      onBack={onBack}
      confirm={
        <Key
          label={text.manualConfirm(formatEuros(cents, language))}
          tone="pay"
          size="l"
          wide
          disabled={!canPay}
          onPress={pay}
        />
      }
    >
      <PanelInput
        label={text.manualNumber}
        value={authorisation}
        maxLength={12}
        autoFocus
        onChange={(typed) => setAuthorisation(typed.replace(/[^0-9A-Za-z]/g, ''))}
        onEnter={pay}
      />
    </Panel>
  );
}

const TIPS_CENTS = [100, 200, 500] as const;

/** Something for the staff, on the card and on top of the bill. */
export function TipPanel({ cents, asked, onPay, onBack }: ProofProps) {
  const text = useText(panelText);
  const language = useLanguage();
  const [tipCents, setTip] = useState(0);
  const digits = (typed: string) => setTip((before) => typeDigits(before, typed));
  const erase = () => setTip(eraseDigit);
  const pay = () => {
    if (tipCents > 0) onPay({ method: 'card', ...asked, tipCents });
  };
  return (
    <Panel
      title={text.tipTitle}
      hint={text.tipHint}
      keys={{ digits, erase, enter: pay }}
      onBack={onBack}
      confirm={
        <Key
          label={text.tipConfirm(formatEuros(cents, language), formatEuros(tipCents, language))}
          tone="pay"
          size="l"
          wide
          disabled={tipCents === 0}
          onPress={pay}
        />
      }
    >
      <div className={styles['pair']}>
        <KeyPad onDigits={digits} onErase={erase} />
        <div className={styles['side']}>
          <p className={styles['value']}>
            <span>{text.tipAmount}</span>
            <Money cents={tipCents} />
          </p>
          {TIPS_CENTS.map((known) => (
            <Key
              key={known}
              label={formatEuros(known, language)}
              wide
              pressed={known === tipCents}
              tone={known === tipCents ? 'ink' : 'plain'}
              onPress={() => setTip(known)}
            />
          ))}
        </div>
      </div>
    </Panel>
  );
}
