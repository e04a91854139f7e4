import { accept, refuse, type Result } from '../../lib/result.ts';
import type { CancelCommand } from './commands.ts';
import { doerOf } from './doer.ts';
import type { OrderEvent, Reversal } from './events.ts';
import { figuresOf } from './edit/figures.ts';
import { hasOpenPayment } from './payments.ts';
import type { OrderRefusal } from './refusals.ts';
import { vatBorne } from './money/refund.ts';
import { isGiven, type LiveOrder, refundedCents, refundedOf } from './state.ts';

/** An order that the kitchen has begun takes a right to cancel. What was paid is owed from then on. */
export function cancel(
  order: LiveOrder,
  command: CancelCommand,
): Result<OrderEvent[], OrderRefusal> {
  if (isGiven(order)) return refuse({ code: 'order.already-given' });
  if (order.status !== 'placed' && !command.mayUndoStarted) {
    return refuse({ code: 'order.needs-right', detail: { right: 'order.undo-started' } });
  }
  if (hasOpenPayment(order.payments)) return refuse({ code: 'payment.open' });
  if (command.isVoucherUsed === true) return refuse({ code: 'order.voucher-used' });
  const { orderId } = order;
  const { reason } = command;
  const data = { orderId, reason, reversal: reversalOf(order), ...doerOf(command) };
  return accept([{ type: 'order.cancelled', data }]);
}

/** What is left of the order in the figures: refunds took theirs off already. */
function reversalOf(order: LiveOrder): Reversal {
  const { placedAt, businessDay, totalCents, lines } = order;
  return {
    placedAt,
    businessDay,
    totalCents: totalCents - refundedCents(order),
    netCents: vatBorne(order).reduce((sum, { netCents }) => sum + netCents, 0),
    lines: lines.flatMap((line) => {
      const back = refundedOf(order, line.lineId);
      const quantity = line.quantity - back.quantity;
      return quantity === 0
        ? []
        : [figuresOf(line, { quantity, grossCents: line.grossCents - back.grossCents })];
    }),
  };
}
