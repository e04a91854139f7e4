import { IconAlertTriangle } from '@tabler/icons-react';
import { type Dispatch, memo, useEffect, useRef } from 'react';

import type { Menu } from '#app/domain/menu.ts';
import { indexOf } from '#app/domain/menu-index.ts';
import type { PricedLine } from '#app/domain/order/events.ts';

import { HalfDisc } from '../../ui/keys/half-disc.tsx';
import { Money } from '../../ui/money.tsx';
import { useText } from '../../ui/settings/settings.tsx';
import type { Draft, DraftAction } from '../draft/draft.ts';
import type { PricedDraft } from '../draft/use-priced-draft.ts';
import { useOutOfLine } from '../grid/use-tiles.ts';
import { counterText } from '../text.ts';
import { LineSigns } from './line-signs.tsx';
import styles from './ticket-lines.module.css';
import { useLongPress } from './use-long-press.ts';

type Presses = {
  readonly dispatch: Dispatch<DraftAction>;
  /** Its recipe; pressed again, it goes away. */
  readonly onOpen: (lineId: string) => void;
  /** A long one, on whatever line. */
  readonly onQuantity: () => void;
};

/** The lines of the order. The chosen one stays in sight. */
export function TicketLines({
  menu,
  draft,
  priced,
  ...presses
}: Presses & {
  readonly menu: Menu;
  readonly draft: Draft;
  readonly priced: PricedDraft;
}) {
  const text = useText(counterText);
  const list = useRef<HTMLUListElement>(null);
  const { selectedId } = draft;
  const pricedLines = priced.ok ? priced.value.lines : [];
  const count = pricedLines.length;
  useEffect(() => {
    const lines = list.current;
    if (lines === null || selectedId === undefined || count === 0) return;
    // Also when keys or a code below take some of its height, which they do after the line is there.
    const observer = new ResizeObserver(() =>
      lines.querySelector('[aria-pressed="true"]')?.scrollIntoView({ block: 'nearest' }),
    );
    observer.observe(lines);
    return () => observer.disconnect();
  }, [selectedId, count]);

  const { sizes } = indexOf(menu);
  const outOf = useOutOfLine(menu);
  return (
    <ul ref={list} className={styles['lines']} aria-label={text.lines}>
      {draft.lines.map((line, place) => {
        const pricedLine = pricedLines[place];
        if (pricedLine === undefined) return null;
        const before = draft.lines[place - 1]?.deal?.instance;
        const isFirstOfDeal = line.deal !== undefined && line.deal.instance !== before;
        return (
          <LineRow
            key={line.lineId}
            lineId={line.lineId}
            line={pricedLine}
            sizeLetter={pricedLine.sizeLetter ?? sizes.get(line.sizeId)?.letter}
            out={outOf(line)?.because}
            isSelected={line.lineId === selectedId}
            isFirstOfDeal={isFirstOfDeal}
            {...presses}
          />
        );
      })}
    </ul>
  );
}

type RowProps = Presses & {
  readonly lineId: string;
  readonly line: PricedLine;
  readonly sizeLetter: string | undefined;
  /** Why it can no longer be had; absent while it can. */
  readonly out: string | undefined;
  readonly isSelected: boolean;
  readonly isFirstOfDeal: boolean;
};

const LineRow = memo(function LineRow({
  lineId,
  line,
  sizeLetter,
  out,
  isSelected,
  isFirstOfDeal,
  dispatch,
  onOpen,
  onQuantity,
}: RowProps) {
  const select = () => dispatch({ type: 'select', lineId });
  const longPress = useLongPress(() => {
    select();
    onQuantity();
  });
  return (
    <li>
      {isFirstOfDeal && line.deal !== undefined && (
        <p className={styles['deal']}>{line.deal.name}</p>
      )}
      <button
        type="button"
        className={styles['row']}
        data-deal={line.deal !== undefined}
        aria-pressed={isSelected}
        {...longPress.handlers}
        onClick={() => {
          if (longPress.wasLong()) return;
          select();
          onOpen(lineId);
        }}
      >
        <span className={styles['quantity']}>{line.quantity}</span>
        <LineName line={line} sizeLetter={sizeLetter} />
        <LinePrice line={line} />
        <LineSigns line={line} />
        {out !== undefined && (
          <span className={styles['out']}>
            <IconAlertTriangle size="1.125rem" stroke={2} aria-hidden />
            <span>{out}</span>
          </span>
        )}
      </button>
    </li>
  );
}, isSameRow);

/** A pizza of halves is always two rows, never « half olives ». */
function LineName({
  line: { name, parts },
  sizeLetter,
}: {
  readonly line: PricedLine;
  readonly sizeLetter: string | undefined;
}) {
  const letter = sizeLetter !== undefined && <b className={styles['size']}>{sizeLetter}</b>;
  if (parts === undefined) {
    return (
      <span className={styles['name']}>
        {name}
        {letter}
      </span>
    );
  }
  return (
    <span className={styles['halves']}>
      <HalfDisc />
      {parts.map((part, place) => (
        <span key={part.productId}>
          {`½\u00a0${part.name}`}
          {place === 0 && letter}
        </span>
      ))}
    </span>
  );
}

/** What the line costs; what it would have cost is struck beside it. */
function LinePrice({ line }: { readonly line: PricedLine }) {
  const fullCents = (line.override?.menuPriceCents ?? line.unitPriceCents) * line.quantity;
  return (
    <span className={styles['price']}>
      <Money cents={line.grossCents} withSign={false} />
      {fullCents > line.grossCents && (
        <s>
          <Money cents={fullCents} withSign={false} />
        </s>
      )}
    </span>
  );
}

/** A pricing gives new lines each time: what they say decides, not which object says it. */
function isSameRow(before: RowProps, after: RowProps): boolean {
  return (
    before.out === after.out &&
    before.isSelected === after.isSelected &&
    before.isFirstOfDeal === after.isFirstOfDeal &&
    before.sizeLetter === after.sizeLetter &&
    before.dispatch === after.dispatch &&
    before.onOpen === after.onOpen &&
    before.onQuantity === after.onQuantity &&
    JSON.stringify(before.line) === JSON.stringify(after.line)
  );
}
