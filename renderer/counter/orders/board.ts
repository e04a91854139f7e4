import type { OrderSummary } from '#app/contract/store.ts';
import type { ProductKind } from '#app/domain/menu.ts';
import { isForKitchen } from '#app/domain/order/order.ts';

export type Lane = 'placed' | 'preparing' | 'ready' | 'given';
export const LANES: readonly Lane[] = ['placed', 'preparing', 'ready', 'given'];

/** Orders that still wait for somebody: not given, not cancelled. */
export function isOpen(order: Pick<OrderSummary, 'status'>): boolean {
  return order.status === 'placed' || order.status === 'preparing' || order.status === 'ready';
}

/**
 * The orders of the day by state, each lane in the order of their numbers so that nothing moves
 * under a finger. Of those given, the newest first; cancelled ones are in no lane.
 */
export function lanesOf(orders: readonly OrderSummary[]): Readonly<Record<Lane, OrderSummary[]>> {
  const byNumber = [...orders].sort((left, right) => left.number - right.number);
  const inState = (...states: readonly OrderSummary['status'][]) =>
    byNumber.filter((order) => states.includes(order.status));
  return {
    placed: inState('placed'),
    preparing: inState('preparing'),
    ready: inState('ready'),
    given: inState('handed-over', 'delivered').reverse(),
  };
}

type Standing = Pick<OrderSummary, 'status' | 'dueCents' | 'totalCents'>;

/** Ready, or without anything for the kitchen, and paid in full: else the node refuses to hand it over. */
export function canBeGiven({
  status,
  dueCents,
  lines,
}: Standing & { readonly lines: readonly { readonly kind: ProductKind }[] }): boolean {
  const isReady = status === 'ready' || (status === 'placed' && !lines.some(isForKitchen));
  return isReady && dueCents <= 0;
}

/** Before the kitchen begins, and as long as nothing was paid. */
export function canBeCancelled({ status, dueCents, totalCents }: Standing): boolean {
  return status === 'placed' && dueCents === totalCents;
}
