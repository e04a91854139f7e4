import { IconCornerDownLeft } from '@tabler/icons-react';
import { type KeyboardEvent, memo, useId, useMemo, useState } from 'react';

import { type Suggestion, suggest } from '#app/domain/code-line.ts';
import type { Menu } from '#app/domain/menu.ts';
import type { CartLine } from '#app/domain/order/events.ts';

import { useText } from '../../ui/settings/settings.tsx';
import { counterText } from '../text.ts';
import { CODE_LINE_ID } from '../use-counter-keys.ts';
import styles from './code-line.module.css';
import { askedOrder } from './reading-text.ts';
import { Interpretation, Suggestions } from './suggestions.tsx';

/** Where everything typed goes: products by code or name, orders by `#number`. */
export const CodeLine = memo(function CodeLine({
  menu,
  onAdd,
  onOrder,
}: {
  readonly menu: Menu;
  readonly onAdd: (line: CartLine) => void;
  readonly onOrder: (number: string) => void;
}) {
  const text = useText(counterText);
  const listId = useId();
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

  return (
    <div className={styles['box']}>
      <kbd className={styles['key']}>F1</kbd>
      <input
        id={CODE_LINE_ID}
        className={styles['input']}
        role="combobox"
        aria-label={text.codeLine}
        aria-expanded={suggestions.length > 0}
        aria-controls={listId}
        aria-activedescendant={suggestions.length > 0 ? `${listId}-${active}` : undefined}
        aria-autocomplete="list"
        placeholder={text.codeHint}
        autoComplete="off"
        spellCheck={false}
        // biome-ignore lint/a11y/noAutofocus: the counter is typed at before anything else.
        autoFocus
        value={typed}
        onChange={(event) => show(event.currentTarget.value)}
        onKeyDown={press}
      />
      <Interpretation suggestion={suggestions[active]} typed={typed} order={order} />
      {typed !== '' && <IconCornerDownLeft className={styles['enter']} aria-hidden />}
      <Suggestions
        id={listId}
        suggestions={suggestions}
        active={active}
        onActive={setActive}
        onTake={take}
      />
    </div>
  );
});

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
