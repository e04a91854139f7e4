import type { StoreEvent } from '#app/domain/store-event.ts';
import type { Journal } from '#app/journal/journal.ts';
import type { Sql } from '#app/journal/sql.ts';
import { isForKitchen } from '#app/domain/order/state.ts';

import { queueDocument } from './job-rows.ts';

/** A kitchen screen that is back within this shows the order itself; then paper is printed. */
const BACK_WITHIN_MS = 15_000;

type Context = {
  readonly sql: Sql;
  readonly journal: Pick<Journal<StoreEvent>, 'onAppended'>;
  /** The kitchen screens: whether one was there since the start, and whether one is there now. */
  readonly screens: { readonly wereThere: () => boolean; readonly areThere: () => boolean };
  /** ISO 8601, UTC. */
  readonly now: () => string;
  readonly onQueued: () => void;
  readonly backWithinMs?: number;
};

/**
 * The kitchen loses its screens: each order placed meanwhile is printed for it, marked, on its own
 * printer or the one that stands in for it. A shop that has no kitchen screen at all prints nothing
 * more than its printers are set to. Close it to forget the orders that still wait.
 */
export function slipsWithoutScreen(context: Context): { readonly close: () => void } {
  const { sql, screens, now, onQueued, backWithinMs = BACK_WITHIN_MS } = context;
  const waiting = new Set<NodeJS.Timeout>();
  const isOut = () => screens.wereThere() && !screens.areThere();

  function printUnlessBack(orderId: string): void {
    const timer = setTimeout(() => {
      waiting.delete(timer);
      if (!isOut()) return;
      const document = { document: 'kitchen-slip', role: 'kitchen' } as const;
      queueDocument(sql, { ...document, documentId: orderId, screenIsOut: true, at: now() });
      onQueued();
    }, backWithinMs);
    waiting.add(timer);
  }

  const stop = context.journal.onAppended((_topics, events) => {
    for (const event of events)
      if (event.type === 'order.placed' && event.data.lines.some(isForKitchen) && isOut())
        printUnlessBack(event.data.orderId);
  });
  return {
    close() {
      stop();
      for (const timer of waiting) clearTimeout(timer);
    },
  };
}
