import { IconCash, IconClockHour4, IconCreditCard } from '@tabler/icons-react';

import { changeDue } from '#app/domain/cash.ts';
import type { Mode } from '#app/domain/menu.ts';
import { formatEuros } from '#app/lib/money.ts';

import { Key } from '../../../ui/keys/key.tsx';
import { useLanguage, useText } from '../../../ui/settings/settings.tsx';
import { useStoreStatus } from '../../store-status.tsx';
import type { Way } from '../checkout/use-checkout.ts';
import { type PaymentText, paymentText } from '../text.ts';
import styles from './ways.module.css';

/** The ways to pay, all as large. The card key says how the terminal is. */
export function Ways({
  mode,
  dueCents,
  typedCents,
  isPlaced,
  canPayLater,
  onCash,
  onPay,
}: {
  readonly mode: Mode;
  readonly dueCents: number;
  readonly typedCents: number;
  /** The order is in the kitchen already: an attempt has failed. */
  readonly isPlaced: boolean;
  readonly canPayLater: boolean;
  readonly onCash: () => void;
  readonly onPay: (way: Way) => void;
}) {
  const text = useText(paymentText);
  const { status } = useStoreStatus();
  const terminal = status?.terminal.detail ?? text.terminal[status?.terminal.status ?? 'unknown'];
  return (
    <div role="group" aria-label={text.ways} className={styles['ways']}>
      <Key
        label={text.card}
        hint={terminal}
        icon={<IconCreditCard size="1.75rem" stroke={1.75} aria-hidden />}
        tone="pay"
        size="xl"
        wide
        shortcut="C"
        autoFocus
        onPress={() => onPay({ method: 'card' })}
      />
      <Key
        label={text.cash}
        hint={useCashHint(dueCents, typedCents)}
        icon={<IconCash size="1.75rem" stroke={1.75} aria-hidden />}
        tone="pay"
        size="xl"
        wide
        shortcut="E"
        disabled={typedCents > 0 && typedCents < dueCents}
        onPress={onCash}
      />
      {canPayLater && (
        <Key
          label={text.laterOf[mode]}
          hint={laterHint(mode, isPlaced, text)}
          icon={<IconClockHour4 size="1.75rem" stroke={1.75} aria-hidden />}
          tone="plain"
          size="xl"
          wide
          shortcut="P"
          onPress={() => onPay({ method: 'later' })}
        />
      )}
    </div>
  );
}

function laterHint(mode: Mode, isPlaced: boolean, text: PaymentText): string {
  if (isPlaced) return text.laterPlaced;
  return mode === 'delivery' ? text.laterDoor : text.laterHint;
}

function useCashHint(dueCents: number, typedCents: number): string {
  const text = useText(paymentText);
  const language = useLanguage();
  if (typedCents === 0) return text.exact;
  if (typedCents < dueCents)
    return `${text.missing} ${formatEuros(dueCents - typedCents, language)}`;
  const change = changeDue({ dueCents, tenderedCents: typedCents });
  return `${text.change} ${formatEuros(change, language)}`;
}
