import type { Caller, Handlers } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import type { OrderCommand } from '#app/domain/order/commands.ts';
import { mergeEdit } from '#app/domain/order/edit/merge-edit.ts';
import { dueCents, type Order } from '#app/domain/order/state.ts';
import { priceCart } from '#app/domain/pricing.ts';
import { accept, type Result, refuse } from '#app/lib/result.ts';

import type { StoreContext } from '../context.ts';
import { doerOf } from '../doer.ts';
import { orderOf, runOrder } from '../run-order.ts';
import { cartOf } from './cart-of.ts';

type Edit = Handlers<StoreContract, Caller>['order.edit'];
type EditInput = Parameters<Edit>[0];
type EditAnswer = { revision: number; totalCents: number; dueCents: number };

/**
 * Changes a placed order: the operations are merged with what others did meanwhile, the whole is
 * priced again at the moment of its placing, and only the difference goes to the kitchen. A retry
 * with the same `editId` gets the first answer.
 */
export async function edit(
  context: StoreContext,
  input: EditInput,
  caller: Caller,
): Promise<Result<EditAnswer>> {
  const { orderId, approval, reason } = input;
  const first = attempt(context, input, caller, { mayUndoStarted: false });
  if (first.ok || first.refusal.code !== 'order.needs-right')
    return answerOf(context, first, input);
  const approved = await context.approve({
    caller,
    right: 'order.undo-started',
    approval,
    orderId,
    reason,
  });
  if (!approved.ok) return approved;
  const { grantedBy } = approved.value;
  const second = attempt(context, input, caller, { mayUndoStarted: true, grantedBy });
  return answerOf(context, second, input);
}

function attempt(
  context: StoreContext,
  input: EditInput,
  caller: Caller,
  { mayUndoStarted, grantedBy }: { mayUndoStarted: boolean; grantedBy?: string | undefined },
): Result<Order> {
  const doer = doerOf(caller, grantedBy);
  return runOrder(context.journal, input.orderId, (order): Result<OrderCommand> => {
    if (order.status === 'draft') return refuse({ code: 'order.not-found' });
    if (order.editIds.includes(input.editId)) return refuse({ code: 'order.already-edited' });
    const merged = mergeEdit(order, input);
    if (!merged.ok) return merged;
    const mode = input.mode ?? order.mode;
    const cart = cartOf(
      context,
      {
        channel: order.channel,
        mode,
        lines: merged.value.lines,
        couponCodes: [...order.couponCodes],
        customerId: order.customerId,
        addressId: order.addressId,
      },
      {
        at: order.placedAt,
        kept: { lines: merged.value.kept, mode: order.mode },
        orderId: order.orderId,
      },
    );
    if (!cart.ok) return cart;
    const priced = priceCart(cart.value);
    if (!priced.ok) return priced;
    return accept({
      type: 'edit',
      editId: input.editId,
      revisionSeen: order.revision,
      cart: priced.value,
      touched: merged.value.touched,
      mode,
      mayUndoStarted,
      ...(input.note === undefined ? {} : { note: input.note }),
      ...(input.reason === undefined ? {} : { reason: input.reason }),
      ...doer,
    });
  });
}

function answerOf(
  { journal }: StoreContext,
  outcome: Result<Order>,
  { orderId }: EditInput,
): Result<EditAnswer> {
  if (!outcome.ok && outcome.refusal.code !== 'order.already-edited') return outcome;
  const order = outcome.ok ? outcome.value : orderOf(journal, orderId);
  if (order.status === 'draft') return refuse({ code: 'order.not-found' });
  const { revision, totalCents } = order;
  return accept({ revision, totalCents, dueCents: dueCents(order) });
}
