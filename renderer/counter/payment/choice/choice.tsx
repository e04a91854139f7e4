import { IconAlertCircle } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';

import type { PaymentState } from '#app/contract/shapes.ts';
import { cashSuggestions } from '#app/domain/cash.ts';
import type { Mode } from '#app/domain/menu.ts';

import { CashKeys } from '../../../ui/keys/cash-keys.tsx';
import { KeyPad } from '../../../ui/keys/key-pad.tsx';
import { Money } from '../../../ui/money.tsx';
import { useRefusalText } from '../../../ui/refusals/refusals.ts';
import { useText } from '../../../ui/settings/settings.tsx';
import type { Way } from '../checkout/use-checkout.ts';
import type { SendState } from '../checkout/use-sender.ts';
import styles from './choice.module.css';
import { Recap } from './recap.tsx';
import type { RecapLine } from './recap-lines.ts';
import { eraseDigit, typeDigits } from './tender.ts';
import { Tendered } from './tendered.tsx';
import { paymentText } from '../text.ts';
import { Ways } from './ways.tsx';

/** How the customer pays: what is due, cash keys and pad, and the ways side by side. */
export function Choice({
  dueCents,
  mode,
  lines,
  sendState,
  failed,
  canPayLater,
  onPay,
}: {
  readonly dueCents: number;
  readonly mode: Mode;
  readonly lines: readonly RecapLine[];
  readonly sendState: SendState;
  readonly failed?: PaymentState;
  readonly canPayLater: boolean;
  readonly onPay: (way: Way) => void;
}) {
  const text = useText(paymentText);
  const [typedCents, setTyped] = useState(0);
  const tenderedCents = typedCents === 0 ? dueCents : typedCents;
  const payCash = () => {
    if (tenderedCents >= dueCents) onPay({ method: 'cash', tenderedCents });
  };
  const press = (event: KeyboardEvent) => {
    const acted = choiceKey(event.key, {
      digits: (digits) => setTyped((before) => typeDigits(before, digits)),
      erase: () => setTyped(eraseDigit),
      card: () => onPay({ method: 'card' }),
      cash: payCash,
      later: () => canPayLater && onPay({ method: 'later' }),
      enter: typedCents === 0 ? undefined : payCash,
    });
    if (acted) event.preventDefault();
  };

  return (
    <div className={styles['choice']} onKeyDown={press} aria-busy={sendState.status === 'sending'}>
      <Trouble sendState={sendState} failed={failed} />
      <Recap lines={lines} />
      <section className={styles['cash']} aria-label={text.cash}>
        <p className={styles['due']}>
          <span>{text.due}</span>
          <Money cents={dueCents} size="hero" />
        </p>
        <CashKeys
          dueCents={dueCents}
          suggestions={cashSuggestions(dueCents)}
          onTender={(cents) => onPay({ method: 'cash', tenderedCents: cents })}
        />
        <Tendered dueCents={dueCents} typedCents={typedCents} />
        <KeyPad
          onDigits={(digits) => setTyped((before) => typeDigits(before, digits))}
          onErase={() => setTyped(eraseDigit)}
        />
      </section>
      <Ways
        mode={mode}
        dueCents={dueCents}
        typedCents={typedCents}
        isPlaced={failed !== undefined}
        canPayLater={canPayLater}
        onCash={payCash}
        onPay={onPay}
      />
    </div>
  );
}

/** Why the last try did not end in a payment. The place is kept only when there is something to say. */
function Trouble({
  sendState,
  failed,
}: {
  readonly sendState: SendState;
  readonly failed: PaymentState | undefined;
}) {
  const text = useText(paymentText);
  const refusalText = useRefusalText();
  if (sendState.status === 'idle' && sendState.refusal !== undefined) {
    return (
      <p className={styles['trouble']} role="alert">
        <IconAlertCircle aria-hidden />
        <span>{refusalText(sendState.refusal)}</span>
      </p>
    );
  }
  if (failed === undefined) return null;
  const reason = text.reasons[failed.reason ?? ''] ?? failed.reason;
  return (
    <p className={styles['trouble']} role="alert">
      <IconAlertCircle aria-hidden />
      <span>
        <b>
          {text.failed[failed.status]}
          {reason !== undefined && ` · ${reason}`}
        </b>{' '}
        {text.failedHint}
      </span>
    </p>
  );
}

type ChoiceActions = {
  readonly digits: (digits: string) => void;
  readonly erase: () => void;
  readonly card: () => void;
  readonly cash: () => void;
  readonly later: () => void;
  /** Absent while nothing is typed: Enter then belongs to the key that has the focus. */
  readonly enter: (() => void) | undefined;
};

function choiceKey(key: string, actions: ChoiceActions): boolean {
  if (/^\d$/.test(key)) {
    actions.digits(key);
    return true;
  }
  switch (key.toLowerCase()) {
    case 'backspace':
      actions.erase();
      return true;
    case 'c':
      actions.card();
      return true;
    case 'e':
      actions.cash();
      return true;
    case 'p':
      actions.later();
      return true;
    case 'enter':
      actions.enter?.();
      return actions.enter !== undefined;
    default:
      return false;
  }
}
