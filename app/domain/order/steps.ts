import { accept, refuse, type Result } from '../../lib/result.ts';
import type { OrderCommand } from './commands.ts';
import { doerOf } from './doer.ts';
import type { Doer, OrderEvent } from './events.ts';
import type { OrderRefusal } from './refusals.ts';
import { dueCents, isForKitchen, isGiven, type LiveOrder, type PlacedOrder } from './state.ts';

type Decision = Result<OrderEvent[], OrderRefusal>;
type Of<Type extends OrderCommand['type']> = Extract<OrderCommand, { type: Type }>;

/** The steps of an order through the kitchen to the customer. */
export function start({ status, orderId, lines }: LiveOrder, doer: Doer): Decision {
  if (status === 'preparing') return refuse({ code: 'order.already-started' });
  if (status === 'ready') return refuse({ code: 'order.already-prepared' });
  if (status !== 'placed') return refuse({ code: 'order.already-given' });
  if (!lines.some(isForKitchen)) return refuse({ code: 'order.nothing-to-make' });
  return accept([{ type: 'order.started', data: { orderId, ...doerOf(doer) } }]);
}

export function finish({ status, orderId }: LiveOrder, doer: Doer): Decision {
  if (status === 'placed') return refuse({ code: 'order.not-started' });
  if (status === 'ready') return refuse({ code: 'order.already-prepared' });
  if (status !== 'preparing') return refuse({ code: 'order.already-given' });
  return accept([{ type: 'order.finished', data: { orderId, ...doerOf(doer) } }]);
}

/** Back to the board: it was called finished by mistake, or has to be made again. */
export function recall(order: LiveOrder, doer: Doer): Decision {
  if (isGiven(order)) return refuse({ code: 'order.already-given' });
  if (order.status !== 'ready') return refuse({ code: 'order.not-ready' });
  return accept([{ type: 'order.recalled', data: { orderId: order.orderId, ...doerOf(doer) } }]);
}

/** Neither goes away before the accounts are even: not the order unpaid, nor what is owed. */
export function handOver(order: LiveOrder, doer: Doer): Decision {
  if (isGiven(order)) return refuse({ code: 'order.already-given' });
  const isReady =
    order.status === 'ready' || (order.status === 'placed' && !order.lines.some(isForKitchen));
  if (!isReady) return refuse({ code: 'order.not-ready' });
  const due = dueCents(order);
  if (due > 0) return refuse({ code: 'order.not-paid', detail: { dueCents: due } });
  if (due < 0) return refuse({ code: 'order.owed', detail: { owedCents: 0 - due } });
  const data = { orderId: order.orderId, ...doerOf(doer) };
  return accept([
    order.mode === 'delivery'
      ? { type: 'order.delivered', data }
      : { type: 'order.handed-over', data },
  ]);
}

/** The kitchen has seen the marks of an edit, or a cancellation. Said again, it changes nothing. */
export function acknowledge(order: PlacedOrder, command: Of<'acknowledge'>): Decision {
  const { orderId, acknowledgedRevision } = order;
  const { revision } = command;
  if (revision > order.revision) {
    return refuse({ code: 'order.unknown-revision', detail: { revision: order.revision } });
  }
  const isSeen =
    order.status === 'cancelled' ? order.isCancellationSeen : revision <= acknowledgedRevision;
  if (isSeen) return accept([]);
  return accept([{ type: 'order.acknowledged', data: { orderId, revision, ...doerOf(command) } }]);
}

/** To another time; an order at its time already stays as it is. */
export function reschedule(order: LiveOrder, command: Of<'reschedule'>): Decision {
  if (isGiven(order)) return refuse({ code: 'order.already-given' });
  const { promisedAt, isScheduled } = command;
  if (promisedAt === order.promisedAt && isScheduled === order.isScheduled) return accept([]);
  const data = { orderId: order.orderId, promisedAt, isScheduled, ...doerOf(command) };
  return accept([{ type: 'order.rescheduled', data }]);
}

/** To another till; an order that is there already stays. */
export function transfer(order: LiveOrder, command: Of<'transfer'>): Decision {
  if (isGiven(order)) return refuse({ code: 'order.already-given' });
  const { toDevice } = command;
  if (toDevice === order.device) return accept([]);
  const data = { orderId: order.orderId, toDevice, ...doerOf(command) };
  return accept([{ type: 'order.transferred', data }]);
}
