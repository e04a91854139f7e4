import { type Dispatch, memo, useEffect, useRef } from 'react';

import type { Menu } from '#app/domain/menu.ts';
import { indexOf } from '#app/domain/menu-index.ts';
import type { PricedLine } from '#app/domain/order/events.ts';

import { ChangeSign } from '../../ui/cards/ticket-card.tsx';
import { Money } from '../../ui/money.tsx';
import { useText } from '../../ui/settings/settings.tsx';
import type { Draft, DraftAction } from '../draft/draft.ts';
import type { PricedDraft } from '../draft/use-priced-draft.ts';
import { counterText } from '../text.ts';
import styles from './ticket-lines.module.css';

/** The lines of the order. The chosen one stays in sight. */
export function TicketLines({
  menu,
  draft,
  priced,
  dispatch,
}: {
  readonly menu: Menu;
  readonly draft: Draft;
  readonly priced: PricedDraft;
  readonly dispatch: Dispatch<DraftAction>;
}) {
  const text = useText(counterText);
  const list = useRef<HTMLUListElement>(null);
  const { selectedId } = draft;
  useEffect(() => {
    if (selectedId === undefined) return;
    list.current?.querySelector('[aria-pressed="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [selectedId]);

  const pricedLines = priced.ok ? priced.value.lines : [];
  const { sizes } = indexOf(menu);
  return (
    <ul ref={list} className={styles['lines']} aria-label={text.lines}>
      {draft.lines.map((line, place) => {
        const pricedLine = pricedLines[place];
        if (pricedLine === undefined) return null;
        return (
          <LineRow
            key={line.lineId}
            lineId={line.lineId}
            line={pricedLine}
            sizeLetter={sizes.get(line.sizeId)?.letter}
            isSelected={line.lineId === selectedId}
            dispatch={dispatch}
          />
        );
      })}
    </ul>
  );
}

type RowProps = {
  readonly lineId: number;
  readonly line: PricedLine;
  readonly sizeLetter: string | undefined;
  readonly isSelected: boolean;
  readonly dispatch: Dispatch<DraftAction>;
};

const LineRow = memo(function LineRow({
  lineId,
  line,
  sizeLetter,
  isSelected,
  dispatch,
}: RowProps) {
  const text = useText(counterText);
  const { quantity, name, grossCents, changes, note } = line;
  return (
    <li>
      <button
        type="button"
        className={styles['row']}
        aria-pressed={isSelected}
        onClick={() => dispatch({ type: 'select', lineId })}
      >
        <span className={styles['quantity']}>{quantity}</span>
        <span className={styles['name']}>
          {name}
          {sizeLetter !== undefined && <b className={styles['size']}>{sizeLetter}</b>}
        </span>
        <span className={styles['price']}>
          <Money cents={grossCents} withSign={false} />
        </span>
        {(changes.length > 0 || note !== undefined) && (
          <span className={styles['signs']}>
            {changes.map((change) => (
              <ChangeSign
                key={`${change.action} ${change.ingredientId}`}
                action={change.action}
                name={change.name.toLowerCase()}
                without={text.without}
              />
            ))}
            {note !== undefined && <i>{note}</i>}
          </span>
        )}
      </button>
    </li>
  );
}, isSameRow);

/** A pricing gives new lines each time: what they say decides, not which object says it. */
function isSameRow(before: RowProps, after: RowProps): boolean {
  return (
    before.isSelected === after.isSelected &&
    before.sizeLetter === after.sizeLetter &&
    before.dispatch === after.dispatch &&
    JSON.stringify(before.line) === JSON.stringify(after.line)
  );
}
