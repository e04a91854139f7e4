import type { Dispatch, ReactNode } from 'react';

import type { Menu } from '#app/domain/menu.ts';

import { SegmentedKeys } from '../../ui/keys/segmented-keys.tsx';
import { useRefusalText } from '../../ui/refusals/refusals.ts';
import { useText } from '../../ui/settings/settings.tsx';
import { useAfterPaint } from '../../ui/time/use-after-paint.ts';
import { useZoneOf } from '../customer/current-customer.tsx';
import { type Draft, MODES, selectedLine } from '../draft/draft.ts';
import type { Drafts, DraftsAction } from '../draft/drafts.ts';
import type { PricedDraft } from '../draft/use-priced-draft.ts';
import { counterText } from '../text.ts';
import { CustomerStrip } from './customer-strip.tsx';
import { LineKeys } from './line-keys.tsx';
import { ExtraRows } from './extra-rows.tsx';
import { TicketFoot } from './ticket-foot.tsx';
import { TicketLines } from './ticket-lines.tsx';
import styles from './ticket-panel.module.css';

export type TicketPresses = {
  readonly onCustomer: () => void;
  readonly onOpenLine: (lineId: string) => void;
  readonly onQuantity: () => void;
  readonly onWhy: (lineId: string) => void;
  readonly onSchedule: () => void;
};

/** The order being taken: how it is sold, for whom, its lines, when it will be ready. */
export function TicketPanel({
  menu,
  drafts,
  draft,
  priced,
  isLineOpen,
  isRinging,
  customerDetail,
  dispatch,
  presses,
  beforeFirstLine,
  customer,
}: {
  readonly menu: Menu;
  readonly drafts: Drafts;
  readonly draft: Draft;
  readonly priced: PricedDraft;
  readonly isLineOpen: boolean;
  readonly isRinging: boolean;
  readonly customerDetail: string | undefined;
  readonly dispatch: Dispatch<DraftsAction>;
  readonly presses: TicketPresses;
  /** In the place of the lines while there are none. */
  readonly beforeFirstLine: ReactNode;
  /** The customer, in the place of the lines while they are being looked at. */
  readonly customer: ReactNode;
}) {
  const text = useText(counterText);
  return (
    <aside className={styles['panel']} aria-label={text.order}>
      <div className={styles['modes']}>
        <SegmentedKeys
          label={text.mode}
          options={MODES.map((mode) => ({ value: mode, label: text.modes[mode] }))}
          value={draft.mode}
          onChange={(mode) => dispatch({ type: 'set-mode', mode })}
        />
      </div>
      <CustomerStrip
        drafts={drafts}
        detail={customerDetail}
        isOpen={customer !== undefined}
        dispatch={dispatch}
        onCustomer={presses.onCustomer}
      />
      {customer ?? (
        <Lines
          menu={menu}
          draft={draft}
          priced={priced}
          isLineOpen={isLineOpen}
          isRinging={isRinging}
          dispatch={dispatch}
          presses={presses}
          beforeFirstLine={beforeFirstLine}
        />
      )}
    </aside>
  );
}

function Lines({
  menu,
  draft,
  priced,
  isLineOpen,
  isRinging,
  dispatch,
  presses,
  beforeFirstLine,
}: {
  readonly menu: Menu;
  readonly draft: Draft;
  readonly priced: PricedDraft;
  readonly isLineOpen: boolean;
  readonly isRinging: boolean;
  readonly dispatch: Dispatch<DraftsAction>;
  readonly presses: TicketPresses;
  readonly beforeFirstLine: ReactNode;
}) {
  const refusalText = useRefusalText();
  // The new line and the total first, the keys of the line one frame later.
  const selected = useAfterPaint(selectedLine(draft));
  const zone = useZoneOf(draft);
  if (draft.lines.length === 0 && draft.nonSales.length === 0) return beforeFirstLine;
  return (
    <>
      {!priced.ok && (
        <p className={styles['refusal']} role="alert">
          {refusalText(priced.refusal)}
        </p>
      )}
      <TicketLines
        menu={menu}
        draft={draft}
        priced={priced}
        dispatch={dispatch}
        onOpen={presses.onOpenLine}
        onQuantity={presses.onQuantity}
      />
      <ExtraRows draft={draft} priced={priced} zone={zone} dispatch={dispatch} />
      {selected !== undefined && (
        <LineKeys
          line={selected}
          isOpen={isLineOpen}
          dispatch={dispatch}
          onOpen={presses.onOpenLine}
          onQuantity={presses.onQuantity}
          onWhy={presses.onWhy}
        />
      )}
      <TicketFoot
        menu={menu}
        draft={draft}
        priced={priced}
        isRinging={isRinging}
        dispatch={dispatch}
        onSchedule={presses.onSchedule}
      />
    </>
  );
}
