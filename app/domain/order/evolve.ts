import { assert } from '../../lib/assert.ts';
import type { OrderEvent } from './events.ts';
import { evolvePayments } from './payments.ts';
import { DRAFT, named, type Order, type PlacedOrder } from './state.ts';

/** What may still happen to a cancelled order: money goes back, and the kitchen sees it. */
function followsCancellation(event: OrderEvent): boolean {
  return event.type.startsWith('payment.') || event.type === 'order.acknowledged';
}

/** The order after one more fact. Stops on a journal that does not add up. */
export function evolve(order: Order, event: OrderEvent): Order {
  if (event.type === 'order.placed') {
    assert(order.status === 'draft', `the order ${event.data.orderId} is placed once`);
    return placedOrder(event.data);
  }
  assert(order.status !== 'draft', `the order ${event.data.orderId} was placed`);
  assert(
    order.status !== 'cancelled' || followsCancellation(event),
    `nothing but money happens to ${event.data.orderId} once cancelled`,
  );
  switch (event.type) {
    case 'order.started':
      return { ...order, status: 'preparing', acknowledgedRevision: order.revision };
    case 'order.recalled':
      return { ...order, status: 'preparing' };
    case 'order.finished':
      return { ...order, status: 'ready', acknowledgedRevision: order.revision };
    case 'order.handed-over':
      return { ...order, status: 'handed-over' };
    case 'order.delivered':
      return { ...order, status: 'delivered' };
    case 'order.cancelled': {
      const { reason } = event.data;
      return { ...order, status: 'cancelled', reason, isCancellationSeen: false };
    }
    case 'order.edited':
      return edited(order, event.data);
    case 'order.rescheduled': {
      const { promisedAt, isScheduled } = event.data;
      return { ...order, promisedAt, isScheduled };
    }
    case 'order.acknowledged':
      return acknowledged(order, event.data.revision);
    case 'order.transferred':
      return { ...order, device: event.data.toDevice };
    case 'order.refunded': {
      const { refundId, lines, totalCents, vat } = event.data;
      return { ...order, refunds: [...order.refunds, { refundId, lines, totalCents, vat }] };
    }
    default:
      return { ...order, payments: evolvePayments(order.payments, event) };
  }
}

export function orderFrom(events: readonly OrderEvent[]): Order {
  return events.reduce(evolve, DRAFT);
}

type Data<Type extends OrderEvent['type']> = Extract<OrderEvent, { type: Type }>['data'];

function placedOrder(data: Data<'order.placed'>): Order {
  const lines = named(data.lines);
  const { note, device, customerId, addressId } = data;
  return {
    status: 'placed',
    orderId: data.orderId,
    number: data.number,
    businessDay: data.businessDay,
    placedAt: data.placedAt,
    channel: data.channel,
    mode: data.mode,
    lines,
    feeParts: data.feeParts ?? [],
    nonSales: data.nonSales ?? [],
    totalCents: data.totalCents,
    vat: data.vat,
    promisedAt: data.promisedAt,
    isScheduled: data.isScheduled ?? false,
    payments: [],
    revision: 1,
    acknowledgedRevision: 1,
    lineRevisions: Object.fromEntries(lines.map(({ lineId }) => [lineId, 1])),
    editIds: [],
    refunds: [],
    couponCodes: data.couponCodes ?? [],
    ...(note === undefined ? {} : { note }),
    ...(device === undefined ? {} : { device }),
    ...(customerId === undefined ? {} : { customerId }),
    ...(addressId === undefined ? {} : { addressId }),
  };
}

function edited(order: PlacedOrder, data: Data<'order.edited'>): Order {
  const { revision, note } = data;
  assert(revision === order.revision + 1, `the edits of ${order.orderId} follow one another`);
  const touched = [...data.added, ...data.changed, ...data.removed];
  return {
    ...order,
    mode: data.mode,
    lines: named(data.lines),
    feeParts: data.feeParts ?? [],
    totalCents: data.totalCents,
    vat: data.vat,
    revision,
    lineRevisions: {
      ...order.lineRevisions,
      ...Object.fromEntries(touched.map((lineId) => [lineId, revision])),
    },
    editIds: [...order.editIds, data.editId],
    ...(note === undefined ? {} : { note }),
  };
}

function acknowledged(order: PlacedOrder, revision: number): Order {
  const acknowledgedRevision = Math.max(order.acknowledgedRevision, revision);
  if (order.status !== 'cancelled') return { ...order, acknowledgedRevision };
  return { ...order, acknowledgedRevision, isCancellationSeen: true };
}
