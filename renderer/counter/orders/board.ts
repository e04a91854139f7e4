import type { OrderSummary } from '#app/contract/store.ts';
import type { ProductKind } from '#app/domain/menu.ts';
import { isForKitchen } from '#app/domain/order/order.ts';

/** `later`: asked for at a later time, not begun. `owed`: money to be given back. */
export type Lane = 'placed' | 'preparing' | 'ready' | 'given' | 'later' | 'owed';
/** Side by side: what is being worked on. */
export const WORK_LANES: readonly Lane[] = ['placed', 'preparing', 'ready'];
/** One behind another. */
export const OTHER_LANES: readonly Lane[] = ['later', 'given', 'owed'];

/**
 * The orders of the day by state, each lane in the order of their numbers so that nothing moves
 * under a finger; later ones by their time; of those given, the newest first. One that owes money
 * stands in its own lane too, whatever its state.
 */
export function lanesOf(orders: readonly OrderSummary[]): Readonly<Record<Lane, OrderSummary[]>> {
  const byNumber = [...orders].sort((left, right) => left.number - right.number);
  const inState = (...states: readonly OrderSummary['status'][]) =>
    byNumber.filter((order) => states.includes(order.status));
  const placed = inState('placed').filter((order) => !isSettledVoucher(order));
  return {
    placed: placed.filter(({ isScheduled }) => !isScheduled),
    preparing: inState('preparing'),
    ready: inState('ready'),
    given: byNumber.filter((order) => !isOpen(order) || isSettledVoucher(order)).reverse(),
    later: placed
      .filter(({ isScheduled }) => isScheduled)
      .sort((left, right) => left.promisedAt.localeCompare(right.promisedAt)),
    owed: byNumber.filter(({ dueCents }) => dueCents < 0),
  };
}

/** Orders whose number begins so, or whose customer is called so; stable, by number. */
export function foundOrders(orders: readonly OrderSummary[], typed: string): OrderSummary[] {
  const wanted = plain(typed);
  return [...orders]
    .sort((left, right) => left.number - right.number)
    .filter(
      ({ number, customerName }) =>
        String(number).startsWith(wanted.replace(/^#/, '')) ||
        (customerName !== undefined && plain(customerName).includes(wanted)),
    );
}

function plain(text: string): string {
  return text.trim().toLocaleLowerCase('fr').normalize('NFD').replace(/\p{M}/gu, '');
}

type Standing = Pick<OrderSummary, 'status' | 'dueCents' | 'totalCents'>;

/** Ready, or without anything for the kitchen, and paid in full: else the node refuses to hand it over. */
export function canBeGiven({
  status,
  dueCents,
  lines,
}: Standing & { readonly lines: readonly { readonly kind: ProductKind }[] }): boolean {
  const isReady = status === 'ready' || (status === 'placed' && !lines.some(isForKitchen));
  return isReady && dueCents === 0;
}

/** Not with its customer yet, and not cancelled: it can still be changed. */
export function isOpen({ status }: Pick<OrderSummary, 'status'>): boolean {
  return status === 'placed' || status === 'preparing' || status === 'ready';
}

/** A gift voucher sold by itself and paid: nobody makes anything, and its customer has it. */
function isSettledVoucher({ status, lines, dueCents, nonSaleCents }: OrderSummary): boolean {
  return status === 'placed' && lines.length === 0 && nonSaleCents > 0 && dueCents === 0;
}
