import { IconCornerDownLeft } from '@tabler/icons-react';
import { memo, useId } from 'react';

import type { Client } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import type { Menu } from '#app/domain/menu.ts';

import { useText } from '../../ui/settings/settings.tsx';
import { useOutOfLine } from '../grid/use-tiles.ts';
import { counterText } from '../text.ts';
import { CODE_LINE_ID } from '../use-counter-keys.ts';
import styles from './code-line.module.css';
import { Interpretation, Suggestions } from './suggestions.tsx';
import { type CodeLineActs, useCodeLine } from './use-code-line.ts';

/** Where everything typed goes: products by code or name, customers by name or number, orders by `#`. */
export const CodeLine = memo(function CodeLine({
  client,
  menu,
  acts,
}: {
  readonly client: Client<StoreContract>;
  readonly menu: Menu;
  readonly acts: CodeLineActs;
}) {
  const text = useText(counterText);
  const listId = useId();
  const line = useCodeLine(client, menu, acts);
  const { typed, intent, choices, active } = line;
  const outOf = useOutOfLine(menu);
  return (
    <div className={styles['box']}>
      <kbd className={styles['key']}>F1</kbd>
      <input
        ref={line.field}
        id={CODE_LINE_ID}
        className={styles['input']}
        role="combobox"
        aria-label={text.codeLine}
        aria-expanded={choices.length > 0}
        aria-controls={listId}
        aria-activedescendant={choices.length > 0 ? `${listId}-${active}` : undefined}
        aria-autocomplete="list"
        placeholder={text.codeHint}
        autoComplete="off"
        spellCheck={false}
        autoFocus
        value={typed}
        onChange={(event) => line.show(event.currentTarget.value)}
        onKeyDown={line.press}
      />
      <Interpretation choice={choices[active]} intent={intent} outOf={outOf} />
      {typed !== '' && <IconCornerDownLeft className={styles['enter']} aria-hidden />}
      <Suggestions
        id={listId}
        choices={choices}
        active={active}
        outOf={outOf}
        onActive={line.setActive}
        onTake={line.take}
      />
    </div>
  );
});
