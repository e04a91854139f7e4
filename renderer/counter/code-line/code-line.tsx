import { IconCornerDownLeft } from '@tabler/icons-react';
import { memo, useId } from 'react';

import type { Menu } from '#app/domain/menu.ts';
import type { CartLine } from '#app/domain/order/events.ts';

import { useText } from '../../ui/settings/settings.tsx';
import { counterText } from '../text.ts';
import { CODE_LINE_ID } from '../use-counter-keys.ts';
import styles from './code-line.module.css';
import { Interpretation, Suggestions } from './suggestions.tsx';
import { useCodeLine } from './use-code-line.ts';

/** Where everything typed goes: products by code or name, orders by `#number`. */
export const CodeLine = memo(function CodeLine(props: {
  readonly menu: Menu;
  readonly onAdd: (line: CartLine) => void;
  readonly onOrder: (number: string) => void;
}) {
  const text = useText(counterText);
  const listId = useId();
  const line = useCodeLine(props);
  const { typed, order, suggestions, active } = line;
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
        autoFocus
        value={typed}
        onChange={(event) => line.show(event.currentTarget.value)}
        onKeyDown={line.press}
      />
      <Interpretation suggestion={suggestions[active]} typed={typed} order={order} />
      {typed !== '' && <IconCornerDownLeft className={styles['enter']} aria-hidden />}
      <Suggestions
        id={listId}
        suggestions={suggestions}
        active={active}
        onActive={line.setActive}
        onTake={line.take}
      />
    </div>
  );
});
