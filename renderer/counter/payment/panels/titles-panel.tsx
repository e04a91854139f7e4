import { useState } from 'react';

import { formatEuros } from '#app/lib/money.ts';

import { Chip } from '../../../ui/keys/chip.tsx';
import { eraseDigit, typeDigits } from '../../../ui/keys/digits.ts';
import { Key } from '../../../ui/keys/key.tsx';
import { KeyPad } from '../../../ui/keys/key-pad.tsx';
import { Money } from '../../../ui/money.tsx';
import { useLanguage, useText } from '../../../ui/settings/settings.tsx';
import type { Way } from '../checkout/use-checkout.ts';
import { Panel, PanelInput } from './panel.tsx';
import styles from './panel.module.css';
import { panelText } from './text.ts';
import type { TitleLimit } from './title-limit.ts';

/** As many as the contract takes in one payment. */
const TITLES_MAX = 10;
/** The dearest title of the contract: 100 €. */
const TITLE_CENTS_MAX = 10_000;

/** Paper titles one by one, by their printed value; the sum never passes what they may pay. */
export function TitlesPanel({
  limit,
  isRestDay,
  onPay,
  onBack,
}: {
  readonly limit: TitleLimit;
  /** A Sunday or a public holiday: only with a reason (R-PAY-02). */
  readonly isRestDay: boolean;
  readonly onPay: (way: Way) => void;
  readonly onBack: () => void;
}) {
  const text = useText(panelText);
  const language = useLanguage();
  const [titles, setTitles] = useState<readonly number[]>([]);
  const [reason, setReason] = useState('');
  const sum = titles.reduce((cents, title) => cents + title, 0);
  const isOver = sum > limit.cents;
  const needsReason = isRestDay && reason.trim() === '';
  return (
    <Panel
      title={text.titlesTitle}
      onBack={onBack}
      confirm={
        <Key
          label={text.titlesConfirm(formatEuros(sum, language))}
          tone="pay"
          size="l"
          wide
          disabled={titles.length === 0 || isOver || needsReason}
          onPress={() =>
            onPay({
              method: 'meal-voucher',
              titlesCents: [...titles],
              ...(isRestDay ? { holidayReason: reason.trim() } : {}),
            })
          }
        />
      }
    >
      <TitleList titles={titles} limit={limit} onTitles={setTitles} />
      {isOver && (
        <p className={styles['trouble']} role="alert">
          {text.titlesOver(formatEuros(limit.cents, language))}
        </p>
      )}
      {isRestDay && <RestDayReason reason={reason} onReason={setReason} />}
    </Panel>
  );
}

/** The pad, the titles added so far, and their sum beside what they may pay. */
function TitleList({
  titles,
  limit,
  onTitles,
}: {
  readonly titles: readonly number[];
  readonly limit: TitleLimit;
  readonly onTitles: (titles: readonly number[]) => void;
}) {
  const text = useText(panelText);
  const language = useLanguage();
  const [typedCents, setTyped] = useState(0);
  const sum = titles.reduce((cents, title) => cents + title, 0);
  const last = titles.at(-1);
  const add = (cents: number) => {
    if (cents < 1 || cents > TITLE_CENTS_MAX || titles.length >= TITLES_MAX) return;
    onTitles([...titles, cents]);
    setTyped(0);
  };
  return (
    <div className={styles['pair']}>
      <KeyPad
        onDigits={(digits) => setTyped(typeDigits(typedCents, digits))}
        onErase={() => setTyped(eraseDigit(typedCents))}
      />
      <div className={styles['side']}>
        <Key
          label={text.add}
          hint={<Money cents={typedCents} />}
          tone="ink"
          size="l"
          wide
          disabled={typedCents === 0}
          onPress={() => add(typedCents)}
        />
        {last !== undefined && (
          <Key label={text.again(formatEuros(last, language))} wide onPress={() => add(last)} />
        )}
        <p className={styles['sum']}>
          <span>{text.titlesSum}</span>
          <Money cents={sum} />
          <small>
            {text.titlesLimit(formatEuros(limit.cents, language))},{' '}
            {text.titlesBecause[limit.because]}
          </small>
        </p>
        <div className={styles['titles']} role="group" aria-label={text.titlesTitle}>
          {titles.map((cents, place) => (
            <Chip
              // The same value twice is two titles: only the place tells them apart.
              key={place}
              label={formatEuros(cents, language)}
              sign="add"
              ariaLabel={text.titlesRemove(formatEuros(cents, language))}
              onPress={() => onTitles(titles.filter((_, at) => at !== place))}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

/** Why a title is taken on a day on which it does not count by itself (R-PAY-02). */
function RestDayReason({
  reason,
  onReason,
}: {
  readonly reason: string;
  readonly onReason: (reason: string) => void;
}) {
  const text = useText(panelText);
  return (
    <>
      <p className={styles['hint']}>{text.restDay}</p>
      <div className={styles['row']}>
        {text.restReasons.map((known) => (
          <Chip
            key={known}
            label={known}
            pressed={known === reason}
            onPress={() => onReason(known)}
          />
        ))}
        <PanelInput label={text.restOther} value={reason} maxLength={200} onChange={onReason} />
      </div>
    </>
  );
}
