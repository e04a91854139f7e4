import type { Dispatch } from 'react';

import type { Menu } from '#app/domain/menu.ts';

import { useAfterPaint } from '../../ui/time/use-after-paint.ts';
import type { Draft, DraftAction } from '../draft/draft.ts';
import type { PricedDraft } from '../draft/use-priced-draft.ts';
import { useAvailability } from '../grid/availability.tsx';
import { useWaitingOrders } from '../waiting-orders.tsx';
import { PromisedTime } from './promised-time.tsx';
import { suggestionFor } from './suggestion.ts';
import { SuggestionKey } from './suggestion-key.tsx';
import styles from './ticket-foot.module.css';

/** When it will be ready, and one thing that would go with it. */
export function TicketFoot({
  menu,
  draft,
  priced,
  isRinging,
  dispatch,
  onSchedule,
}: {
  readonly menu: Menu;
  readonly draft: Draft;
  readonly priced: PricedDraft;
  readonly isRinging: boolean;
  readonly dispatch: Dispatch<DraftAction>;
  readonly onSchedule: () => void;
}) {
  const settled = useAfterPaint(draft);
  const waiting = useWaitingOrders();
  const available = useAvailability();
  const product = suggestionFor({
    menu,
    draft: settled,
    totalCents: priced.ok ? priced.value.totalCents : 0,
    waiting,
    isRinging,
    isOut: ({ productId, sizeId }) => available.variant(productId, sizeId) !== 'available',
  });
  return (
    <div className={styles['foot']}>
      {draft.lines.length > 0 && <PromisedTime menu={menu} draft={draft} onSchedule={onSchedule} />}
      {product !== undefined && <SuggestionKey menu={menu} product={product} dispatch={dispatch} />}
    </div>
  );
}
