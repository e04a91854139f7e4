import { IconUser } from '@tabler/icons-react';
import { type Dispatch, memo } from 'react';

import { useText } from '../../ui/settings/settings.tsx';
import { customerText } from '../customer/text.ts';
import { articleCount, type Draft } from '../draft/draft.ts';
import type { Drafts, DraftsAction } from '../draft/drafts.ts';
import { counterText } from '../text.ts';
import styles from './customer-strip.module.css';

/** Who this order is for, and the other orders being taken: one a call, one a customer waiting. */
export const CustomerStrip = memo(function CustomerStrip({
  drafts,
  detail,
  isOpen,
  dispatch,
  onCustomer,
}: {
  readonly drafts: Drafts;
  /** What to know of the customer at a glance: their address, since when they come. */
  readonly detail: string | undefined;
  /** The customer stands in the place of the ticket. */
  readonly isOpen: boolean;
  readonly dispatch: Dispatch<DraftsAction>;
  readonly onCustomer: () => void;
}) {
  const text = useText(counterText);
  const customer = useText(customerText);
  return (
    <div role="group" aria-label={text.openDrafts} className={styles['strip']}>
      {drafts.drafts.map((draft) =>
        draft.draftId === drafts.currentId ? (
          <button
            key={draft.draftId}
            type="button"
            className={styles['current']}
            aria-pressed={isOpen}
            onClick={onCustomer}
          >
            <IconUser size="1.5rem" stroke={1.75} aria-hidden />
            <span className={styles['who']}>
              <b>{draft.customer?.name ?? customer.nobody}</b>
              <small>{needOf(draft, customer.needsAddress) ?? detail ?? customer.hint}</small>
            </span>
            <kbd aria-hidden>F2</kbd>
          </button>
        ) : (
          <button
            key={draft.draftId}
            type="button"
            className={styles['other']}
            onClick={() => dispatch({ type: 'switch', draftId: draft.draftId })}
          >
            <span className="visually-hidden">{customer.switchTo}</span>
            <b>{nameOf(draft, text)}</b>
            <small>{text.articles(articleCount(draft.lines))}</small>
          </button>
        ),
      )}
    </div>
  );
});

function nameOf(draft: Draft, text: { readonly walkIn: string; readonly phoneCall: string }) {
  return draft.customer?.name ?? (draft.callId === undefined ? text.walkIn : text.phoneCall);
}

function needOf(draft: Draft, sentence: string): string | undefined {
  const isNeeded = draft.mode === 'delivery' && draft.customer?.addressId === undefined;
  return isNeeded ? sentence : undefined;
}
