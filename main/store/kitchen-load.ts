import type { StoreEvent } from '#app/domain/store-event.ts';
import type { Journal } from '#app/journal/journal.ts';
import { query } from '#app/journal/query.ts';
import { type Sql, statement } from '#app/journal/sql.ts';
import { pizzasIn } from '#app/projections/kitchen-tickets.ts';

const tickets = statement<object>()(() =>
  query.selectFrom('kitchen_ticket').select(['order_id', 'status', 'pizzas']),
);

/** How much the kitchen has before it. */
export type KitchenLoad = { readonly pizzasWaiting: () => number };

/**
 * Counts the pizzas that are not finished, in memory: the table is read once, at start, then each
 * commit tells what it changed. Summing the table at each sale cost a tenth of a millisecond.
 */
export function kitchenLoad(sql: Sql, journal: Journal<StoreEvent>): KitchenLoad {
  const pizzasOf = new Map<string, { pizzas: number; isWaiting: boolean }>();
  let waiting = 0;
  for (const row of sql.all(tickets, {})) enter(row.order_id, row.pizzas, row.status !== 'ready');
  journal.onAppended((_topics, events) => events.forEach(follow));

  function enter(orderId: string, pizzas: number, isWaiting: boolean): void {
    pizzasOf.set(orderId, { pizzas, isWaiting });
    if (isWaiting) waiting += pizzas;
  }

  function setWaiting(orderId: string, isWaiting: boolean): void {
    const ticket = pizzasOf.get(orderId);
    if (ticket === undefined || ticket.isWaiting === isWaiting) return;
    ticket.isWaiting = isWaiting;
    waiting += isWaiting ? ticket.pizzas : -ticket.pizzas;
  }

  function follow(event: StoreEvent): void {
    const { orderId } = event.data;
    switch (event.type) {
      case 'order.placed':
        enter(orderId, pizzasIn(event.data.lines), true);
        return;
      case 'order.finished':
        setWaiting(orderId, false);
        return;
      case 'order.recalled':
        setWaiting(orderId, true);
        return;
      case 'order.handed-over':
      case 'order.delivered':
      case 'order.cancelled':
        setWaiting(orderId, false);
        pizzasOf.delete(orderId);
        return;
      default:
    }
  }

  return { pizzasWaiting: () => waiting };
}
