import type { Output } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';

export type ExerciseId =
  | 'card-sale'
  | 'half-half'
  | 'known-call'
  | 'delivery'
  | 'cancel'
  | 'network-cut';

/** In the order in which they are learnt. */
export const EXERCISES: readonly ExerciseId[] = [
  'card-sale',
  'half-half',
  'known-call',
  'delivery',
  'cancel',
  'network-cut',
];

type Summary = Output<StoreContract, 'order.board'>[number];
type Detail = Output<StoreContract, 'order.detail'>;

/** What the exercise sees of the training world since it began. */
export type Seen = {
  readonly orders: readonly Summary[];
  /** Of the newest of these orders. */
  readonly newest: Detail | undefined;
};

/** The clocks of a screen and of its node may differ by that much. */
const CLOCKS_MS = 1_000;

/** What there was when an exercise began. */
export type Beginning = { readonly sinceMs: number; readonly orderIds: ReadonlySet<string> };

/**
 * The orders that were taken since the exercise began. The one that a customer who rings had placed
 * before has the id of its customer: it is what the learner repeats, never what they did.
 */
export function takenSince(
  orders: readonly Summary[],
  { sinceMs, orderIds }: Beginning,
): readonly Summary[] {
  return orders.filter(
    ({ orderId, customerId, placedAt }) =>
      orderId !== customerId &&
      !orderIds.has(orderId) &&
      Date.parse(placedAt) >= sinceMs - CLOCKS_MS,
  );
}

/** Asked by the screen itself: a store without a centre refuses it whatever anybody does. */
const ASKED_BY_SCREEN: readonly string[] = ['receipt.share'];

/** Whether a refusal is a mistake of the learner; a link that does not answer is not. */
export function isMistake(method: string, code: string): boolean {
  return !ASKED_BY_SCREEN.includes(method) && !code.startsWith('link.');
}

type Step =
  | 'sent'
  | 'paid-by-card'
  | 'half-half'
  | 'known-customer'
  | 'to-an-address'
  | 'cancelled';

const STEPS: Readonly<Record<ExerciseId, readonly Step[]>> = {
  'card-sale': ['sent', 'paid-by-card'],
  'half-half': ['half-half', 'sent'],
  'known-call': ['known-customer', 'sent'],
  delivery: ['known-customer', 'to-an-address', 'sent'],
  cancel: ['sent', 'cancelled'],
  'network-cut': ['sent'],
};

/** The steps of an exercise, each done or not. */
export function stepsOf(
  exercise: ExerciseId,
  seen: Seen,
): readonly { readonly step: Step; readonly isDone: boolean }[] {
  return STEPS[exercise].map((step) => ({ step, isDone: isDone(step, seen) }));
}

export function isPassed(exercise: ExerciseId, seen: Seen): boolean {
  return stepsOf(exercise, seen).every((step) => step.isDone);
}

function isDone(step: Step, { orders, newest }: Seen): boolean {
  switch (step) {
    case 'sent':
      return orders.length > 0;
    case 'paid-by-card':
      return (
        newest?.dueCents === 0 &&
        newest.payments.some(({ method, status }) => method === 'card' && status === 'paid')
      );
    case 'half-half':
      return orders.some(({ lines }) => lines.some(({ parts }) => parts !== undefined));
    case 'known-customer':
      return orders.some(({ customerId }) => customerId !== undefined);
    case 'to-an-address':
      return orders.some(({ mode }) => mode === 'delivery');
    case 'cancelled':
      return orders.some(({ status }) => status === 'cancelled');
    default:
      return false;
  }
}
