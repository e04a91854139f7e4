import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';

import { eraseDigit, typeDigits } from '../../../ui/keys/digits.ts';
import type { Way } from '../checkout/use-checkout.ts';
import { eligibleOf, titleLimit } from '../panels/title-limit.ts';
import { equalSplit, partOf, type Split, WHOLE } from '../split/split.ts';
import { askedOf, tenderedFor } from './asked.ts';
import { type ChoiceActions, choiceKey } from './choice-key.ts';
import type { ChoiceProps } from './choice.tsx';
import type { OpenPanel } from './panel-name.ts';
import { useMealRules } from './use-meal-rules.ts';

const AMOUNT: OpenPanel = { name: 'amount' };
const NO_TITLES: readonly number[] = [];

/** What was typed, what is in the middle, what the next payment is for, and what keys do. */
export function useChoice({
  client,
  bill,
  split,
  sendState,
  canPayLater,
  onSplit,
  onPay,
}: ChoiceProps) {
  const { dueCents } = bill;
  const { typedCents, setTyped, panel, setPanel, toAmount, root, paper } = usePanel(dueCents);
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
  const isBusy = sendState.status === 'sending';
  const pay = (way: Way) => {
    if (!isBusy && dueCents > 0) onPay(way);
  };
  const payCard = () => pay({ method: 'card', ...asked.part });
  const payCash = () =>
    pay({ method: 'cash', ...asked.part, tenderedCents: tenderedFor(asked, typedCents) });
  const payLater = () => canPayLater && pay({ method: 'later' });
  const payTitleCard = () =>
    pay({ method: 'meal-voucher-card', amountCents: Math.min(titles.cents, asked.cents) });
  const digits = (typed: string) => setTyped((before) => typeDigits(before, typed));
  const erase = () => setTyped(eraseDigit);
  const cut = (next: Split) => {
    onSplit(next);
    toAmount();
  };
  const enter = typedCents === 0 ? undefined : payCash;
  const keys = { digits, erase, card: payCard, cash: payCash, later: payLater, enter };
  const press = (event: KeyboardEvent) => pressKey(event, panel, keys);
  const amountActs = {
    onTender: (tenderedCents: number) =>
      pay({ method: 'cash', ...askedOf(part, 0).part, tenderedCents }),
    onDigits: digits,
    onErase: erase,
    onShares: () => setPanel({ name: 'shares' }),
    onSplitIn: (count: number) => cut(equalSplit(dueCents, count)),
    onWhole: () => cut(WHOLE),
  };
  const pays = { pay, payCard, payCash, payLater, payTitleCard };
  const shown = { typedCents, panel, part, asked, titles, paper, rules, isBusy, root };
  return { ...shown, ...pays, amountActs, setPanel, toAmount, cut, press };
}

/** What was typed and what stands in the middle: the pad again after each payment. */
function usePanel(dueCents: number) {
  const [typedCents, setTyped] = useState(0);
  const [panel, setPanel] = useState<OpenPanel>(AMOUNT);
  const [titlesCents, setTitles] = useState<readonly number[]>(NO_TITLES);
  const root = useRef<HTMLDivElement>(null);
  const toAmount = () => {
    setTyped(0);
    setPanel(AMOUNT);
  };
  useEffect(() => {
    setTyped(0);
    setTitles(NO_TITLES);
    setPanel(AMOUNT);
  }, [dueCents]);
  // What has just left had the focus: given back before the paint, so that no key goes nowhere.
  useLayoutEffect(() => {
    const { activeElement } = document;
    const isLost = activeElement === document.body || activeElement instanceof HTMLDialogElement;
    if (panel.name === 'amount' && isLost) root.current?.focus();
  }, [panel, dueCents]);
  const paper = { titlesCents, setTitles };
  return { typedCents, setTyped, panel, setPanel, toAmount, root, paper };
}

function pressKey(event: KeyboardEvent, panel: OpenPanel, actions: ChoiceActions): void {
  if (panel.name !== 'amount' || event.ctrlKey || event.altKey || event.metaKey) return;
  if (choiceKey(event.key, actions)) event.preventDefault();
}
