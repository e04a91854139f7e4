import type { Menu } from '#app/domain/menu.ts';
import { indexOf } from '#app/domain/menu-index.ts';
import { promisedAt } from '#app/domain/promise.ts';

import { useText } from '../../ui/settings/settings.tsx';
import { useNow } from '../../ui/time/now.tsx';
import { clockText } from '../../ui/time/time-text.ts';
import type { Draft } from '../draft/draft.ts';
import { useStoreStatus } from '../store-status.tsx';
import { counterText } from '../text.ts';
import styles from './ticket-panel.module.css';

/** The promise is rounded to the minute, and looked at four times in each. */
const STEP_MS = 15_000;
const MINUTE_MS = 60_000;

/** When the order would be ready, or at the door, if it were placed now. */
export function PromisedTime({ menu, draft }: { readonly menu: Menu; readonly draft: Draft }) {
  const text = useText(counterText);
  const { status } = useStoreStatus();
  const nowMs = useNow(STEP_MS);
  const pizzasWaiting = status?.pizzasWaiting ?? 0;
  const promised = promisedAt({
    now: new Date(nowMs).toISOString(),
    mode: draft.mode,
    pizzasWaiting,
    pizzasInOrder: pizzasIn(menu, draft),
  });
  const minutes = Math.max(0, Math.round((Date.parse(promised) - nowMs) / MINUTE_MS));
  return (
    <p className={styles['promise']}>
      <span>{draft.mode === 'delivery' ? text.deliveredAround : text.readyAround}</span>
      <b>{clockText(promised)}</b>
      <span className={styles['queue']}>
        <span>{text.minutes(minutes)}</span>
        <span>{text.pizzasAhead(pizzasWaiting)}</span>
      </span>
    </p>
  );
}

function pizzasIn(menu: Menu, draft: Draft): number {
  const { products } = indexOf(menu);
  return draft.lines
    .filter((line) => products.get(line.productId)?.product.kind === 'pizza')
    .reduce((sum, line) => sum + line.quantity, 0);
}
