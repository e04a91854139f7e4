import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';

import type { Client } from '#app/contract/contract.ts';
import type { PaymentState } from '#app/contract/shapes.ts';
import type { StoreContract } from '#app/contract/store.ts';
import { formatEuros } from '#app/lib/money.ts';

import { eraseDigit, typeDigits } from '../../../ui/keys/digits.ts';
import { Money } from '../../../ui/money.tsx';
import { useLanguage, useText } from '../../../ui/settings/settings.tsx';
import type { Way } from '../checkout/use-checkout.ts';
import type { SendState } from '../checkout/use-sender.ts';
import { eligibleOf, titleLimit } from '../panels/title-limit.ts';
import { equalSplit, type Part, partOf, type Split, toggledLine, WHOLE } from '../split/split.ts';
import { paymentText } from '../text.ts';
import { askedOf, tenderedFor } from './asked.ts';
import { type Bill, isStanding } from './bill.ts';
import { BillLines } from './bill-lines.tsx';
import { choiceKey } from './choice-key.ts';
import { ChoicePanel } from './choice-panel.tsx';
import styles from './choice.module.css';
import type { OpenPanel } from './panel-name.ts';
import { Trouble } from './trouble.tsx';
import { useMealRules } from './use-meal-rules.ts';
import { Ways } from './ways.tsx';

const AMOUNT: OpenPanel = { name: 'amount' };

export type ChoiceProps = {
  readonly client: Client<StoreContract>;
  readonly bill: Bill;
  readonly split: Split;
  readonly sendState: SendState;
  readonly failed?: PaymentState;
  readonly canPayLater: boolean;
  readonly onSplit: (split: Split) => void;
  readonly onPay: (way: Way) => void;
  readonly onReverse: (payment: PaymentState, reason: string) => void;
  readonly onNote: () => void;
};

/** How the customer pays: the bill, what is due with the pad, and the ways, side by side. */
export function Choice(props: ChoiceProps) {
  const { client, bill, split, sendState, failed, canPayLater, onSplit, onReverse } = props;
  const [typedCents, setTyped] = useState(0);
  const [panel, setPanel] = useState<OpenPanel>(AMOUNT);
  const root = useRef<HTMLDivElement>(null);
  const { dueCents } = bill;
  const unpaid = bill.lines.filter(({ isPaid }) => !isPaid);
  const part = partOf(split, dueCents, unpaid);
  const asked = askedOf(part, typedCents);
  const rules = useMealRules(client, bill.orderId);
  const titles = titleLimit({
    capCents: rules?.capCents ?? 0,
    eligibleCents: rules?.eligibleCents ?? eligibleOf(bill.lines),
    dueCents,
    payments: bill.payments,
  });
  // What was typed was for the payment that has just gone in; keys of a panel that left had the focus.
  useEffect(() => {
    setTyped(0);
    setPanel(AMOUNT);
  }, [dueCents]);
  useEffect(() => {
    if (panel.name === 'amount' && document.activeElement === document.body) root.current?.focus();
  }, [panel]);

  const isBusy = sendState.status === 'sending';
  const pay = (way: Way) => {
    if (!isBusy && dueCents > 0) props.onPay(way);
  };
  const payCard = () => pay({ method: 'card', ...asked.part });
  const payCash = () =>
    pay({ method: 'cash', ...asked.part, tenderedCents: tenderedFor(asked, typedCents) });
  const payLater = () => canPayLater && pay({ method: 'later' });
  const payTitleCard = () =>
    pay({ method: 'meal-voucher-card', amountCents: Math.min(titles.cents, asked.cents) });
  const type = (digits: string) => setTyped((before) => typeDigits(before, digits));
  const erase = () => setTyped(eraseDigit);
  const cut = (next: Split) => {
    onSplit(next);
    setTyped(0);
    setPanel(AMOUNT);
  };
  const press = (event: KeyboardEvent) => {
    if (panel.name !== 'amount' || event.ctrlKey || event.altKey || event.metaKey) return;
    const acted = choiceKey(event.key, {
      digits: type,
      erase,
      card: payCard,
      cash: payCash,
      later: payLater,
      enter: typedCents === 0 ? undefined : payCash,
    });
    if (acted) event.preventDefault();
  };

  return (
    <div ref={root} tabIndex={-1} className={styles['choice']} onKeyDown={press} aria-busy={isBusy}>
      <Trouble sendState={sendState} failed={failed} changeCents={lastChange(bill)} />
      <BillLines
        bill={bill}
        split={split}
        onLine={(lineId) => cut(toggledLine(split, lineId))}
        onReverse={(payment) => setPanel({ name: 'reverse', payment })}
      />
      <DueColumn dueCents={dueCents} part={part}>
        <ChoicePanel
          client={client}
          panel={panel}
          amount={{
            partCents: part.cents,
            dueCents,
            typedCents,
            split,
            onTender: (tenderedCents) =>
              pay({ method: 'cash', ...askedOf(part, 0).part, tenderedCents }),
            onDigits: type,
            onErase: erase,
            onShares: () => setPanel({ name: 'shares' }),
            onSplitIn: (count) => cut(equalSplit(dueCents, count)),
            onWhole: () => cut(WHOLE),
          }}
          asked={asked}
          titles={titles}
          isRestDay={rules?.isRestDay ?? false}
          onPay={pay}
          onShare={(count) => cut(equalSplit(dueCents, count))}
          onReverse={onReverse}
          onBack={() => setPanel(AMOUNT)}
        />
      </DueColumn>
      <Ways
        bill={bill}
        asked={asked}
        typedCents={typedCents}
        failed={failed}
        titles={titles}
        isPaperAccepted={rules?.isPaperAccepted ?? false}
        canPayLater={canPayLater}
        onCard={payCard}
        onCash={payCash}
        onTitleCard={payTitleCard}
        onLater={payLater}
        onPanel={(name) => setPanel({ name })}
        onNote={props.onNote}
      />
    </div>
  );
}

/** What is due, or the part of it that is next, above whatever is in the middle. */
function DueColumn({
  dueCents,
  part,
  children,
}: {
  readonly dueCents: number;
  readonly part: Part;
  readonly children: ReactNode;
}) {
  const text = useText(paymentText);
  const language = useLanguage();
  const isPart = part.cents < dueCents;
  return (
    <section className={styles['cash']} aria-label={text.cash}>
      <p className={styles['due']}>
        <span>
          {partWord(part, text)}
          {isPart && <small>{text.ofDue(formatEuros(dueCents, language))}</small>}
        </span>
        <Money cents={part.cents} size="hero" />
      </p>
      {children}
    </section>
  );
}

function partWord({ share, lineIds }: Part, text: (typeof paymentText)['fr']): string {
  if (share !== undefined) return text.share(share.place, share.count);
  return lineIds === undefined ? text.due : text.chosen;
}

/** What goes back for the part paid last, until the next one is paid. */
function lastChange({ payments }: Bill): number {
  const last = payments.at(-1);
  return last !== undefined && isStanding(last) ? (last.changeCents ?? 0) : 0;
}
