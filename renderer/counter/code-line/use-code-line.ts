import {
  type KeyboardEvent,
  type RefObject,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react';

import type { Client } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import { intentOf } from '#app/domain/code-line/intent.ts';
import { suggest } from '#app/domain/code-line/read.ts';
import type { Menu } from '#app/domain/menu.ts';
import type { CartLine } from '#app/domain/order/events.ts';

import { useText } from '../../ui/settings/settings.tsx';
import { type Choice, choicesOf, type Customer, mayBePerson } from './choices.ts';
import { composingText } from './text.ts';
import { useFoundCustomers } from './use-found-customers.ts';

/** False where it said what is in the way. */
export type Settle = () => boolean;

/** What the line does once it is understood. */
export type CodeLineActs = {
  /** Each says whether it was done; where not, it has said why. */
  readonly onAdd: (line: CartLine) => boolean;
  /** A product that asks for a choice which was not typed. */
  readonly onOptions: (productId: string) => boolean;
  readonly onOrder: (number: string) => void;
  readonly onDeal: (dealId: string) => boolean;
  readonly onHalves: () => boolean;
  readonly onCustomer: (customer: Customer) => void;
  readonly onNewCustomer: (e164: string) => void;
  readonly say: (sentence: string) => void;
  /** What the key that ends the order does with what is still typed. */
  readonly settle: RefObject<Settle | null>;
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
  const field = useRef<HTMLInputElement>(null);
  const take = (choice: Choice | undefined): boolean => {
    const isTaken = choice !== undefined && takeChoice(choice, acts);
    if (isTaken) show('');
    // The next code replaces the one that was refused.
    else field.current?.select();
    return isTaken;
  };
  useSettle(acts, typed, () => take(choices[active]), choices[active]);
  const press = (event: KeyboardEvent) => {
    if (typed === '') return;
    const acted = lineKey(event.key, {
      enter: () => void take(choices[active]),
      clear: () => show(''),
      move: (step) => setActive((before) => within(before + step, choices.length)),
    });
    if (acted) event.preventDefault();
  };
  return { field, typed, intent, choices, active, setActive, show, take, press };
}

/** Whether it could be taken. */
function takeChoice(choice: Choice, acts: CodeLineActs): boolean {
  switch (choice.kind) {
    case 'line': {
      const { product, reading } = choice.suggestion;
      if (reading.ok) return acts.onAdd(reading.value.line);
      return reading.refusal.code === 'pricing.too-few-options' && acts.onOptions(product.id);
    }
    case 'deal':
      return acts.onDeal(choice.deal.id);
    case 'halves':
      return acts.onHalves();
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

/**
 * Before an order is paid: what Enter would certainly add is added, anything else on the line stops the
 * payment. Left there, it would be sold to the next customer.
 */
function useSettle(
  { settle, say }: CodeLineActs,
  typed: string,
  take: () => boolean,
  choice: Choice | undefined,
): void {
  const text = useText(composingText);
  useImperativeHandle(settle, () => () => {
    if (typed.trim() === '') return true;
    if (isArticle(choice)) return take();
    say(text.notEntered(typed.trim()));
    return false;
  });
}

function isArticle(choice: Choice | undefined): boolean {
  return choice?.kind === 'deal' || (choice?.kind === 'line' && choice.suggestion.reading.ok);
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
