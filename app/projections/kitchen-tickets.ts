import type { OrderEvent } from '../domain/order/events.ts';
import { isForKitchen, named } from '../domain/order/state.ts';
import type { StoreEvent } from '../domain/store-event.ts';
import type { Projection } from '../journal/journal.ts';
import { query } from '../journal/query.ts';
import { type Sql, statement } from '../journal/sql.ts';
import type { KitchenTicketTable } from '../journal/tables.ts';
import { isoAt } from '../lib/time.ts';
import {
  editedLines,
  isOnBoard,
  type KitchenLine,
  kitchenLine,
  pizzasIn,
  seenLines,
} from './kitchen-lines.ts';

export { pizzasIn } from './kitchen-lines.ts';

/** How long before its time a scheduled order is begun: a quarter of an hour of work, and some rest. */
const LEAD_MS = 20 * 60_000;

const insertTicket = statement<KitchenTicketTable>()((place) =>
  query.insertInto('kitchen_ticket').values({
    order_id: place('order_id'),
    number: place('number'),
    channel: place('channel'),
    mode: place('mode'),
    status: place('status'),
    placed_at: place('placed_at'),
    promised_at: place('promised_at'),
    finished_at: place('finished_at'),
    pizzas: place('pizzas'),
    lines: place('lines'),
    note: place('note'),
    revision: place('revision'),
    acknowledged_revision: place('acknowledged_revision'),
    start_at: place('start_at'),
  }),
);
const ticketById = statement<{ orderId: string }>()((place) =>
  query.selectFrom('kitchen_ticket').selectAll().where('order_id', '=', place('orderId')),
);
const changeTicket = statement<KitchenTicketTable>()((place) =>
  query
    .updateTable('kitchen_ticket')
    .set({
      mode: place('mode'),
      status: place('status'),
      promised_at: place('promised_at'),
      finished_at: place('finished_at'),
      pizzas: place('pizzas'),
      lines: place('lines'),
      note: place('note'),
      revision: place('revision'),
      acknowledged_revision: place('acknowledged_revision'),
      start_at: place('start_at'),
    })
    .where('order_id', '=', place('order_id')),
);
const remove = statement<{ orderId: string }>()((place) =>
  query.deleteFrom('kitchen_ticket').where('order_id', '=', place('orderId')),
);
const removeAll = statement<object>()(() => query.deleteFrom('kitchen_ticket'));

/**
 * What the kitchen has before it. A ticket leaves when its order is with the customer; a cancelled
 * one once the kitchen has seen it. An order of things from a shelf has a ticket of status `shelf`,
 * on no screen, for the pizza that may be added to it.
 */
export const kitchenTickets: Projection<StoreEvent> = {
  name: 'kitchen-tickets',
  topicsOf: (event) => (event.type.startsWith('order.') ? ['kitchen', 'status'] : []),
  apply(sql, facts) {
    for (const { event, at } of facts) applyOne(sql, event, at);
  },
  empty(sql) {
    sql.run(removeAll, {});
  },
};

function applyOne(sql: Sql, event: StoreEvent, at: string): void {
  switch (event.type) {
    case 'order.placed':
      sql.run(insertTicket, ticketOf(event.data, at));
      return;
    case 'order.handed-over':
    case 'order.delivered':
      sql.run(remove, { orderId: event.data.orderId });
      return;
    case 'order.started':
    case 'order.recalled':
    case 'order.finished':
    case 'order.cancelled':
    case 'order.edited':
    case 'order.acknowledged':
    case 'order.rescheduled':
      change(sql, event, at);
      return;
    default:
  }
}

type Changing = Extract<
  OrderEvent,
  {
    type:
      | 'order.started'
      | 'order.recalled'
      | 'order.finished'
      | 'order.cancelled'
      | 'order.edited'
      | 'order.acknowledged'
      | 'order.rescheduled';
  }
>;

function change(sql: Sql, event: Changing, at: string): void {
  const { orderId } = event.data;
  const ticket = sql.get(ticketById, { orderId });
  if (ticket === undefined) return;
  const after = changed(ticket, event, at);
  if (after === undefined) sql.run(remove, { orderId });
  else sql.run(changeTicket, after);
}

/** The ticket after one more fact; undefined: it leaves. */
function changed(
  ticket: KitchenTicketTable,
  event: Changing,
  at: string,
): KitchenTicketTable | undefined {
  switch (event.type) {
    case 'order.started':
      return { ...seen(ticket, ticket.revision), status: 'preparing', finished_at: null };
    case 'order.recalled':
      return { ...ticket, status: 'preparing', finished_at: null };
    case 'order.finished':
      return { ...seen(ticket, ticket.revision), status: 'ready', finished_at: at };
    case 'order.cancelled':
      return ticket.status === 'shelf' ? undefined : { ...ticket, status: 'cancelled', pizzas: 0 };
    case 'order.edited':
      return edited(ticket, event.data);
    case 'order.acknowledged':
      return ticket.status === 'cancelled' ? undefined : seen(ticket, event.data.revision);
    case 'order.rescheduled': {
      const { promisedAt, isScheduled } = event.data;
      return { ...ticket, promised_at: promisedAt, start_at: startAt(promisedAt, isScheduled) };
    }
    default:
      return ticket;
  }
}

type Data<Type extends OrderEvent['type']> = Extract<OrderEvent, { type: Type }>['data'];

function ticketOf(placed: Data<'order.placed'>, at: string): KitchenTicketTable {
  const lines = named(placed.lines).map(kitchenLine);
  return {
    order_id: placed.orderId,
    number: placed.number,
    channel: placed.channel,
    mode: placed.mode,
    status: placed.lines.some(isForKitchen) ? 'placed' : 'shelf',
    placed_at: at,
    promised_at: placed.promisedAt,
    finished_at: null,
    pizzas: pizzasIn(lines),
    lines: JSON.stringify(lines),
    note: placed.note ?? null,
    revision: 1,
    acknowledged_revision: 1,
    start_at: startAt(placed.promisedAt, placed.isScheduled ?? false),
  };
}

function startAt(promisedAt: string, isScheduled: boolean): string | null {
  return isScheduled ? startAtOf(promisedAt) : null;
}

/** When a scheduled order is to be begun, from the instant it is promised at (ISO 8601, UTC). */
export function startAtOf(promisedAt: string): string {
  return isoAt(Date.parse(promisedAt) - LEAD_MS);
}

function edited(ticket: KitchenTicketTable, data: Data<'order.edited'>): KitchenTicketTable {
  const { revision, mode, note, added, changed: changedIds, removed } = data;
  const lines = editedLines(linesOf(ticket), named(data.lines), {
    touched: { added, changed: changedIds, removed },
    revision,
  });
  const isNewToKitchen = ticket.status === 'shelf' && isOnBoard(lines);
  return {
    ...ticket,
    ...withLines(lines),
    mode,
    revision,
    note: note ?? ticket.note,
    status: isNewToKitchen ? 'placed' : ticket.status,
  };
}

function seen(ticket: KitchenTicketTable, revision: number): KitchenTicketTable {
  const acknowledged = Math.max(ticket.acknowledged_revision, revision);
  // NOTE: the commonest ticket was never edited: nothing in it is to be read.
  if (ticket.revision === 1) return ticket;
  const lines = seenLines(linesOf(ticket), acknowledged);
  const isShelf = ticket.status === 'placed' && !isOnBoard(lines);
  return {
    ...ticket,
    ...withLines(lines),
    status: isShelf ? 'shelf' : ticket.status,
    acknowledged_revision: acknowledged,
  };
}

function withLines(lines: readonly KitchenLine[]): { pizzas: number; lines: string } {
  return { pizzas: pizzasIn(lines), lines: JSON.stringify(lines) };
}

/** Written by this projection: read as such. */
function linesOf({ lines }: KitchenTicketTable): readonly KitchenLine[] {
  return named(JSON.parse(lines) as KitchenLine[]);
}
