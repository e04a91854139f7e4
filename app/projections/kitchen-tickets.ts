import type { OrderEvent, PricedLine } from '../domain/order/events.ts';
import { isForKitchen } from '../domain/order/order.ts';
import type { StoreEvent } from '../domain/store-event.ts';
import type { Projection } from '../journal/journal.ts';
import { query } from '../journal/query.ts';
import { type Sql, statement } from '../journal/sql.ts';
import type { KitchenTicketTable } from '../journal/tables.ts';

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
  }),
);
const setState = statement<{ orderId: string; status: string; finishedAt: string | null }>()(
  (place) =>
    query
      .updateTable('kitchen_ticket')
      .set({ status: place('status'), finished_at: place('finishedAt') })
      .where('order_id', '=', place('orderId')),
);
const remove = statement<{ orderId: string }>()((place) =>
  query.deleteFrom('kitchen_ticket').where('order_id', '=', place('orderId')),
);
const removeAll = statement<object>()(() => query.deleteFrom('kitchen_ticket'));

/** What the kitchen has before it. A ticket leaves when its order is with the customer, or cancelled. */
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
  const { orderId } = event.data;
  switch (event.type) {
    case 'order.placed':
      if (event.data.lines.some(isForKitchen)) sql.run(insertTicket, ticketOf(event.data, at));
      return;
    case 'order.started':
    case 'order.recalled':
      sql.run(setState, { orderId, status: 'preparing', finishedAt: null });
      return;
    case 'order.finished':
      sql.run(setState, { orderId, status: 'ready', finishedAt: at });
      return;
    case 'order.handed-over':
    case 'order.delivered':
    case 'order.cancelled':
      sql.run(remove, { orderId });
      return;
    default:
  }
}

function ticketOf(
  placed: Extract<OrderEvent, { type: 'order.placed' }>['data'],
  at: string,
): KitchenTicketTable {
  return {
    order_id: placed.orderId,
    number: placed.number,
    channel: placed.channel,
    mode: placed.mode,
    status: 'placed',
    placed_at: at,
    promised_at: placed.promisedAt,
    finished_at: null,
    pizzas: pizzasIn(placed.lines),
    lines: JSON.stringify(placed.lines.map(kitchenLine)),
    note: placed.note ?? null,
  };
}

/** A line without what the kitchen does not need: prices. */
function kitchenLine(line: PricedLine) {
  const { productId, sizeId, kind, name, quantity, changes, note } = line;
  return {
    productId,
    sizeId,
    kind,
    name,
    quantity,
    changes,
    ...(note === undefined ? {} : { note }),
  };
}

/** How many pizzas to make. */
export function pizzasIn(lines: readonly { kind: string; quantity: number }[]): number {
  return lines.reduce((sum, line) => sum + (line.kind === 'pizza' ? line.quantity : 0), 0);
}
