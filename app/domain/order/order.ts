import { assert, assertNever } from '../../lib/assert.ts';
import { accept, refuse, type Result } from '../../lib/result.ts';
import type { Mode, ProductKind } from '../menu.ts';
import type { PricedCart } from '../pricing.ts';
import type { Channel, OrderEvent, PricedLine, Reversal } from './events.ts';
import {
  collect,
  evolvePayments,
  hasOpenPayment,
  type PaymentAsked,
  type PaymentAttempt,
  type PaymentResult,
  paidCents,
  record,
  resolve,
} from './payments.ts';
import type { OrderRefusal } from './refusals.ts';

export type { PaymentAsked, PaymentAttempt, PaymentResult } from './payments.ts';
export type { OrderRefusal } from './refusals.ts';

type Placed = {
  readonly orderId: string;
  readonly number: number;
  readonly businessDay: string;
  /** ISO 8601, UTC. */
  readonly placedAt: string;
  readonly channel: Channel;
  readonly mode: Mode;
  readonly lines: readonly PricedLine[];
  readonly totalCents: number;
  readonly promisedAt: string;
  readonly payments: readonly PaymentAttempt[];
};

/** `draft`: nothing is placed yet. Payment goes its own way beside the status. */
export type Order =
  | { readonly status: 'draft' }
  | (Placed & { readonly status: 'placed' | 'preparing' | 'ready' })
  | (Placed & { readonly status: 'handed-over' | 'delivered' })
  | (Placed & { readonly status: 'cancelled'; readonly reason: string });

export type PlacedOrder = Exclude<Order, { status: 'draft' }>;

export const DRAFT: Order = { status: 'draft' };

export type PlaceCommand = {
  readonly type: 'place';
  readonly orderId: string;
  /** Of the business day, as called out at the counter. */
  readonly number: number;
  readonly businessDay: string;
  readonly placedAt: string;
  readonly channel: Channel;
  readonly mode: Mode;
  readonly cart: PricedCart;
  readonly shownTotalCents: number;
  readonly menuVersion: string;
  readonly promisedAt: string;
  readonly by: string;
  readonly note?: string | undefined;
  readonly payment: PaymentAsked;
};

/** `by`: the id of an employee, device or reader. */
export type OrderCommand =
  | PlaceCommand
  | { readonly type: 'pay'; readonly payment: PaymentAsked; readonly by: string }
  | {
      readonly type: 'record-payment';
      readonly paymentId: string;
      readonly result: PaymentResult;
      /** Who asked the terminal; the reader of payments by default. */
      readonly by?: string | undefined;
    }
  | {
      readonly type: 'resolve';
      readonly paymentId: string;
      readonly outcome: 'paid' | 'not-paid';
      readonly by: string;
    }
  | { readonly type: 'cancel'; readonly reason: string; readonly by: string }
  | { readonly type: 'start' | 'finish' | 'recall' | 'hand-over'; readonly by: string };

/** Signs the answers of the terminal where nobody is named. */
const TERMINAL = 'terminal';

/** The kinds of product that somebody has to make. The rest is taken from a shelf. */
const MADE_IN_KITCHEN: readonly ProductKind[] = ['pizza', 'side'];

/** Whether a line is for the kitchen. An order without any may be handed over as soon as it is placed. */
export function isForKitchen(line: { readonly kind: ProductKind }): boolean {
  return MADE_IN_KITCHEN.includes(line.kind);
}

/** What the customer still owes, in cents. */
export function dueCents(order: Order): number {
  if (order.status === 'draft' || order.status === 'cancelled') return 0;
  return order.totalCents - paidCents(order.payments);
}

/** What a command makes of an order: the facts to write, or why not. */
export function decide(order: Order, command: OrderCommand): Result<OrderEvent[], OrderRefusal> {
  if (command.type === 'place') return place(order, command);
  if (order.status === 'draft') return refuse({ code: 'order.not-found' });
  if (order.status === 'cancelled') return refuse({ code: 'order.cancelled' });
  switch (command.type) {
    case 'pay':
      return collect(order, command);
    case 'record-payment':
      return record(order, { ...command, by: command.by ?? TERMINAL });
    case 'resolve':
      return resolve(order, command);
    case 'cancel':
      return cancel(order, command);
    case 'start':
      return start(order, command.by);
    case 'finish':
      return finish(order, command.by);
    case 'recall':
      return recall(order, command.by);
    case 'hand-over':
      return handOver(order, command.by);
    default:
      return assertNever(command);
  }
}

function place(order: Order, command: PlaceCommand): Result<OrderEvent[], OrderRefusal> {
  if (order.status !== 'draft') {
    return refuse({ code: 'order.already-placed', detail: { number: order.number } });
  }
  const { cart, shownTotalCents, payment, by, note } = command;
  if (cart.lines.length === 0) return refuse({ code: 'order.empty' });
  const { orderId } = command;
  const { totalCents } = cart;
  if (shownTotalCents !== totalCents) {
    return refuse({ code: 'order.price-changed', detail: { shownTotalCents, totalCents } });
  }
  const placed: OrderEvent = {
    type: 'order.placed',
    data: {
      orderId,
      number: command.number,
      businessDay: command.businessDay,
      placedAt: command.placedAt,
      channel: command.channel,
      mode: command.mode,
      lines: cart.lines,
      ...(cart.feeParts === undefined ? {} : { feeParts: cart.feeParts }),
      totalCents,
      vat: cart.vat,
      menuVersion: command.menuVersion,
      promisedAt: command.promisedAt,
      by,
      ...(note === undefined ? {} : { note }),
    },
  };
  if (payment.method === 'later') return accept([placed]);
  const collected = collect({ orderId, totalCents, payments: [] }, { payment, by });
  return collected.ok ? accept([placed, ...collected.value]) : collected;
}

type LiveOrder = Exclude<PlacedOrder, { status: 'cancelled' }>;

function cancel(
  order: LiveOrder,
  { reason, by }: { readonly reason: string; readonly by: string },
): Result<OrderEvent[], OrderRefusal> {
  if (isGiven(order)) return refuse({ code: 'order.already-given' });
  if (order.status !== 'placed') return refuse({ code: 'order.already-prepared' });
  if (hasOpenPayment(order.payments)) return refuse({ code: 'payment.open' });
  if (paidCents(order.payments) > 0) return refuse({ code: 'order.already-paid' });
  const { orderId } = order;
  const data = { orderId, by, reason, reversal: reversalOf(order) };
  return accept([{ type: 'order.cancelled', data }]);
}

function reversalOf({ placedAt, businessDay, totalCents, lines }: PlacedOrder): Reversal {
  return {
    placedAt,
    businessDay,
    totalCents,
    lines: lines.map(({ productId, sizeId, kind, quantity, grossCents, name }) => ({
      productId,
      sizeId,
      kind,
      quantity,
      grossCents,
      name,
    })),
  };
}

function start({ status, orderId }: LiveOrder, by: string): Result<OrderEvent[], OrderRefusal> {
  if (status === 'preparing') return refuse({ code: 'order.already-started' });
  if (status === 'ready') return refuse({ code: 'order.already-prepared' });
  if (status !== 'placed') return refuse({ code: 'order.already-given' });
  return accept([{ type: 'order.started', data: { orderId, by } }]);
}

function finish({ status, orderId }: LiveOrder, by: string): Result<OrderEvent[], OrderRefusal> {
  if (status === 'placed') return refuse({ code: 'order.not-started' });
  if (status === 'ready') return refuse({ code: 'order.already-prepared' });
  if (status !== 'preparing') return refuse({ code: 'order.already-given' });
  return accept([{ type: 'order.finished', data: { orderId, by } }]);
}

/** Back to the board: it was called finished by mistake, or has to be made again. */
function recall(order: LiveOrder, by: string): Result<OrderEvent[], OrderRefusal> {
  if (isGiven(order)) return refuse({ code: 'order.already-given' });
  if (order.status !== 'ready') return refuse({ code: 'order.not-ready' });
  return accept([{ type: 'order.recalled', data: { orderId: order.orderId, by } }]);
}

function handOver(order: LiveOrder, by: string): Result<OrderEvent[], OrderRefusal> {
  if (isGiven(order)) return refuse({ code: 'order.already-given' });
  const isReady =
    order.status === 'ready' || (order.status === 'placed' && !order.lines.some(isForKitchen));
  if (!isReady) return refuse({ code: 'order.not-ready' });
  const due = dueCents(order);
  if (due > 0) return refuse({ code: 'order.not-paid', detail: { dueCents: due } });
  const data = { orderId: order.orderId, by };
  return accept([
    order.mode === 'delivery'
      ? { type: 'order.delivered', data }
      : { type: 'order.handed-over', data },
  ]);
}

function isGiven(order: LiveOrder): boolean {
  return order.status === 'handed-over' || order.status === 'delivered';
}

/** The order after one more fact. Stops on a journal that does not add up. */
export function evolve(order: Order, event: OrderEvent): Order {
  if (event.type === 'order.placed') {
    assert(order.status === 'draft', `the order ${event.data.orderId} is placed once`);
    const { orderId, number, businessDay, placedAt, channel, mode } = event.data;
    const { lines, totalCents, promisedAt } = event.data;
    const facts = { orderId, number, businessDay, placedAt, channel, mode };
    return { status: 'placed', ...facts, lines, totalCents, promisedAt, payments: [] };
  }
  assert(order.status !== 'draft', `the order ${event.data.orderId} was placed`);
  assert(order.status !== 'cancelled', `nothing happens to ${event.data.orderId} once cancelled`);
  switch (event.type) {
    case 'order.started':
    case 'order.recalled':
      return { ...order, status: 'preparing' };
    case 'order.finished':
      return { ...order, status: 'ready' };
    case 'order.handed-over':
      return { ...order, status: 'handed-over' };
    case 'order.delivered':
      return { ...order, status: 'delivered' };
    case 'order.cancelled':
      return { ...order, status: 'cancelled', reason: event.data.reason };
    default:
      return { ...order, payments: evolvePayments(order.payments, event) };
  }
}

export function orderFrom(events: readonly OrderEvent[]): Order {
  return events.reduce(evolve, DRAFT);
}
