import type { Logger } from 'pino';
import { z } from 'zod';

import type { StoreEvent } from '#app/domain/store-event.ts';
import type { Journal } from '#app/journal/journal.ts';
import { query } from '#app/journal/query.ts';
import { type Sql, statement } from '#app/journal/sql.ts';
import type { PrinterRole } from '#hardware/configuration.ts';

import { COPIES_OF_A_REVISION } from './after-print.ts';
import { queueDocument } from './job-rows.ts';

const READER = 'kitchen-paper';
const ENTRIES_MAX = 200;
const TEXT_MAX = 2_000_000;
/** An order older than this is in the oven or gone: a printer connected again does not print history. */
const AGE_MAX_MS = 30 * 60_000;
/** What the kitchen makes; drinks need no paper there. */
const MADE = ['pizza', 'side', 'dessert'];
/** The number of the slip that says that the order is cancelled. */
export const CANCELLED_COPY = 900;

const readCursor = statement<{ origin: string }>()((place) =>
  query
    .selectFrom('cursor')
    .select('seq')
    .where('reader', '=', READER)
    .where('origin', '=', place('origin')),
);
const writeCursor = statement<{ origin: string; seq: number }>()((place) =>
  query
    .insertInto('cursor')
    .values({ reader: READER, origin: place('origin'), seq: place('seq') })
    .onConflict((conflict) =>
      conflict.columns(['reader', 'origin']).doUpdateSet({ seq: place('seq') }),
    ),
);
const slipOf = statement<{ orderId: string }>()((place) =>
  query
    .selectFrom('print_job')
    .select('job_id')
    .where('order_id', '=', place('orderId'))
    .where('document', '=', 'kitchen-slip')
    .limit(1),
);

/** Only what paper depends on is read: an event may say more. */
const Line = z.object({ kind: z.string() });
const Content = z.object({ type: z.string(), at: z.string(), data: z.unknown() });
const OrderData = z.object({
  orderId: z.string(),
  lines: z.array(Line).default([]),
  revision: z.int().min(1).default(1),
});

type Context = {
  readonly sql: Sql;
  readonly journal: Pick<Journal<StoreEvent>, 'after' | 'head' | 'origin'>;
  /** The roles that the store's printers have. */
  readonly roles: () => readonly PrinterRole[];
  /** ISO 8601 in UTC. */
  readonly now: () => string;
  readonly log: Logger;
  /** Something was queued. */
  readonly onQueued: () => void;
};

/**
 * Makes the kitchen's paper: a slip and box labels of each order as it is placed or changed, where the
 * store has a printer for them. Follows the journal with a cursor, so that no crash loses a slip; doing
 * an entry twice is harmless, for a document is queued once.
 */
export function paperOfOrders(context: Context): { readonly nudge: () => void } {
  const { sql, journal, log } = context;
  const { origin } = journal;

  function follow(): void {
    const roles = context.roles();
    if (!roles.includes('kitchen') && !roles.includes('label')) return;
    const known = sql.get(readCursor, { origin });
    // The first time there is such a printer, what was sold before is not for it.
    if (known === undefined) {
      sql.run(writeCursor, { origin, seq: journal.head().seq });
      return;
    }
    let seq = known.seq;
    for (;;) {
      const entries = journal.after(seq, ENTRIES_MAX, TEXT_MAX);
      const last = entries.at(-1);
      if (last === undefined) return;
      sql.transaction(() => {
        for (const entry of entries) queuePaper(context, roles, entry.text);
        sql.run(writeCursor, { origin, seq: last.seq });
      });
      seq = last.seq;
      context.onQueued();
    }
  }

  return {
    nudge() {
      try {
        follow();
      } catch (fault) {
        // The cursor stands where it stood: the next order tries again, and loses nothing.
        log.error({ err: fault }, 'the paper of the kitchen cannot be queued');
      }
    },
  };
}

function queuePaper({ sql, now }: Context, roles: readonly PrinterRole[], text: string): void {
  const { type, at, data } = Content.parse(JSON.parse(text));
  if (!['order.placed', 'order.edited', 'order.cancelled'].includes(type)) return;
  if (Date.parse(now()) - Date.parse(at) > AGE_MAX_MS) return;
  const { orderId, lines, revision } = OrderData.parse(data);
  const isCancelled = type === 'order.cancelled';
  const copy = isCancelled ? CANCELLED_COPY : (revision - 1) * COPIES_OF_A_REVISION;
  const isToMake = lines.some(({ kind }) => MADE.includes(kind));
  const hasSlip = sql.get(slipOf, { orderId }) !== undefined;
  if (roles.includes('kitchen') && (isToMake || hasSlip)) {
    const document = { document: 'kitchen-slip', role: 'kitchen' } as const;
    queueDocument(sql, { ...document, documentId: orderId, copy, at });
  }
  if (roles.includes('label') && !isCancelled && lines.some(({ kind }) => kind === 'pizza')) {
    const document = { document: 'box-labels', role: 'label' } as const;
    queueDocument(sql, { ...document, documentId: orderId, copy, at });
  }
}
