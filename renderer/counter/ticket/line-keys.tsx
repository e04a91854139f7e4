import { IconMinus, IconPlus } from '@tabler/icons-react';
import { type Dispatch, memo } from 'react';

import { useText } from '../../ui/settings/settings.tsx';
import type { DraftAction, DraftLine } from '../draft/draft.ts';
import { counterText } from '../text.ts';
import styles from './line-keys.module.css';

/** What can be done to the selected line, in one row that is always there. */
export const LineKeys = memo(function LineKeys({
  line,
  isOpen,
  dispatch,
  onOpen,
  onQuantity,
  onWhy,
}: {
  readonly line: DraftLine;
  /** Its recipe is on the screen. */
  readonly isOpen: boolean;
  readonly dispatch: Dispatch<DraftAction>;
  readonly onOpen: (lineId: string) => void;
  readonly onQuantity: () => void;
  readonly onWhy: (lineId: string) => void;
}) {
  const text = useText(counterText);
  const isOfDeal = line.deal !== undefined;
  return (
    <div className={styles['keys']}>
      <button
        type="button"
        aria-label={text.oneLess}
        onClick={() =>
          dispatch(isOfDeal ? { type: 'remove-line' } : { type: 'change-quantity', by: -1 })
        }
      >
        <IconMinus size="1.5rem" stroke={2.25} aria-hidden />
      </button>
      <button
        type="button"
        className={styles['quantity']}
        aria-label={`${text.quantity}, ${line.quantity}`}
        disabled={isOfDeal}
        onClick={onQuantity}
      >
        ×{line.quantity}
      </button>
      <button
        type="button"
        aria-label={text.oneMore}
        disabled={isOfDeal}
        onClick={() => dispatch({ type: 'change-quantity', by: 1 })}
      >
        <IconPlus size="1.5rem" stroke={2.25} aria-hidden />
      </button>
      <button
        type="button"
        className={styles['wide']}
        aria-pressed={isOpen}
        onClick={() => onOpen(line.lineId)}
      >
        {text.extras}
      </button>
      <button type="button" onClick={() => onWhy(line.lineId)}>
        {text.why}
      </button>
    </div>
  );
});
