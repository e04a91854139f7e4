import type { ReactNode } from 'react';

import type { Client } from '#app/contract/contract.ts';
import type { PaymentState } from '#app/contract/shapes.ts';
import type { StoreContract } from '#app/contract/store.ts';
import { formatEuros } from '#app/lib/money.ts';

import { Money } from '../../../ui/money.tsx';
import { useLanguage, useText } from '../../../ui/settings/settings.tsx';
import type { Way } from '../checkout/use-checkout.ts';
import type { SendState } from '../checkout/use-sender.ts';
import { equalSplit, type Part, type Split, toggledLine } from '../split/split.ts';
import { paymentText } from '../text.ts';
import { type Bill, isStanding } from './bill.ts';
import { BillLines } from './bill-lines.tsx';
import { ChoicePanel } from './choice-panel.tsx';
import styles from './choice.module.css';
import { Trouble } from './trouble.tsx';
import { useChoice } from './use-choice.ts';
import { Ways } from './ways.tsx';

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
  const { client, bill, split, sendState, failed, canPayLater, onReverse } = props;
  const choice = useChoice(props);
  const { typedCents, panel, part, asked, titles, rules, isBusy, pay } = choice;
  const { dueCents } = bill;
  return (
    <div
      ref={choice.root}
      tabIndex={-1}
      className={styles['choice']}
      onKeyDown={choice.press}
      aria-busy={isBusy}
    >
      <Trouble sendState={sendState} failed={failed} changeCents={lastChange(bill)} />
      <BillLines
        bill={bill}
        split={split}
        onLine={(lineId) => choice.cut(toggledLine(split, lineId))}
        onReverse={(payment) => choice.setPanel({ name: 'reverse', payment })}
      />
      <DueColumn dueCents={dueCents} part={part}>
        <ChoicePanel
          client={client}
          panel={panel}
          amount={{ partCents: part.cents, dueCents, typedCents, split, ...choice.amountActs }}
          asked={asked}
          titles={titles}
          paper={choice.paper}
          isRestDay={rules?.isRestDay ?? false}
          onPay={pay}
          onShare={(count) => choice.cut(equalSplit(dueCents, count))}
          onReverse={onReverse}
          onBack={choice.toAmount}
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
        onCard={choice.payCard}
        onCash={choice.payCash}
        onTitleCard={choice.payTitleCard}
        onLater={choice.payLater}
        onPanel={(name) => choice.setPanel({ name })}
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
