import type { Menu, Mode } from '#app/domain/menu.ts';
import { indexOf } from '#app/domain/menu-index.ts';
import { promisedAt } from '#app/domain/promise.ts';

import { useText } from '../../ui/settings/settings.tsx';
import { useNow } from '../../ui/time/now.tsx';
import { useMoment } from '../../ui/time/use-moment.ts';
import type { Draft } from '../draft/draft.ts';
import { useStoreStatus } from '../store-status.tsx';
import { counterText } from '../text.ts';
import styles from './ticket-foot.module.css';

/** The promise is rounded to the minute, and looked at four times in each. */
const STEP_MS = 15_000;
const MINUTE_MS = 60_000;

/** When the order would be ready, or at the door. A press chooses another time. */
export function PromisedTime({
  menu,
  draft,
  onSchedule,
}: {
  readonly menu: Menu;
  readonly draft: Draft;
  readonly onSchedule: () => void;
}) {
  const text = useText(counterText);
  const { status } = useStoreStatus();
  const nowMs = useNow(STEP_MS);
  const pizzasWaiting = status?.pizzasWaiting ?? 0;
  const asap = promisedAt({
    now: new Date(nowMs).toISOString(),
    mode: draft.mode,
    pizzasWaiting,
    pizzasInOrder: pizzasIn(menu, draft),
  });
  const minutes = Math.max(0, Math.round((Date.parse(asap) - nowMs) / MINUTE_MS));
  return (
    <button
      type="button"
      className={styles['promise']}
      data-scheduled={draft.scheduledFor !== undefined}
      onClick={onSchedule}
    >
      <span className={styles['when']}>
        <PromiseWords mode={draft.mode} at={draft.scheduledFor ?? asap} />
      </span>
      <span className={styles['queue']}>
        {draft.scheduledFor === undefined
          ? `${text.minutes(minutes)} · ${text.pizzasAhead(pizzasWaiting)}`
          : text.scheduled}
      </span>
    </button>
  );
}

/** `Prêt vers 19:42`, and on another day that day: `Prêt demain 12:30`. */
export function PromiseWords({ mode, at }: { readonly mode: Mode; readonly at: string }) {
  const text = useText(counterText);
  const moment = useMoment();
  const isDelivery = mode === 'delivery';
  const around = isDelivery ? text.deliveredAround : text.readyAround;
  const on = isDelivery ? text.deliveredOn : text.readyOn;
  return (
    <>
      <span>{moment.isOtherDay(at) ? on : around}</span> <b>{moment.words(at)}</b>
    </>
  );
}

function pizzasIn(menu: Menu, draft: Draft): number {
  const { products } = indexOf(menu);
  return draft.lines
    .filter((line) => products.get(line.productId)?.product.kind === 'pizza')
    .reduce((sum, line) => sum + line.quantity, 0);
}
