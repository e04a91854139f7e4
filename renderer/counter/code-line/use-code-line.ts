import { type KeyboardEvent, useMemo, useState } from 'react';

import type { Client } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import { intentOf } from '#app/domain/code-line/intent.ts';
import { suggest } from '#app/domain/code-line/read.ts';
import type { Menu } from '#app/domain/menu.ts';
import type { CartLine } from '#app/domain/order/events.ts';

import { type Choice, choicesOf, type Customer, mayBePerson } from './choices.ts';
import { useFoundCustomers } from './use-found-customers.ts';

/** What the line does once it is understood. */
export type CodeLineActs = {
  readonly onAdd: (line: CartLine) => void;
  /** A product that asks for a choice which was not typed. */
  readonly onOptions: (productId: string) => void;
  readonly onOrder: (number: string) => void;
  readonly onDeal: (dealId: string) => void;
  readonly onHalves: () => void;
  readonly onCustomer: (customer: Customer) => void;
  readonly onNewCustomer: (e164: string) => void;
};

/** What is typed on the code line, what it may mean, and what its keys do. */
export function useCodeLine(client: Client<StoreContract>, menu: Menu, acts: CodeLineActs) {
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const intent = useMemo(() => intentOf(typed, menu), [typed, menu]);
  const suggestions = useMemo(
    () => (typed.trim() === '' || intent.kind === 'order' ? [] : suggest(typed, menu)),
    [typed, intent, menu],
  );
  const asked = mayBePerson(typed, intent) ? typed.trim() : '';
  const customers = useFoundCustomers(client, asked);
  const choices = useMemo(
    () => choicesOf({ typed, intent, suggestions, customers }),
    [typed, intent, suggestions, customers],
  );
  const show = (value: string) => {
    setTyped(value);
    setActive(0);
  };
  const take = (choice: Choice | undefined) => {
    if (choice !== undefined && takeChoice(choice, acts)) show('');
  };
  const press = (event: KeyboardEvent) => {
    if (typed === '') return;
    const acted = lineKey(event.key, {
      enter: () => take(choices[active]),
      clear: () => show(''),
      move: (step) => setActive((before) => within(before + step, choices.length)),
    });
    if (acted) event.preventDefault();
  };
  return { typed, intent, choices, active, setActive, show, take, press };
}

/** Whether it could be taken. */
function takeChoice(choice: Choice, acts: CodeLineActs): boolean {
  switch (choice.kind) {
    case 'line': {
      const { product, reading } = choice.suggestion;
      if (reading.ok) acts.onAdd(reading.value.line);
      else if (reading.refusal.code === 'pricing.too-few-options') acts.onOptions(product.id);
      else return false;
      return true;
    }
    case 'deal':
      acts.onDeal(choice.deal.id);
      return true;
    case 'halves':
      acts.onHalves();
      return true;
    case 'order':
      acts.onOrder(String(choice.number));
      return true;
    case 'customer':
      acts.onCustomer(choice.customer);
      return true;
    case 'new-customer':
      acts.onNewCustomer(choice.e164);
      return true;
  }
}

type LineKeys = {
  readonly enter: () => void;
  readonly clear: () => void;
  readonly move: (step: 1 | -1) => void;
};

function lineKey(key: string, actions: LineKeys): boolean {
  switch (key) {
    case 'Enter':
      actions.enter();
      return true;
    case 'Escape':
      actions.clear();
      return true;
    case 'ArrowDown':
      actions.move(1);
      return true;
    case 'ArrowUp':
      actions.move(-1);
      return true;
    default:
      return false;
  }
}

function within(place: number, count: number): number {
  return Math.max(0, Math.min(place, count - 1));
}
