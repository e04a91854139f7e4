import { IconCash, IconClockHour4, IconCreditCard, IconTicket } from '@tabler/icons-react';

import type { PaymentState } from '#app/contract/shapes.ts';
import { formatEuros } from '#app/lib/money.ts';

import { Key } from '../../../ui/keys/key.tsx';
import { useLanguage, useText } from '../../../ui/settings/settings.tsx';
import { useStoreStatus } from '../../store-status.tsx';
import type { TitleLimit } from '../panels/title-limit.ts';
import { type PaymentText, paymentText } from '../text.ts';
import { type Asked, tenderedFor } from './asked.ts';
import type { Bill } from './bill.ts';
import { OtherWays } from './other-ways.tsx';
import type { PanelName } from './panel-name.ts';
import styles from './ways.module.css';

export type WaysProps = {
  readonly bill: Bill;
  readonly asked: Asked;
  readonly typedCents: number;
  readonly failed: PaymentState | undefined;
  /** Absent until the rules of the day are known. */
  readonly titles: TitleLimit | undefined;
  readonly isPaperAccepted: boolean;
  readonly canPayLater: boolean;
  readonly onCard: () => void;
  readonly onCash: () => void;
  readonly onTitleCard: () => void;
  readonly onLater: () => void;
  readonly onPanel: (panel: PanelName) => void;
  readonly onNote: () => void;
};

/** The ways to pay: the four that end most sales large, the others below. */
export function Ways(props: WaysProps) {
  const { bill, asked, titles, canPayLater, failed } = props;
  const text = useText(paymentText);
  const language = useLanguage();
  const isPart = asked.cents < bill.dueCents;
  const partHint = text.partOnly(formatEuros(asked.cents, language));
  const titleCents = Math.min(titles?.cents ?? 0, asked.cents);
  return (
    <div role="group" aria-label={text.ways} className={styles['ways']}>
      <div className={styles['main']}>
        <Key
          label={text.card}
          hint={<CardHint failed={failed} partHint={isPart ? partHint : undefined} />}
          icon={<IconCreditCard size="1.75rem" stroke={1.75} aria-hidden />}
          tone="pay"
          size="xl"
          wide
          shortcut="C"
          autoFocus
          onPress={props.onCard}
        />
        <Key
          label={text.cash}
          hint={useCashHint(asked, props.typedCents, isPart ? partHint : undefined)}
          icon={<IconCash size="1.75rem" stroke={1.75} aria-hidden />}
          tone="pay"
          size="xl"
          wide
          shortcut="E"
          onPress={props.onCash}
        />
        <Key
          label={text.titleCard}
          hint={
            titleCents === 0
              ? text.titlesNothing
              : text.titleCardUpTo(formatEuros(titleCents, language))
          }
          icon={<IconTicket size="1.75rem" stroke={1.75} aria-hidden />}
          tone="pay"
          size="l"
          wide
          disabled={titleCents === 0}
          onPress={props.onTitleCard}
        />
        {canPayLater && (
          <Key
            label={text.laterOf[bill.mode]}
            hint={laterHint(bill, text)}
            icon={<IconClockHour4 size="1.75rem" stroke={1.75} aria-hidden />}
            tone="plain"
            size="xl"
            wide
            shortcut="P"
            onPress={props.onLater}
          />
        )}
      </div>
      <OtherWays {...props} />
    </div>
  );
}

/** How the terminal is, or what it said the last time. */
function CardHint({
  failed,
  partHint,
}: {
  readonly failed: PaymentState | undefined;
  readonly partHint: string | undefined;
}) {
  const text = useText(paymentText);
  const language = useLanguage();
  const { status } = useStoreStatus();
  const { status: state = 'unknown', detail } = status?.terminal ?? {};
  // The terminal speaks French; in another language its state is said without the detail.
  const terminal = (language === 'fr' ? detail : undefined) ?? text.terminal[state];
  if (failed?.status === 'declined') {
    const reason = text.reasons[failed.reason ?? ''] ?? failed.reason;
    if (reason !== undefined) return text.cardRefused(reason);
  }
  return partHint === undefined ? terminal : `${terminal} · ${partHint}`;
}

function laterHint({ mode, orderId }: Bill, text: PaymentText): string {
  if (orderId !== undefined) return text.laterPlaced;
  return mode === 'delivery' ? text.laterDoor : text.laterHint;
}

function useCashHint(asked: Asked, typedCents: number, partHint: string | undefined): string {
  const text = useText(paymentText);
  const language = useLanguage();
  const changeCents = tenderedFor(asked, typedCents) - asked.cents;
  if (changeCents > 0) return `${text.change} ${formatEuros(changeCents, language)}`;
  return partHint ?? text.exact;
}
