import { useEffect, useRef } from 'react';

import { articleCount, type Draft } from './draft/draft.ts';
import { type CounterView, TICKET } from './use-counter-view.ts';

/**
 * Back to the lines once something is ordered beside a customer, who would hide it; and once another
 * order is taken up, so that nobody's address goes to somebody else. A form being filled stays.
 */
export function useTicketAgain(draft: Draft, { side, showSide }: CounterView): void {
  const { draftId, customer } = draft;
  const count = articleCount(draft.lines);
  const before = useRef({ draftId, count });
  useEffect(() => {
    const { draftId: idBefore, count: countBefore } = before.current;
    before.current = { draftId, count };
    if (side.name !== 'customer' && side.name !== 'customer-search') return;
    const isOther = draftId !== idBefore;
    const isTheirs = side.name === 'customer' && side.customerId === customer?.customerId;
    if (isOther ? !isTheirs : count > countBefore) showSide(TICKET);
  }, [draftId, customer, count, side, showSide]);
}
