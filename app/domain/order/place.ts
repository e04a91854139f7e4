import { accept, refuse, type Result } from '../../lib/result.ts';
import type { PlaceCommand } from './commands.ts';
import { doerOf } from './doer.ts';
import type { OrderEvent } from './events.ts';
import { collect } from './money/pay.ts';
import type { OrderRefusal } from './refusals.ts';
import { named, type Order } from './state.ts';

/** Writes an order with its prices and, unless it is paid later, its payment. */
export function place(order: Order, command: PlaceCommand): Result<OrderEvent[], OrderRefusal> {
  if (order.status !== 'draft') {
    return refuse({ code: 'order.already-placed', detail: { number: order.number } });
  }
  const { orderId, cart, shownTotalCents, payment, payContext, nonSales = [] } = command;
  // A gift voucher is sold by itself too.
  if (cart.lines.length + nonSales.length === 0) return refuse({ code: 'order.empty' });
  const { totalCents } = cart;
  if (shownTotalCents !== totalCents) {
    return refuse({ code: 'order.price-changed', detail: { shownTotalCents, totalCents } });
  }
  const lines = named(cart.lines);
  const twice = lines.find((line, index) => lines.findIndex(sameName(line)) !== index);
  if (twice !== undefined) {
    return refuse({ code: 'order.line-exists', detail: { lineId: twice.lineId } });
  }
  const placed: OrderEvent = { type: 'order.placed', data: dataOf(command, lines) };
  if (payment.method === 'later') return accept([placed]);
  const due = nonSales.reduce((sum, { cents }) => sum + cents, totalCents);
  const collected = collect(
    {
      orderId,
      dueCents: due,
      lines: lines.map(({ lineId, kind, grossCents }) => ({ lineId, kind, leftCents: grossCents })),
      payments: [],
    },
    { payment, context: payContext, doer: doerOf(command) },
  );
  return collected.ok ? accept([placed, ...collected.value]) : collected;
}

function sameName({ lineId }: { readonly lineId: string }) {
  return (line: { readonly lineId: string }) => line.lineId === lineId;
}

type Placed = Extract<OrderEvent, { type: 'order.placed' }>['data'];

function dataOf(command: PlaceCommand, lines: Placed['lines']): Placed {
  const { cart, note, nonSales = [], couponCodes = [], customerId, addressId } = command;
  return {
    orderId: command.orderId,
    number: command.number,
    businessDay: command.businessDay,
    placedAt: command.placedAt,
    channel: command.channel,
    mode: command.mode,
    lines,
    ...(cart.feeParts === undefined ? {} : { feeParts: cart.feeParts }),
    totalCents: cart.totalCents,
    vat: cart.vat,
    menuVersion: command.menuVersion,
    promisedAt: command.promisedAt,
    ...doerOf(command),
    ...(note === undefined ? {} : { note }),
    ...(nonSales.length === 0 ? {} : { nonSales }),
    ...(customerId === undefined ? {} : { customerId }),
    ...(addressId === undefined ? {} : { addressId }),
    ...(couponCodes.length === 0 ? {} : { couponCodes }),
    ...(command.isScheduled === true ? { isScheduled: true } : {}),
  };
}
