import type { Caller, Handlers } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import { pointsEarned, reversalOf, reversalOfAll } from '#app/domain/loyalty.ts';
import { dueCents, type Order, refundedCents } from '#app/domain/order/state.ts';
import type { StoreEvent } from '#app/domain/store-event.ts';
import { accept, type Result, refuse } from '#app/lib/result.ts';

import type { StoreContext } from '../context.ts';
import { doerOf } from '../doer.ts';
import { isVoucherOfOrderUsed } from '../payments/voucher-rows.ts';
import { orderOf, runOrder } from '../run-order.ts';
import { pointsByOrder } from './loyalty-rows.ts';

type All = Handlers<StoreContract, Caller>;

/** Cancels an order: with a right once the kitchen has begun. What was paid is then owed back. */
export async function cancel(
  context: StoreContext,
  { orderId, reason, approval }: Parameters<All['order.cancel']>[0],
  caller: Caller,
): Promise<Result<Record<string, never>>> {
  const attempt = (mayUndoStarted: boolean, grantedBy?: string) =>
    runOrder(
      context.journal,
      orderId,
      () => ({
        type: 'cancel',
        reason,
        mayUndoStarted,
        isVoucherUsed: isVoucherOfOrderUsed(context.sql, orderId),
        ...doerOf(caller, grantedBy),
      }),
      (order) => pointsReturned(context, order, undefined),
    );
  const first = attempt(false);
  if (first.ok) return accept({});
  if (first.refusal.code !== 'order.needs-right') return first;
  const approved = await context.approve({
    caller,
    right: 'order.undo-started',
    approval,
    orderId,
    reason,
  });
  if (!approved.ok) return approved;
  const second = attempt(true, approved.value.grantedBy);
  return second.ok ? accept({}) : second;
}

/** Gives lines back at the price they were sold at; the money follows by `payment.refund`. */
export async function refund(
  context: StoreContext,
  { orderId, refundId, lines, reason, approval }: Parameters<All['order.refund']>[0],
  caller: Caller,
): Promise<Result<{ refundedCents: number; dueCents: number }>> {
  const approved = await context.approve({
    caller,
    right: 'order.refund',
    approval,
    orderId,
    reason,
  });
  if (!approved.ok) return approved;
  const at = context.now();
  const outcome = runOrder(
    context.journal,
    orderId,
    () => ({
      type: 'refund',
      refundId,
      lines,
      reason,
      at,
      businessDay: context.calendar.dayOf(at),
      ...doerOf(caller, approved.value.grantedBy),
    }),
    (order) => pointsReturned(context, order, refundId),
  );
  if (!outcome.ok && outcome.refusal.code !== 'order.already-refunded') return outcome;
  const order = outcome.ok ? outcome.value : orderOf(context.journal, orderId);
  if (order.status === 'draft') return refuse({ code: 'order.not-found' });
  return accept({ refundedCents: refundedCents(order), dueCents: dueCents(order) });
}

/** The points of an order that is undone: what it earned is taken back, what it used returns. */
function pointsReturned(
  { sql }: StoreContext,
  order: Order,
  refundId: string | undefined,
): StoreEvent[] {
  if (order.status === 'draft' || order.customerId === undefined) return [];
  const { orderId, customerId, totalCents } = order;
  const { earned: kept, used } = pointsByOrder(sql, orderId);
  // What was given back before the order was given earned nothing: the share is of the whole.
  const earned = kept === 0 ? 0 : pointsEarned(totalCents);
  const given = order.refunds.find((known) => known.refundId === refundId);
  const givenCents = given === undefined ? 0 : 0 - given.totalCents;
  const before = { totalCents, earned, used, refundedCents: refundedCents(order) - givenCents };
  const { points } =
    refundId === undefined ? reversalOfAll(before) : reversalOf(before, givenCents);
  if (points === 0) return [];
  return [
    {
      type: 'loyalty.reversed',
      data: { customerId, orderId, points, ...(refundId === undefined ? {} : { refundId }) },
    },
  ];
}
