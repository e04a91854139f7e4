import { accept, refuse, type Result } from '../../../lib/result.ts';
import { refundLines } from '../../pricing/refund.ts';
import { vatBreakdown, vatByRate } from '../../vat.ts';
import type { RefundCommand } from '../commands.ts';
import { doerOf } from '../doer.ts';
import type { LineFigures, OrderEvent, RefundedLine, VatAmount } from '../events.ts';
import { figuresOf } from '../edit/figures.ts';
import type { OrderRefusal } from '../refusals.ts';
import { type LiveOrder, type PlacedOrder, refundedOf } from '../state.ts';

/**
 * Gives lines back at the price and the rate they were sold at (R-FISC-17, E11). The money follows
 * by itself: the order then owes it to the customer.
 */
export function refund(
  order: LiveOrder,
  command: RefundCommand,
): Result<OrderEvent[], OrderRefusal> {
  const { refundId, reason, at, businessDay } = command;
  if (order.refunds.some((known) => known.refundId === refundId)) {
    return refuse({ code: 'order.already-refunded' });
  }
  const asked = askedByLine(command.lines);
  if (asked.length === 0) return refuse({ code: 'order.nothing-to-change' });
  const refusal = refusalOf(order, asked);
  if (refusal !== undefined) return refuse(refusal);
  const already = order.refunds.flatMap((given) => given.lines);
  const lines = refundLines(order.lines, already, asked);
  const vat = vatGivenBack(order, lines);
  const totalCents = vat.reduce((sum, amount) => sum + amount.grossCents, 0);
  const netCents = vat.reduce((sum, amount) => sum + amount.netCents, 0);
  return accept([
    {
      type: 'order.refunded',
      data: {
        orderId: order.orderId,
        refundId,
        lines,
        totalCents,
        vat,
        reason,
        difference: {
          placedAt: at,
          businessDay,
          totalCents,
          netCents,
          lines: figuresOfRefund(order, lines),
        },
        ...doerOf(command),
      },
    },
  ]);
}

type LineAsked = RefundCommand['lines'][number];

/** The same line named twice is one. */
function askedByLine(lines: readonly LineAsked[]): LineAsked[] {
  const asked = new Map<string, number>();
  for (const { lineId, quantity } of lines) asked.set(lineId, (asked.get(lineId) ?? 0) + quantity);
  return [...asked].map(([lineId, quantity]) => ({ lineId, quantity }));
}

function refusalOf(order: LiveOrder, asked: readonly LineAsked[]): OrderRefusal | undefined {
  for (const { lineId, quantity } of asked) {
    const line = order.lines.find((known) => known.lineId === lineId);
    if (line === undefined) return { code: 'order.unknown-line', detail: { lineId } };
    const leftQuantity = line.quantity - refundedOf(order, lineId).quantity;
    if (quantity > leftQuantity) {
      return { code: 'order.refunded-more', detail: { lineId, name: line.name, leftQuantity } };
    }
  }
  return undefined;
}

function figuresOfRefund(order: LiveOrder, given: readonly RefundedLine[]): LineFigures[] {
  return given.flatMap(({ lineId, quantity, grossCents }) =>
    order.lines
      .filter((line) => line.lineId === lineId)
      .map((line) => figuresOf(line, { quantity: 0 - quantity, grossCents: 0 - grossCents })),
  );
}

/**
 * The VAT of what stays sold, less the VAT that the order bore until now: refunds add up to the
 * ticket exactly, however they are cut.
 */
function vatGivenBack(order: PlacedOrder, lines: readonly RefundedLine[]): VatAmount[] {
  const given = new Set(lines.map((line) => line.vatRateBp));
  const after = new Map(
    vatBreakdown(whatStays(order, lines)).map((amount) => [amount.rateBp, amount]),
  );
  return vatBorne(order)
    .filter((amount) => given.has(amount.rateBp))
    .map(({ rateBp, grossCents, vatCents }) => {
      const left = after.get(rateBp);
      const gross = (left?.grossCents ?? 0) - grossCents;
      const tax = (left?.vatCents ?? 0) - vatCents;
      return { rateBp, grossCents: gross, netCents: gross - tax, vatCents: tax };
    });
}

/** The VAT of an order, with what refunds took off it. */
export function vatBorne({ vat, refunds }: PlacedOrder): VatAmount[] {
  return vatByRate([...vat, ...refunds.flatMap((given) => given.vat)]);
}

/** The lines at what is left of their price, and the fee. */
function whatStays(order: PlacedOrder, given: readonly RefundedLine[]) {
  const lines = order.lines.map((line) => {
    const back = given
      .filter(({ lineId }) => lineId === line.lineId)
      .reduce((sum, { grossCents }) => sum + grossCents, refundedOf(order, line.lineId).grossCents);
    return { vatRateBp: line.vatRateBp, grossCents: line.grossCents - back };
  });
  return [...lines, ...order.feeParts];
}
