import type { Caller, Handlers, Output } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import { query } from '#app/journal/query.ts';
import { statement } from '#app/journal/sql.ts';
import type { KitchenTicketTable } from '#app/journal/tables.ts';
import { accept } from '#app/lib/result.ts';

import type { StoreContext } from '../context.ts';

/** How many finished tickets the kitchen can call back. */
const RECENT_MAX = 20;
/** More tickets than a kitchen can hold, fewer than would slow its screen. */
const TICKETS_MAX = 300;

const ticketsToMake = statement<object>()(() =>
  query
    .selectFrom('kitchen_ticket')
    .selectAll()
    .where('status', 'in', ['placed', 'preparing', 'cancelled'])
    .orderBy('placed_at')
    .orderBy('number')
    .limit(TICKETS_MAX),
);
const ticketsFinished = statement<object>()(() =>
  query
    .selectFrom('kitchen_ticket')
    .selectAll()
    .where('status', '=', 'ready')
    .orderBy('finished_at', 'desc')
    .limit(RECENT_MAX),
);

/** What the kitchen has before it, and how the store is. */
export function shopViews(
  context: StoreContext,
): Pick<Handlers<StoreContract, Caller>, 'kitchen.board' | 'store.status'> {
  const { sql, store } = context;
  return {
    'kitchen.board': () =>
      accept({
        tickets: sql.all(ticketsToMake, {}).map(kitchenTicket),
        recent: sql.all(ticketsFinished, {}).map((row) => ({
          ...kitchenTicket(row),
          finishedAt: row.finished_at ?? row.placed_at,
        })),
      }),
    'store.status': () =>
      accept({
        storeId: store.id,
        storeName: store.name,
        territory: store.territory,
        zone: store.zone,
        isTraining: context.isTraining,
        now: context.now(),
        pizzasWaiting: context.kitchenLoad.pizzasWaiting(),
        centre: context.centre.status(),
        printer: context.printing.status(),
        terminal: context.cards.status(),
      }),
  };
}

type Ticket = Output<StoreContract, 'kitchen.board'>['tickets'][number];

// The row was written by our own projection: its JSON and unions are read as such.
function kitchenTicket(row: KitchenTicketTable): Ticket {
  return {
    orderId: row.order_id,
    number: row.number,
    channel: row.channel as 'counter',
    mode: row.mode as 'take-away',
    status: row.status as 'placed',
    placedAt: row.placed_at,
    promisedAt: row.promised_at,
    ...(row.start_at === null ? {} : { startAt: row.start_at }),
    revision: row.revision,
    ...(row.note === null ? {} : { note: row.note }),
    lines: JSON.parse(row.lines) as Ticket['lines'],
  };
}
