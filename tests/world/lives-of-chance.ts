import { type EditOperation, mergeEdit } from '#app/domain/order/edit/merge-edit.ts';
import type { CartLine, PricedLine } from '#app/domain/order/events.ts';
import type { Order, OrderCommand } from '#app/domain/order/order.ts';
import { A_CARD, aPlaceCommand, aPricedCart, BY } from './orders.ts';
import type { Sold, Step } from './steps-of-chance.ts';

const RATES = { pizza: 1000, drink: 550, beer: 2000 } as const;

function pricedLine(lineId: string, line: Sold): PricedLine {
  const { kind, quantity, unitPriceCents } = line;
  const fullCents = quantity * unitPriceCents;
  const discountCents = Math.min(line.discountCents, fullCents);
  return {
    lineId,
    productId: `${kind}-${unitPriceCents % 3}`,
    sizeId: 'm',
    kind,
    name: kind,
    quantity,
    unitPriceCents,
    grossCents: fullCents - discountCents,
    vatRateBp: RATES[kind],
    changes: [],
  };
}

/** What the step means for the order as it is; undefined where it means nothing. */
export function commandOf(order: Order, step: Step, index: number): OrderCommand | undefined {
  if (step.kind === 'place') {
    const cart = aPricedCart(step.lines.map((line, at) => pricedLine(`p${at}`, line)));
    const mode = step.isDelivery ? 'delivery' : 'take-away';
    const nonSales = [{ nonSaleId: 'n', kind: 'container-deposit', label: 'Consigne', cents: 200 }];
    const isWithDeposit = (step.lines[0]?.quantity ?? 0) % 2 === 0;
    return aPlaceCommand({
      cart,
      mode,
      ...(isWithDeposit ? { nonSales: nonSales as [] } : {}),
    });
  }
  if (order.status === 'draft') return undefined;
  switch (step.kind) {
    case 'edit':
      return editOf(order, step, index);
    case 'pay':
      return payOf(order, step, index);
    case 'answer': {
      const open = openOf(order);
      if (open === undefined) return undefined;
      const { status } = step;
      const result =
        status === 'paid' ? ({ status, card: A_CARD } as const) : { status, reason: 'refus' };
      return { type: 'record-payment', paymentId: open.paymentId, result };
    }
    case 'resolve': {
      const open = openOf(order);
      const { outcome } = step;
      return open && { type: 'resolve', paymentId: open.paymentId, outcome, by: BY };
    }
    case 'reverse': {
      const paymentId = order.payments[step.place]?.paymentId ?? 'none';
      return { type: 'reverse-payment', paymentId, reason: 'erreur', by: BY };
    }
    case 'give-back': {
      const ofPaymentId = order.payments[step.place]?.paymentId ?? 'none';
      const part = step.isPart ? { amountCents: 1 + step.place * 100 } : {};
      return { type: 'refund-payment', paymentId: `b${index}`, ofPaymentId, ...part, by: BY };
    }
    case 'refund':
      return refundOf(order, step, index);
    case 'cancel': {
      const { mayUndoStarted } = step;
      return { type: 'cancel', reason: 'client parti', mayUndoStarted, by: BY };
    }
    case 'acknowledge':
      return { type: 'acknowledge', revision: order.revision, by: BY };
    case 'transfer':
      return { type: 'transfer', toDevice: `till-${step.to}`, by: BY };
    case 'reschedule': {
      const promisedAt = `2026-11-20T19:0${step.to}:00.000Z`;
      return { type: 'reschedule', promisedAt, isScheduled: true, by: BY };
    }
    default:
      return { type: step.kind, by: BY };
  }
}

type Live = Exclude<Order, { status: 'draft' }>;
type Of<Kind extends Step['kind']> = Extract<Step, { kind: Kind }>;

function openOf({ payments }: Live) {
  return payments.find(({ status }) => status === 'asked' || status === 'in-doubt');
}

function asked(lineId: string, line: Sold): CartLine & { readonly lineId: string } {
  const { productId, sizeId, quantity, changes } = pricedLine(lineId, line);
  return { lineId, productId, sizeId, quantity, changes };
}

/** Merged and priced as the store node does: what is not touched keeps what it was sold at. */
function editOf(order: Live, step: Of<'edit'>, index: number): OrderCommand | undefined {
  const priced = new Map<string, PricedLine>(order.lines.map((line) => [line.lineId, line]));
  const operations: EditOperation[] = [];
  for (const at of step.remove) {
    const lineId = order.lines[at]?.lineId;
    if (lineId !== undefined) operations.push({ kind: 'remove', lineId });
  }
  for (const { place: at, by } of step.replace) {
    const lineId = order.lines[at]?.lineId;
    if (lineId === undefined || step.remove.includes(at)) continue;
    priced.set(lineId, pricedLine(lineId, by));
    operations.push({ kind: 'replace', line: asked(lineId, by) });
  }
  for (const [at, line] of step.add.entries()) {
    const lineId = `e${index % 7}x${at}`;
    priced.set(lineId, pricedLine(lineId, line));
    operations.push({ kind: 'add', line: asked(lineId, line) });
  }
  const editId = `edit-${index % 9}`;
  const baseRevision = step.isStale ? 1 : order.revision;
  const merged = mergeEdit(order, { baseRevision, operations, editId });
  if (!merged.ok) return undefined;
  const { changed, added } = merged.value.touched;
  const standing = new Map(order.lines.map((line) => [line.lineId, line]));
  const lines = merged.value.lines.flatMap(({ lineId = '' }) => {
    const line =
      changed.includes(lineId) || added.includes(lineId)
        ? priced.get(lineId)
        : standing.get(lineId);
    return line === undefined ? [] : [line];
  });
  return {
    type: 'edit',
    editId,
    revisionSeen: order.revision,
    cart: aPricedCart(lines),
    touched: merged.value.touched,
    mode: order.mode,
    mayUndoStarted: step.mayUndoStarted,
    by: BY,
  };
}

/** `share` 0: all that is due; otherwise a part, or split by a line. */
function payOf(order: Live, { way, share }: Of<'pay'>, index: number): OrderCommand {
  const paymentId = `p${index % 12}`;
  const context = {
    mealVoucher: { capCents: 2500, isRestDay: index % 5 === 0 },
    voucherBalanceCents: 1500,
  };
  const lineId = order.lines[share]?.lineId;
  const part = share === 1 ? { amountCents: 500 } : {};
  const lines = share === 2 && lineId !== undefined ? { lineIds: [lineId] } : {};
  const common = { paymentId, ...part, ...lines };
  const pay = { type: 'pay', context, by: BY } as const;
  switch (way) {
    case 'cash':
      return { ...pay, payment: { method: way, ...common, tenderedCents: 20_000 } };
    case 'card':
      return { ...pay, payment: { method: way, ...common, tipCents: share * 50 } };
    case 'card-manual':
      return { ...pay, payment: { method: way, ...common, authorisation: '4217' } };
    case 'meal-voucher':
      return { ...pay, payment: { method: way, paymentId, titlesCents: [950, share * 300 + 1] } };
    case 'gift-voucher':
      return { ...pay, payment: { method: way, ...common, code: 'BON-1' } };
    default:
      return { ...pay, payment: { method: way, ...common } };
  }
}

function refundOf(order: Live, step: Of<'refund'>, index: number): OrderCommand {
  const line = { lineId: order.lines[step.place]?.lineId ?? 'none', quantity: step.quantity };
  return {
    type: 'refund',
    refundId: `r${index % 6}`,
    lines: step.isTwice ? [line, line] : [line],
    reason: 'froide',
    at: '2026-11-20T20:00:00.000Z',
    businessDay: '2026-11-20',
    by: BY,
  };
}
