import { type KeyboardEvent, useMemo, useState } from 'react';

import { type Suggestion, suggest } from '#app/domain/code-line/read.ts';
import type { Menu } from '#app/domain/menu.ts';
import type { CartLine } from '#app/domain/order/events.ts';

import { askedOrder } from './reading-text.ts';

type CodeLineInput = {
  readonly menu: Menu;
  readonly onAdd: (line: CartLine) => void;
  readonly onOrder: (number: string) => void;
};

/** What is typed on the code line, what it may mean, and what its keys do. */
export function useCodeLine({ menu, onAdd, onOrder }: CodeLineInput) {
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const order = askedOrder(typed);
  const suggestions = useMemo(
    () => (typed.trim() === '' || order !== undefined ? [] : suggest(typed, menu)),
    [typed, menu, order],
  );

  const show = (value: string) => {
    setTyped(value);
    setActive(0);
  };
  const take = (suggestion: Suggestion | undefined) => {
    if (suggestion?.reading.ok !== true) return;
    onAdd(suggestion.reading.value.line);
    show('');
  };
  const enter = () => {
    if (order === undefined) {
      take(suggestions[active]);
      return;
    }
    onOrder(order);
    show('');
  };
  const press = (event: KeyboardEvent) => {
    if (typed === '') return;
    const acted = lineKey(event.key, {
      enter,
      clear: () => show(''),
      move: (step) => setActive((before) => within(before + step, suggestions.length)),
    });
    if (acted) event.preventDefault();
  };
  return { typed, order, suggestions, active, setActive, show, take, press };
}

type LineActions = {
  readonly enter: () => void;
  readonly clear: () => void;
  readonly move: (step: 1 | -1) => void;
};

function lineKey(key: string, actions: LineActions): boolean {
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
