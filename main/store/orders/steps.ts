import type { Caller, Handlers } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import { pointsEarned, reversalOf } from '#app/domain/loyalty.ts';
import { type Order, refundedCents } from '#app/domain/order/state.ts';
import { promisedAt } from '#app/domain/promise.ts';
import type { StoreEvent } from '#app/domain/store-event.ts';
import { accept, type Result, refuse } from '#app/lib/result.ts';
import { pizzasIn } from '#app/projections/kitchen-tickets.ts';

import type { StoreContext } from '../context.ts';
import { doerOf } from '../doer.ts';
import { runOrder } from '../run-order.ts';
import { pointsByOrder } from './loyalty-rows.ts';

type All = Handlers<StoreContract, Caller>;
type Steps = Pick<
  All,
  | 'order.start'
  | 'order.finish'
  | 'order.recall'
  | 'order.hand-over'
  | 'order.reschedule'
  | 'order.transfer'
  | 'kitchen.acknowledge'
>;

/** The steps of an order in the shop: each is one durable transaction, answered after it. */
export function stepHandlers(context: StoreContext): Steps {
  const { journal } = context;

  function step(
    type: 'start' | 'finish' | 'recall' | 'hand-over',
  ): (input: { orderId: string }, caller: Caller) => Result<Record<string, never>> {
    return ({ orderId }, caller) =>
      done(
        runOrder(
          journal,
          orderId,
          () => ({ type, ...doerOf(caller) }),
          type === 'hand-over' ? (order) => pointsGiven(context, order) : undefined,
        ),
      );
  }

  return {
    'order.start': step('start'),
    'order.finish': step('finish'),
    'order.recall': step('recall'),
    'order.hand-over': step('hand-over'),
    'order.reschedule': (input, caller) => reschedule(context, input, caller),
    'order.transfer': ({ orderId, toDevice }, caller) =>
      done(runOrder(journal, orderId, () => ({ type: 'transfer', toDevice, ...doerOf(caller) }))),
    'kitchen.acknowledge': ({ orderId, revision }, caller) =>
      done(
        runOrder(journal, orderId, () => ({ type: 'acknowledge', revision, ...doerOf(caller) })),
      ),
  };
}

/** To another time, or to as soon as possible. A time that is nearer than possible is moved to it. */
function reschedule(
  context: StoreContext,
  { orderId, promisedAt: wanted }: Parameters<All['order.reschedule']>[0],
  caller: Caller,
): Result<{ promisedAt: string }> {
  const outcome = runOrder(context.journal, orderId, (order) => {
    const soonest = promisedAt({
      now: context.now(),
      mode: order.status === 'draft' ? 'take-away' : order.mode,
      pizzasWaiting: context.kitchenLoad.pizzasWaiting(),
      pizzasInOrder: order.status === 'draft' ? 0 : pizzasIn(order.lines),
    });
    const isScheduled = wanted !== undefined && wanted > soonest;
    return {
      type: 'reschedule',
      promisedAt: isScheduled ? wanted : soonest,
      isScheduled,
      ...doerOf(caller),
    };
  });
  if (!outcome.ok) return outcome;
  if (outcome.value.status === 'draft') return refuse({ code: 'order.not-found' });
  return accept({ promisedAt: outcome.value.promisedAt });
}

/** Points are earned once the order is with its customer, once; none for what was given back before. */
function pointsGiven({ sql }: StoreContext, order: Order): StoreEvent[] {
  if (order.status === 'draft' || order.customerId === undefined) return [];
  const { orderId, customerId, totalCents } = order;
  const earned = pointsEarned(totalCents);
  const whole = { totalCents, earned, used: 0, refundedCents: 0 };
  const points = earned + reversalOf(whole, refundedCents(order)).points;
  if (points === 0 || pointsByOrder(sql, orderId).earned > 0) return [];
  return [{ type: 'loyalty.earned', data: { customerId, orderId, points } }];
}

function done(outcome: Result<unknown>): Result<Record<string, never>> {
  return outcome.ok ? accept({}) : outcome;
}
