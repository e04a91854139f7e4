import type { OrderEvent } from '#app/domain/order/events.ts';
import {
  decide,
  evolve,
  type Order,
  type OrderCommand,
  type OrderRefusal,
  orderFrom,
} from '#app/domain/order/order.ts';
import type { StoreEvent } from '#app/domain/store-event.ts';
import type { Journal } from '#app/journal/journal.ts';
import { accept, type Result } from '#app/lib/result.ts';

/**
 * Carries one command to one order: reads its past, decides, writes and projects, in one durable
 * transaction. `command` is called inside it, so that what it reads (the next number) is settled
 * with it. Returns the order as it is afterwards.
 */
export function runOrder(
  journal: Journal<StoreEvent>,
  orderId: string,
  command: () => OrderCommand,
): Result<Order, OrderRefusal> {
  return journal.decideOn(`order-${orderId}`, (past) => {
    const order = orderFrom(past.filter(isOrderEvent));
    const decision = decide(order, command());
    if (!decision.ok) return decision;
    return accept({ events: decision.value, value: decision.value.reduce(evolve, order) });
  });
}

function isOrderEvent(event: StoreEvent): event is OrderEvent {
  return event.type.startsWith('order.') || event.type.startsWith('payment.');
}
