import { assert } from '../../../lib/assert.ts';
import { accept, refuse, type Result } from '../../../lib/result.ts';
import type { EditCommand } from '../commands.ts';
import { doerOf } from '../doer.ts';
import type { OrderEvent } from '../events.ts';
import { lineDifference } from './figures.ts';
import { isNothing } from './merge-edit.ts';
import { openCents } from '../payments.ts';
import type { OrderRefusal } from '../refusals.ts';
import {
  dueCents,
  isForKitchen,
  isGiven,
  type LiveOrder,
  refundedOf,
  type StandingLine,
} from '../state.ts';

/**
 * Writes what `mergeEdit` allowed and pricing priced. A pizza added to an order that was ready calls
 * it back to the kitchen, which then makes what is marked and nothing else.
 */
export function edit(order: LiveOrder, command: EditCommand): Result<OrderEvent[], OrderRefusal> {
  const made = order.editIds.indexOf(command.editId);
  if (made !== -1) return refuse({ code: 'order.already-edited', detail: { revision: made + 2 } });
  if (isGiven(order)) return refuse({ code: 'order.already-given' });
  if (command.revisionSeen !== order.revision) {
    return refuse({ code: 'order.edited-meanwhile', detail: { revision: order.revision } });
  }
  const lines = command.cart.lines.map(withName);
  if (lines.length === 0) return refuse({ code: 'order.empty' });
  const refusal =
    lineRefusal(order, lines, command) ?? kitchenRefusal(order, lines, command) ?? undefined;
  if (refusal !== undefined) return refuse(refusal);
  // What is before the terminal cannot be lowered any more: nobody pays for what was taken out.
  const atTerminal = openCents(order.payments);
  const lessCents = order.totalCents - command.cart.totalCents;
  if (atTerminal > 0 && lessCents > 0 && dueCents(order) - lessCents < atTerminal) {
    return refuse({ code: 'payment.open' });
  }
  const isSame =
    isNothing(command.touched) &&
    command.mode === order.mode &&
    (command.note ?? order.note) === order.note &&
    command.cart.totalCents === order.totalCents;
  if (isSame) return refuse({ code: 'order.nothing-to-change' });
  const edited = eventOf(order, lines, command);
  const { added } = command.touched;
  const isMoreToMake = lines.some((line) => added.includes(line.lineId) && isForKitchen(line));
  if (order.status !== 'ready' || !isMoreToMake) return accept([edited]);
  return accept([
    edited,
    { type: 'order.recalled', data: { orderId: order.orderId, ...doerOf(command) } },
  ]);
}

function withName(line: EditCommand['cart']['lines'][number]): StandingLine {
  const { lineId } = line;
  assert(lineId !== undefined, 'every line of an edited order has its name');
  return { ...line, lineId };
}

/** The lines are those of before, less the removed, plus the added; what was given back stands still. */
function lineRefusal(
  order: LiveOrder,
  lines: readonly StandingLine[],
  { touched, mode }: EditCommand,
): OrderRefusal | undefined {
  for (const lineId of touched.added) {
    if (order.lineRevisions[lineId] !== undefined) {
      return { code: 'order.line-exists', detail: { lineId } };
    }
  }
  const removed = new Set(touched.removed);
  const expected = [
    ...order.lines.map(({ lineId }) => lineId).filter((lineId) => !removed.has(lineId)),
    ...touched.added,
  ];
  const ids = new Set(lines.map(({ lineId }) => lineId));
  assert(
    ids.size === lines.length &&
      expected.length === ids.size &&
      expected.every((lineId) => ids.has(lineId)),
    `the edit of ${order.orderId} says which lines it touches`,
  );
  for (const before of order.lines) {
    if (refundedOf(order, before.lineId).quantity === 0) continue;
    const after = lines.find(({ lineId }) => lineId === before.lineId);
    const isAsSold =
      mode === order.mode &&
      after !== undefined &&
      after.quantity === before.quantity &&
      after.grossCents === before.grossCents &&
      after.vatRateBp === before.vatRateBp;
    if (isAsSold) continue;
    const { lineId, name } = before;
    return { code: 'order.line-refunded', detail: { lineId, name } };
  }
  return undefined;
}

/**
 * Adding is always allowed. What the kitchen has begun takes a right to undo; what it has finished
 * is not undone but refunded.
 */
function kitchenRefusal(
  order: LiveOrder,
  lines: readonly StandingLine[],
  { touched, mayUndoStarted }: EditCommand,
): OrderRefusal | undefined {
  if (order.status === 'placed') return undefined;
  const touchedIds = new Set([...touched.changed, ...touched.removed]);
  const isUndoing = [...order.lines, ...lines].some(
    (line) => touchedIds.has(line.lineId) && isForKitchen(line),
  );
  if (!isUndoing) return undefined;
  if (order.status === 'ready') return { code: 'order.already-prepared' };
  if (mayUndoStarted) return undefined;
  return { code: 'order.needs-right', detail: { right: 'order.undo-started' } };
}

function eventOf(
  order: LiveOrder,
  lines: readonly StandingLine[],
  command: EditCommand,
): OrderEvent {
  const { cart, touched, reason, mode, editId } = command;
  const note = command.note ?? order.note;
  const netBefore = order.vat.reduce((sum, { netCents }) => sum + netCents, 0);
  return {
    type: 'order.edited',
    data: {
      orderId: order.orderId,
      editId,
      revision: order.revision + 1,
      mode,
      ...(note === undefined ? {} : { note }),
      lines,
      ...(cart.feeParts === undefined ? {} : { feeParts: cart.feeParts }),
      totalCents: cart.totalCents,
      vat: cart.vat,
      difference: {
        placedAt: order.placedAt,
        businessDay: order.businessDay,
        totalCents: cart.totalCents - order.totalCents,
        netCents: cart.netCents - netBefore,
        lines: lineDifference(order.lines, lines),
      },
      added: touched.added,
      changed: touched.changed,
      removed: touched.removed,
      ...(reason === undefined ? {} : { reason }),
      ...doerOf(command),
    },
  };
}
