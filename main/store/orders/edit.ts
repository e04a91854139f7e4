import type { Caller, Handlers } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import { availability, checkAvailable } from '#app/domain/menu/availability.ts';
import { momentOf } from '#app/domain/menu/moment.ts';
import type { Mode } from '#app/domain/menu.ts';
import type { OrderCommand } from '#app/domain/order/commands.ts';
import { type MergedEdit, mergeEdit } from '#app/domain/order/edit/merge-edit.ts';
import type { CartLine, PricedLine } from '#app/domain/order/events.ts';
import { dueCents, type Order, type PlacedOrder } from '#app/domain/order/state.ts';
import { cartLineOf } from '#app/domain/pricing/kept.ts';
import { type PricedCart, priceCart } from '#app/domain/pricing.ts';
import { type Right, RIGHTS } from '#app/domain/staff/rights.ts';
import { accept, type Refusal, type Result, refuse } from '#app/lib/result.ts';

import type { StoreContext } from '../context.ts';
import { doerOf } from '../doer.ts';
import { soldOutsNow } from '../menu/sold-outs.ts';
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
  const granted = new Set<Right>();
  let grantedBy: string | undefined;
  for (;;) {
    const outcome = attempt(context, input, { caller, granted, grantedBy });
    const right = outcome.ok ? undefined : rightNeeded(outcome.refusal);
    if (right === undefined || granted.has(right)) return answerOf(context, outcome, input);
    const approved = await context.approve({ caller, right, approval, orderId, reason });
    if (!approved.ok) return approved;
    granted.add(right);
    grantedBy ??= approved.value.grantedBy;
  }
}

function rightNeeded({ code, detail }: Refusal): Right | undefined {
  return code === 'order.needs-right'
    ? RIGHTS.find((right) => right === detail?.['right'])
    : undefined;
}

type By = {
  readonly caller: Caller;
  /** What a person with the right has allowed by now. */
  readonly granted: ReadonlySet<Right>;
  readonly grantedBy: string | undefined;
};

function attempt(
  context: StoreContext,
  input: EditInput,
  { caller, granted, grantedBy }: By,
): Result<Order> {
  return runOrder(context.journal, input.orderId, (order): Result<OrderCommand> => {
    if (order.status === 'draft') return refuse({ code: 'order.not-found' });
    if (order.editIds.includes(input.editId)) return refuse({ code: 'order.already-edited' });
    const merged = mergeEdit(order, input);
    if (!merged.ok) return merged;
    const { touched, lines } = merged.value;
    const mode = input.mode ?? order.mode;
    const available = checkMore(context, order, { lines, touched, mode });
    if (!available.ok) return available;
    const priced = priceEdited(context, order, { ...merged.value, mode });
    if (!priced.ok) return priced;
    const right = rightToGive(order, priced.value.lines);
    if (right !== undefined && !granted.has(right)) {
      return refuse({ code: 'order.needs-right', detail: { right } });
    }
    return accept({
      type: 'edit',
      editId: input.editId,
      revisionSeen: order.revision,
      cart: priced.value,
      touched,
      mode,
      mayUndoStarted: granted.has('order.undo-started'),
      ...(input.note === undefined ? {} : { note: input.note }),
      ...(input.reason === undefined ? {} : { reason: input.reason }),
      ...doerOf(caller, grantedBy),
    });
  });
}

/** The whole order as it is to be, at the moment of its placing; a fee stays as it was sold. */
function priceEdited(
  context: StoreContext,
  order: PlacedOrder,
  { lines, kept, mode }: Pick<MergedEdit, 'lines' | 'kept'> & { readonly mode: Mode },
): Result<PricedCart> {
  const feeCents = order.feeParts.reduce((sum, { grossCents }) => sum + grossCents, 0);
  const { channel, couponCodes, customerId, addressId, orderId } = order;
  const cart = cartOf(
    context,
    { channel, mode, lines, couponCodes: [...couponCodes], customerId, addressId },
    {
      at: order.placedAt,
      kept: { lines: kept, mode: order.mode },
      orderId,
      ...(mode === order.mode ? { feeCents } : {}),
    },
  );
  return cart.ok ? priceCart(cart.value) : cart;
}

/** Whether what comes in can be sold; what is there already was sold, even if it is out by now. */
function checkMore(
  context: StoreContext,
  order: PlacedOrder,
  { lines, touched, mode }: Pick<MergedEdit, 'lines' | 'touched'> & { readonly mode: Mode },
): Result<undefined> {
  const asked = {
    menu: context.menu,
    storeId: context.store.id,
    channel: order.channel,
    mode,
    at: momentOf(order.placedAt, context.store.zone),
    soldOuts: soldOutsNow(context.sql, context.now()),
  };
  const sold = new Map(order.lines.map((line) => [line.lineId, line]));
  const here = availability(asked);
  const isMore = ({ lineId = '', quantity }: CartLine) => {
    const before = sold.get(lineId);
    if (before === undefined) return true;
    if (!touched.changed.includes(lineId)) return false;
    return quantity > before.quantity || here.line(cartLineOf(before)) === 'available';
  };
  return checkAvailable(lines.filter(isMore), asked);
}

/** A price set by hand, or a gift, was allowed for so many: more of it takes the right anew. */
function rightToGive(order: PlacedOrder, lines: readonly PricedLine[]): Right | undefined {
  const before = new Map(order.lines.map((line) => [line.lineId, line.quantity]));
  const more = lines.find(
    ({ lineId = '', quantity, override }) =>
      override !== undefined && quantity > (before.get(lineId) ?? 0),
  );
  if (more?.override === undefined) return undefined;
  return more.override.kind === 'free' ? 'item.free' : 'price.override';
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
