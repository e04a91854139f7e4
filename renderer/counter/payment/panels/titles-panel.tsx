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
  titles,
  isRestDay,
  onTitles,
  onPay,
  onBack,
}: {
  readonly limit: TitleLimit;
  /** The values added so far; a step back does not lose them. */
  readonly titles: readonly number[];
  /** A Sunday or a public holiday: only with a reason (R-PAY-02). */
  readonly isRestDay: boolean;
  readonly onTitles: (titles: readonly number[]) => void;
  readonly onPay: (way: Way) => void;
  readonly onBack: () => void;
}) {
  const text = useText(panelText);
  const language = useLanguage();
  const { typedCents, add, digits, erase } = useTitlePad(titles, onTitles);
  const [reason, setReason] = useState('');
  const sum = titles.reduce((cents, title) => cents + title, 0);
  const isOver = sum > limit.cents;
  const needsReason = isRestDay && reason.trim() === '';
  const canPay = titles.length > 0 && !isOver && !needsReason;
  const pay = () => {
    if (!canPay) return;
    const holiday = isRestDay ? { holidayReason: reason.trim() } : {};
    onPay({ method: 'meal-voucher', titlesCents: [...titles], ...holiday });
  };
  const enter = () => (typedCents === 0 ? pay() : add(typedCents));
  return (
    <Panel
      title={text.titlesTitle}
      keys={{ digits, erase, enter }}
      onBack={onBack}
      confirm={
        <Key
          label={text.titlesConfirm(formatEuros(sum, language))}
          tone="pay"
          size="l"
          wide
          disabled={!canPay}
          onPress={pay}
        />
      }
    >
      <div className={styles['pair']}>
        <KeyPad onDigits={digits} onErase={erase} />
        <TitleList
          titles={titles}
          typedCents={typedCents}
          limit={limit}
          onAdd={add}
          onTitles={onTitles}
        />
      </div>
      {isOver && (
        <p className={styles['trouble']} role="alert">
          {text.titlesOver(formatEuros(limit.cents, language))}
        </p>
      )}
      {isRestDay && <RestDayReason reason={reason} onReason={setReason} />}
    </Panel>
  );
}

/** The value being typed, and how it becomes one more title. */
function useTitlePad(titles: readonly number[], onTitles: (titles: readonly number[]) => void) {
  const [typedCents, setTyped] = useState(0);
  const add = (cents: number) => {
    if (cents < 1 || cents > TITLE_CENTS_MAX || titles.length >= TITLES_MAX) return;
    onTitles([...titles, cents]);
    setTyped(0);
  };
  const digits = (typed: string) => setTyped((before) => typeDigits(before, typed));
  const erase = () => setTyped(eraseDigit);
  return { typedCents, add, digits, erase };
}

/** The titles added so far, and their sum beside what they may pay. */
function TitleList({
  titles,
  typedCents,
  limit,
  onAdd,
  onTitles,
}: {
  readonly titles: readonly number[];
  readonly typedCents: number;
  readonly limit: TitleLimit;
  readonly onAdd: (cents: number) => void;
  readonly onTitles: (titles: readonly number[]) => void;
}) {
  const text = useText(panelText);
  const language = useLanguage();
  const sum = titles.reduce((cents, title) => cents + title, 0);
  const last = titles.at(-1);
  return (
    <div className={styles['side']}>
      <Key
        label={text.add}
        hint={<Money cents={typedCents} />}
        tone="ink"
        size="l"
        wide
        disabled={typedCents === 0}
        onPress={() => onAdd(typedCents)}
      />
      {last !== undefined && (
        <Key label={text.again(formatEuros(last, language))} wide onPress={() => onAdd(last)} />
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
