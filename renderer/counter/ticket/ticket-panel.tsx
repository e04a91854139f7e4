import type { Dispatch } from 'react';

import type { Client } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import type { Menu, Mode } from '#app/domain/menu.ts';

import { SegmentedKeys } from '../../ui/keys/segmented-keys.tsx';
import { useRefusalText } from '../../ui/refusals/refusals.ts';
import { useText } from '../../ui/settings/settings.tsx';
import { useAfterPaint } from '../../ui/time/use-after-paint.ts';
import { type Draft, type DraftAction, selectedLine } from '../draft/draft.ts';
import type { PricedDraft } from '../draft/use-priced-draft.ts';
import type { LastSale } from '../payment/checkout/use-checkout.ts';
import { counterText } from '../text.ts';
import { BeforeFirstLine } from './before-first-line.tsx';
import { LineEditor } from './line-editor.tsx';
import { PromisedTime } from './promised-time.tsx';
import { TicketLines } from './ticket-lines.tsx';
import styles from './ticket-panel.module.css';

const MODES: readonly Mode[] = ['take-away', 'delivery', 'on-site'];

/** The order being taken: how it is sold, its lines, what can be changed, when it will be ready. */
export function TicketPanel({
  client,
  menu,
  draft,
  priced,
  dispatch,
  lastSale,
  hasExtras,
  onExtras,
  onPayLast,
}: {
  readonly client: Client<StoreContract>;
  readonly menu: Menu;
  readonly draft: Draft;
  readonly priced: PricedDraft;
  readonly dispatch: Dispatch<DraftAction>;
  readonly lastSale: LastSale | undefined;
  readonly hasExtras: boolean;
  readonly onExtras: () => void;
  readonly onPayLast: (orderId: string) => void;
}) {
  const text = useText(counterText);
  const refusalText = useRefusalText();
  // The new line and the total first, the keys of its recipe one frame later.
  const selected = useAfterPaint(selectedLine(draft));
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
      {draft.lines.length === 0 ? (
        <BeforeFirstLine
          client={client}
          lastSale={lastSale}
          canBringBack={draft.cleared !== undefined}
          dispatch={dispatch}
          onPay={onPayLast}
        />
      ) : (
        <>
          {!priced.ok && (
            <p className={styles['refusal']} role="alert">
              {refusalText(priced.refusal)}
            </p>
          )}
          <TicketLines menu={menu} draft={draft} priced={priced} dispatch={dispatch} />
          {selected !== undefined && (
            <LineEditor
              menu={menu}
              line={selected}
              hasExtras={hasExtras}
              dispatch={dispatch}
              onExtras={onExtras}
            />
          )}
          <PromisedTime menu={menu} draft={draft} />
        </>
      )}
    </aside>
  );
}
