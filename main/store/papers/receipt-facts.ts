import { z } from 'zod';

import { PricedLineShape, VatAmountShape } from '#app/contract/shapes.ts';
import { specOf } from '#app/domain/menu/spec.ts';
import { detailTexts, titleText } from '#app/domain/menu/spec-text.ts';
import type { NonSale } from '#app/domain/order/events.ts';
import { query } from '#app/journal/query.ts';
import { type Sql, statement } from '#app/journal/sql.ts';
import type { PaymentTable } from '#app/journal/tables.ts';
import { formatEuros } from '#app/lib/money.ts';
import { localDate, localTime } from '#app/lib/time.ts';
import type { PaperTitle, ReceiptFacts, ReceiptLine, ReceiptPayment } from '#app/receipt/blocks.ts';

import type { StoreIdentity } from '../context.ts';
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
const refundsOf = statement<{ orderId: string }>()((place) =>
  query
    .selectFrom('refund_line')
    .selectAll()
    .where('order_id', '=', place('orderId'))
    .orderBy('at')
    .orderBy('line_id'),
);

const METHOD_LABEL: Record<string, string> = {
  cash: 'Espèces',
  card: 'Carte bancaire',
  'card-manual': 'Carte bancaire',
  'meal-voucher': 'Titres-restaurant',
  'meal-voucher-card': 'Carte titre-restaurant',
  cheque: 'Chèque',
  'gift-voucher': 'Bon d’achat',
};

export type Paper = 'receipt' | 'note' | 'invoice';

/** What a paper says of an order, from the rows of the store. Throws for an unknown order. */
export function receiptFacts({
  sql,
  store,
  orderId,
  copy,
  software,
  paper = 'receipt',
  isTraining = false,
}: {
  sql: Sql;
  store: StoreIdentity;
  orderId: string;
  copy: number;
  software: { name: string; version: string };
  paper?: Paper;
  isTraining?: boolean;
}): ReceiptFacts {
  const order = sql.get(orderById, { orderId });
  if (order === undefined) throw new Error(`no order ${orderId} to print`);
  const { addressLines, siret, vatId, name } = store;
  const lines = z.array(PricedLineShape).parse(JSON.parse(order.lines));
  const nonSales = JSON.parse(order.non_sales ?? '[]') as NonSale[];
  const refunds = sql.all(refundsOf, { orderId }).map((row) => ({
    name: nameOf(lines, row.line_id, row.quantity),
    cents: 0 - row.gross_cents,
  }));
  const title = titleOf({ sql, store, orderId, paper });
  return {
    store: { name, addressLines, siret, vatId },
    number: order.number,
    date: localDate(order.placed_at, store.zone),
    time: localTime(order.placed_at, store.zone),
    mode: order.mode as 'take-away',
    operator: 'Caisse',
    ...(title === undefined ? {} : { title }),
    ...(isTraining ? { isTraining } : {}),
    lines: lines.map(lineOf),
    vat: z.array(VatAmountShape).parse(JSON.parse(order.vat)),
    ...(order.fee_cents === 0 ? {} : { feeCents: order.fee_cents }),
    totalCents: order.total_cents,
    ...(refunds.length === 0 ? {} : { refunds }),
    ...(nonSales.length === 0 ? {} : { nonSales: nonSales.map(nonSaleShown) }),
    payments: sql.all(paidPayments, { orderId }).map(paymentOf),
    copy,
    software,
  };
}

type Lines = z.output<typeof PricedLineShape>[];

function lineOf(line: Lines[number]): ReceiptLine {
  const spec = specOf(line);
  return {
    quantity: line.quantity,
    name: titleText(spec),
    detail: [
      ...(line.deal === undefined ? [] : [line.deal.name]),
      ...detailTexts(spec),
      ...(line.override?.kind === 'free' ? ['Offert'] : []),
    ],
    unitPriceCents: line.unitPriceCents,
    grossCents: line.grossCents,
    vatRateBp: line.vatRateBp,
    ...(line.discounts === undefined ? {} : { discounts: line.discounts }),
  };
}

function nameOf(lines: Lines, lineId: string, quantity: number): string {
  const line = lines.find((known, place) => (known.lineId ?? String(place + 1)) === lineId);
  return line === undefined ? lineId : titleText(specOf({ ...line, quantity }));
}

function nonSaleShown({ label, cents, code }: NonSale) {
  return { label, cents, ...(code === undefined ? {} : { code }) };
}

function paymentOf(row: PaymentTable): ReceiptPayment {
  const label = METHOD_LABEL[row.method] ?? row.method;
  const isRefund = row.direction === 'refund';
  return {
    label: isRefund ? `Rendu, ${label.toLowerCase()}` : label,
    amountCents: isRefund ? 0 - row.amount_cents : row.amount_cents,
    ...(row.method === 'cash' && !isRefund
      ? { tenderedCents: row.tendered_cents, changeCents: row.change_cents }
      : {}),
    ...(row.tip_cents === 0 ? {} : { detail: [`Pourboire ${formatEuros(row.tip_cents)}`] }),
  };
}

function titleOf({
  sql,
  store,
  orderId,
  paper,
}: {
  sql: Sql;
  store: StoreIdentity;
  orderId: string;
  paper: Paper;
}): PaperTitle | undefined {
  if (paper === 'receipt') return undefined;
  if (paper === 'note') return { kind: 'note' };
  const invoice = invoiceOf(sql, orderId);
  if (invoice === undefined) throw new Error(`no invoice was made of ${orderId}`);
  const { invoiceNumber, issuedAt, ...buyer } = invoice;
  return { kind: 'invoice', number: invoiceNumber, date: localDate(issuedAt, store.zone), buyer };
}
