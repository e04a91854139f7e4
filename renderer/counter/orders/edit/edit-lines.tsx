import { IconMinus, IconPlus, IconX } from '@tabler/icons-react';
import type { Dispatch } from 'react';

import type { PricedLine } from '#app/domain/order/events.ts';
import { specOf } from '#app/domain/menu/spec.ts';
import { titleText } from '#app/domain/menu/spec-text.ts';

import { Key } from '../../../ui/keys/key.tsx';
import { Money } from '../../../ui/money.tsx';
import { useLanguage, useText } from '../../../ui/settings/settings.tsx';
import type { DraftAction, DraftLine } from '../../draft/draft.ts';
import { LineSigns } from '../../ticket/line-signs.tsx';
import styles from './order-editor.module.css';
import { editText } from './text.ts';

/** The lines as they will be; a press on one opens its recipe, the chosen one has its keys. */
export function EditLines({
  lines,
  priced,
  selectedId,
  marks,
  dispatch,
  onOpen,
}: {
  readonly lines: readonly DraftLine[];
  /** In the same order. */
  readonly priced: readonly PricedLine[];
  readonly selectedId: string | undefined;
  /** What is new in a line, in a word. */
  readonly marks: ReadonlyMap<string, string>;
  readonly dispatch: Dispatch<DraftAction>;
  readonly onOpen: (lineId: string) => void;
}) {
  const text = useText(editText);
  const language = useLanguage();
  return (
    <ul className={styles['lines']} aria-label={text.lines}>
      {lines.map(({ lineId, quantity, deal }, place) => {
        const line = priced[place];
        if (line === undefined) return null;
        const name = titleText(specOf(line, language));
        const mark = marks.get(lineId);
        return (
          <li key={lineId}>
            <button
              type="button"
              className={styles['line']}
              aria-pressed={lineId === selectedId}
              onClick={() => onOpen(lineId)}
            >
              <b>{quantity}</b>
              <span>
                {name} <LineSigns line={line} />
                {mark !== undefined && <small>{mark}</small>}
              </span>
              <Money cents={line.grossCents} withSign={false} />
            </button>
            {lineId === selectedId && (
              <LineKeys
                name={name}
                quantity={quantity}
                isOfDeal={deal !== undefined}
                dispatch={dispatch}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** What acts on the chosen line. A deal is changed as a whole. */
function LineKeys({
  name,
  quantity,
  isOfDeal,
  dispatch,
}: {
  readonly name: string;
  readonly quantity: number;
  readonly isOfDeal: boolean;
  readonly dispatch: Dispatch<DraftAction>;
}) {
  const text = useText(editText);
  return (
    <div className={styles['lineKeys']}>
      <Key
        label={<IconMinus size="1.25rem" aria-hidden />}
        ariaLabel={text.less(name)}
        disabled={quantity === 1 || isOfDeal}
        onPress={() => dispatch({ type: 'change-quantity', by: -1 })}
      />
      <Key
        label={<IconPlus size="1.25rem" aria-hidden />}
        ariaLabel={text.more(name)}
        disabled={isOfDeal}
        onPress={() => dispatch({ type: 'change-quantity', by: 1 })}
      />
      <Key
        label={<IconX size="1.25rem" aria-hidden />}
        ariaLabel={text.remove(name)}
        onPress={() => dispatch({ type: 'remove-line' })}
      />
    </div>
  );
}
