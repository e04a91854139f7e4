import type { OrderCommand } from '#app/domain/order/commands.ts';
import type { OrderEvent } from '#app/domain/order/events.ts';
import { decide, evolve, orderFrom } from '#app/domain/order/order.ts';
import type { OrderRefusal } from '#app/domain/order/refusals.ts';
import { DRAFT, type Order } from '#app/domain/order/state.ts';
import type { StoreEvent } from '#app/domain/store-event.ts';
import type { Journal } from '#app/journal/journal.ts';
import { accept, type Refusal, type Result } from '#app/lib/result.ts';

/**
 * Carries one command to one order: reads its past, decides, writes and projects, in one durable
 * transaction. `command` is called inside it, so that what it reads (the next number, the order as
 * it stands) is settled with it. `also` adds what must be written with it. Returns the order as it
 * is afterwards.
 */
export function runOrder<R extends Refusal = OrderRefusal>(
  journal: Journal<StoreEvent>,
  orderId: string,
  command: (order: Order) => OrderCommand | Result<OrderCommand, R>,
  also: (order: Order) => readonly StoreEvent[] = () => [],
): Result<Order, OrderRefusal | R> {
  return journal.decideOn<Order, OrderRefusal | R>(orderStream(orderId), (past) => {
    const order = orderFrom(past.filter(isOrderEvent));
    const asked = command(order);
    if ('ok' in asked && !asked.ok) return asked;
    const decision = decide(order, 'ok' in asked ? asked.value : asked);
    if (!decision.ok) return decision;
    const after = decision.value.reduce(evolve, order);
    return accept({ events: [...decision.value, ...also(after)], value: after });
  });
}

/** The order as its journal tells it now. */
export function orderOf(journal: Journal<StoreEvent>, orderId: string): Order {
  const read = journal.decideOn<Order, Refusal>(orderStream(orderId), (past) =>
    accept({ events: [], value: orderFrom(past.filter(isOrderEvent)) }),
  );
  return read.ok ? read.value : DRAFT;
}

/** The stream of everything that happens to an order. */
export function orderStream(orderId: string): string {
  return `order-${orderId}`;
}

export function isOrderEvent(event: StoreEvent): event is OrderEvent {
  return event.type.startsWith('order.') || event.type.startsWith('payment.');
}
