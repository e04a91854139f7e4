import { assertNever } from '../../lib/assert.ts';
import { refuse, type Result } from '../../lib/result.ts';
import { cancel } from './cancel.ts';
import type { OrderCommand } from './commands.ts';
import { doerOf } from './doer.ts';
import { edit } from './edit/edit.ts';
import type { OrderEvent } from './events.ts';
import { refundPayment, reversePayment } from './money/give-back.ts';
import { accountLines } from './money/meal-vouchers.ts';
import { type Account, collect } from './money/pay.ts';
import { record, resolve } from './payments.ts';
import { place } from './place.ts';
import type { OrderRefusal } from './refusals.ts';
import { refund } from './money/refund.ts';
import { dueCents, type LiveOrder, type Order, type PlacedOrder } from './state.ts';
import { acknowledge, finish, handOver, recall, reschedule, start, transfer } from './steps.ts';

export type { OrderCommand, PlaceCommand } from './commands.ts';
export { evolve, orderFrom } from './evolve.ts';
export { DRAFT, dueCents, isForKitchen } from './state.ts';
export type { PayContext, PaymentAsked } from './money/pay.ts';
export type { Order, PlacedOrder } from './state.ts';

/** Signs the answers of the terminal where nobody is named. */
const TERMINAL = 'terminal';

/** What a command makes of an order: the facts to write, or why not. No fact: it is so already. */
export function decide(order: Order, command: OrderCommand): Result<OrderEvent[], OrderRefusal> {
  if (command.type === 'place') return place(order, command);
  if (order.status === 'draft') return refuse({ code: 'order.not-found' });
  switch (command.type) {
    case 'record-payment':
      return record(order, { ...command, by: command.by ?? TERMINAL });
    case 'resolve':
      return resolve(order, { ...command, doer: doerOf(command) });
    case 'reverse-payment':
      return reversePayment(order, command);
    case 'refund-payment':
      return refundPayment(order, command);
    case 'acknowledge':
      return acknowledge(order, command);
    default:
      return order.status === 'cancelled'
        ? refuse({ code: 'order.cancelled' })
        : decideOnLive(order, command);
  }
}

type LiveCommand = Exclude<
  OrderCommand,
  {
    type:
      | 'place'
      | 'record-payment'
      | 'resolve'
      | 'reverse-payment'
      | 'refund-payment'
      | 'acknowledge';
  }
>;

/** What can only be done as long as the order is not cancelled. */
function decideOnLive(order: LiveOrder, command: LiveCommand): Result<OrderEvent[], OrderRefusal> {
  switch (command.type) {
    case 'pay':
      return collect(accountOf(order), { ...command, doer: doerOf(command) });
    case 'edit':
      return edit(order, command);
    case 'cancel':
      return cancel(order, command);
    case 'refund':
      return refund(order, command);
    case 'reschedule':
      return reschedule(order, command);
    case 'transfer':
      return transfer(order, command);
    case 'start':
      return start(order, command);
    case 'finish':
      return finish(order, command);
    case 'recall':
      return recall(order, command);
    case 'hand-over':
      return handOver(order, command);
    default:
      return assertNever(command);
  }
}

/** What the rules of payment see of an order: what is due, and what is left of each line. */
function accountOf(order: PlacedOrder): Account {
  const { orderId, payments } = order;
  return { orderId, payments, dueCents: dueCents(order), lines: accountLines(order) };
}
