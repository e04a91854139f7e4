import { z } from 'zod';

import { PricedLineShape, VatAmountShape } from '#app/contract/shapes.ts';
import type { NonSale, OrderEvent } from '#app/domain/order/events.ts';
import { query } from '#app/journal/query.ts';
import { type Sql, statement } from '#app/journal/sql.ts';
import type { PaymentTable } from '#app/journal/tables.ts';
import { localDate } from '#app/lib/time.ts';
import type { PaperTitle, ReceiptFacts } from '#app/receipt/blocks.ts';
import { orderReceipt, type PaymentOnPaper } from '#app/receipt/order-receipt.ts';

import type { StoreIdentity } from '../context.ts';
import { people } from '../../database/people-tables.ts';
import { orderStream } from '../run-order.ts';
import { invoiceOf } from './invoices.ts';

const orderById = statement<{ orderId: string }>()((place) =>
  query.selectFrom('orders').selectAll().where('order_id', '=', place('orderId')),
);
const paidPayments = statement<{ orderId: string }>()((place) =>
  query
    .selectFrom('payment')
    .selectAll()
    .where('order_id', '=', place('orderId'))
    .where('status', '=', 'paid')
    .orderBy('started_at')
    .orderBy('payment_id'),
);
const entriesOf = statement<{ stream: string }>()((place) =>
  query.selectFrom('journal').select('text').where('stream', '=', place('stream')).orderBy('seq'),
);
const firstName = statement<{ id: string }>()((place) =>
  people.selectFrom('employee').select('first_name').where('employee_id', '=', place('id')),
);

export type Paper = 'receipt' | 'note' | 'invoice';

type Asked = {
  readonly sql: Sql;
  readonly store: StoreIdentity;
  readonly orderId: string;
  readonly copy: number;
  readonly software: { readonly name: string; readonly version: string };
  readonly paper?: Paper;
  readonly isTraining?: boolean;
};

/** What a paper says of an order, from the rows of the store. Throws for an unknown order. */
export function receiptFacts(asked: Asked): ReceiptFacts {
  const { sql, store, orderId, copy, software, isTraining = false } = asked;
  const order = sql.get(orderById, { orderId });
  if (order === undefined) throw new Error(`no order ${orderId} to print`);
  const events = eventsOf(sql, orderId);
  return orderReceipt(
    {
      number: order.number,
      placedAt: order.placed_at,
      mode: order.mode as 'take-away',
      lines: z.array(PricedLineShape).parse(JSON.parse(order.lines)),
      vat: z.array(VatAmountShape).parse(JSON.parse(order.vat)),
      feeCents: order.fee_cents,
      totalCents: order.total_cents,
      // Written by our own projection.
      nonSales: JSON.parse(order.non_sales ?? '[]') as NonSale[],
      refunds: events.flatMap((event) => (event.type === 'order.refunded' ? [event.data] : [])),
      payments: sql.all(paidPayments, { orderId }).map(paymentOf),
      isCancelled: order.status === 'cancelled',
      takenBy: takenBy(sql, events),
    },
    store,
    { copy, software, title: titleOf(asked), isTraining },
  );
}

/** The order as its journal tells it: who placed it, and the VAT of each refund as it was decided. */
function eventsOf(sql: Sql, orderId: string): OrderEvent[] {
  return sql
    .all(entriesOf, { stream: orderStream(orderId) })
    .map(({ text }) => JSON.parse(text) as OrderEvent);
}

/**
 * The first name of who took the order, as it stands today: the journal knows the id only. A screen
 * where nobody had signed in has no name.
 */
function takenBy(sql: Sql, events: readonly OrderEvent[]): string | undefined {
  const placed = events.find((event) => event.type === 'order.placed');
  if (placed === undefined) return undefined;
  return sql.get(firstName, { id: placed.data.by })?.first_name;
}

function paymentOf(row: PaymentTable): PaymentOnPaper {
  return {
    method: row.method,
    isRefund: row.direction === 'refund',
    amountCents: row.amount_cents,
    tipCents: row.tip_cents,
    ...(row.method === 'cash'
      ? { tenderedCents: row.tendered_cents, changeCents: row.change_cents }
      : {}),
  };
}

function titleOf({ sql, store, orderId, paper = 'receipt' }: Asked): PaperTitle | undefined {
  if (paper === 'receipt') return undefined;
  if (paper === 'note') return { kind: 'note' };
  const invoice = invoiceOf(sql, orderId);
  if (invoice === undefined) throw new Error(`no invoice was made of ${orderId}`);
  const { invoiceNumber, issuedAt, ...buyer } = invoice;
  return { kind: 'invoice', number: invoiceNumber, date: localDate(issuedAt, store.zone), buyer };
}
