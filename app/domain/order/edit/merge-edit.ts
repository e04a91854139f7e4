import { accept, refuse, type Result } from '../../../lib/result.ts';
import type { Mode } from '../../menu.ts';
import { cartLineOf } from '../../pricing/kept.ts';
import type { Touched } from '../commands.ts';
import type { CartLine, Change, PricedLine } from '../events.ts';
import type { OrderRefusal } from '../refusals.ts';
import { type PlacedOrder, refundedOf, type StandingLine } from '../state.ts';

type NamedCartLine = CartLine & { readonly lineId: string };

/** One change of a placed order. A line is named by its id. */
export type EditOperation =
  | { readonly kind: 'add'; readonly line: NamedCartLine }
  | { readonly kind: 'remove'; readonly lineId: string }
  /** The line as it is to be from now on. */
  | { readonly kind: 'replace'; readonly line: NamedCartLine };

export type EditAsked = {
  /** Of the order when the screen read it. */
  readonly baseRevision: number;
  readonly operations: readonly EditOperation[];
  /** Absent: as it is. */
  readonly mode?: Mode | undefined;
  readonly note?: string | undefined;
  /** With it, an edit made before is recognised before anything else is looked at. */
  readonly editId?: string | undefined;
};

export type MergedEdit = {
  /** Every line of the order as it is to be, in their order: to be priced together. */
  readonly lines: CartLine[];
  /**
   * All lines of before, as sold: what did not change keeps its price, what was taken out tells that
   * its deal is broken and what points took off it.
   */
  readonly kept: PricedLine[];
  readonly touched: Touched;
};

/**
 * Applies what one screen asked to what the order is by now. Lines that nobody else changed merge;
 * a line that somebody changed since is refused by its name, and nothing of the whole is done.
 */
export function mergeEdit(order: PlacedOrder, asked: EditAsked): Result<MergedEdit, OrderRefusal> {
  const made = asked.editId === undefined ? -1 : order.editIds.indexOf(asked.editId);
  if (made !== -1) return refuse({ code: 'order.already-edited', detail: { revision: made + 2 } });
  if (asked.baseRevision > order.revision) {
    return refuse({ code: 'order.unknown-revision', detail: { revision: order.revision } });
  }
  const isOtherMode = asked.mode !== undefined && asked.mode !== order.mode;
  // Another mode may mean another VAT rate, and what was given back was given at the old one.
  if (isOtherMode && order.refunds.length > 0) return refuse({ code: 'order.line-refunded' });
  const lines = new Map<string, CartLine>(
    order.lines.map((line) => [line.lineId, cartLineOf(line)]),
  );
  for (const operation of asked.operations) {
    const refusal = apply(order, lines, operation, asked.baseRevision);
    if (refusal !== undefined) return refuse(refusal);
  }
  if (lines.size === 0) return refuse({ code: 'order.empty' });
  const touched = touchedBetween(order, lines);
  const isOtherNote = asked.note !== undefined && asked.note !== order.note;
  if (!isOtherMode && !isOtherNote && isNothing(touched)) {
    return refuse({ code: 'order.nothing-to-change' });
  }
  return accept({
    lines: [...lines.values()],
    kept: [...order.lines],
    touched,
  });
}

export function isNothing({ added, changed, removed }: Touched): boolean {
  return added.length + changed.length + removed.length === 0;
}

/** Changes `lines`, or says why it may not. */
function apply(
  order: PlacedOrder,
  lines: Map<string, CartLine>,
  operation: EditOperation,
  baseRevision: number,
): OrderRefusal | undefined {
  if (operation.kind === 'add') {
    const { lineId } = operation.line;
    const wasThere = order.lineRevisions[lineId] !== undefined || lines.has(lineId);
    if (wasThere) return { code: 'order.line-exists', detail: { lineId } };
    lines.set(lineId, operation.line);
    return undefined;
  }
  const lineId = operation.kind === 'remove' ? operation.lineId : operation.line.lineId;
  const changedAt = order.lineRevisions[lineId] ?? 0;
  const standing = order.lines.find((line) => line.lineId === lineId);
  if (changedAt > baseRevision) {
    return { code: 'order.edited-elsewhere', detail: { lineId, name: standing?.name ?? lineId } };
  }
  if (!lines.has(lineId)) return { code: 'order.unknown-line', detail: { lineId } };
  if (refundedOf(order, lineId).quantity > 0) {
    return { code: 'order.line-refunded', detail: { lineId, name: standing?.name ?? lineId } };
  }
  if (operation.kind === 'remove') lines.delete(lineId);
  else lines.set(lineId, operation.line);
  return undefined;
}

function touchedBetween(order: PlacedOrder, lines: ReadonlyMap<string, CartLine>): Touched {
  const before = new Map(order.lines.map((line) => [line.lineId, line]));
  const ids = [...lines.keys()];
  return {
    added: ids.filter((lineId) => !before.has(lineId)),
    changed: [...lines].flatMap(([lineId, line]) => {
      const standing = before.get(lineId);
      return standing === undefined || isSameAsked(standing, line) ? [] : [lineId];
    }),
    removed: [...before.keys()].filter((lineId) => !lines.has(lineId)),
  };
}

/** Whether a line, as sold, is what is asked: prices and names do not matter. */
function isSameAsked(standing: StandingLine, line: CartLine): boolean {
  return keyOf(cartLineOf(standing)) === keyOf(line);
}

/** Options come in the order they were tapped; the order says nothing. */
function keyOf(line: CartLine): string {
  const { productId, sizeId, quantity, note, doughId, parts = [], options = [], deal } = line;
  return JSON.stringify([
    productId,
    sizeId,
    quantity,
    note,
    doughId,
    line.changes.map(changeKey),
    parts.map((part) => [part.productId, part.quarters, part.changes.map(changeKey)]),
    options
      .map(({ groupId, optionId, quantity: count }) => `${groupId} ${optionId} ${count}`)
      .sort(),
    deal === undefined ? [] : [deal.instance, deal.dealId, deal.slotId],
  ]);
}

function changeKey({ ingredientId, action, withIngredientId }: Change): readonly unknown[] {
  return [ingredientId, action, withIngredientId];
}
