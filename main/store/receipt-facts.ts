import { z } from 'zod';

import { PricedLineShape, VatAmountShape } from '#app/contract/shapes.ts';
import { query } from '#app/journal/query.ts';
import { type Sql, statement } from '#app/journal/sql.ts';
import { localDate, localTime } from '#app/lib/time.ts';
import type { ReceiptFacts } from '#app/receipt/blocks.ts';

import type { StoreIdentity } from './context.ts';

const orderById = statement<{ orderId: string }>()((place) =>
  query.selectFrom('orders').selectAll().where('order_id', '=', place('orderId')),
);
const paidPayments = statement<{ orderId: string }>()((place) =>
  query
    .selectFrom('payment')
    .selectAll()
    .where('order_id', '=', place('orderId'))
    .where('status', '=', 'paid')
    .orderBy('payment_id'),
);

const METHOD_LABEL: Record<string, string> = { cash: 'Espèces', card: 'Carte bancaire' };

/** What a receipt says of an order, from the rows of the store. Throws for an unknown order. */
export function receiptFacts({
  sql,
  store,
  orderId,
  copy,
  software,
}: {
  sql: Sql;
  store: StoreIdentity;
  orderId: string;
  copy: number;
  software: { name: string; version: string };
}): ReceiptFacts {
  const order = sql.get(orderById, { orderId });
  if (order === undefined) throw new Error(`no order ${orderId} to print`);
  return {
    store: {
      name: store.name,
      addressLines: store.addressLines,
      siret: store.siret,
      vatId: store.vatId,
    },
    number: order.number,
    date: localDate(order.placed_at, store.zone),
    time: localTime(order.placed_at, store.zone),
    mode: order.mode as 'take-away',
    operator: 'Caisse',
    lines: z.array(PricedLineShape).parse(JSON.parse(order.lines)).map(lineOf),
    vat: z.array(VatAmountShape).parse(JSON.parse(order.vat)),
    totalCents: order.total_cents,
    payments: sql.all(paidPayments, { orderId }).map((payment) => ({
      label: METHOD_LABEL[payment.method] ?? payment.method,
      amountCents: payment.amount_cents,
      ...(payment.method === 'cash'
        ? { tenderedCents: payment.tendered_cents, changeCents: payment.change_cents }
        : {}),
    })),
    copy,
    software,
  };
}

function lineOf(line: z.output<typeof PricedLineShape>) {
  return {
    quantity: line.quantity,
    name: line.name,
    detail: line.changes.map((change) =>
      change.action === 'add' ? `+ ${change.name}` : `sans ${change.name}`,
    ),
    unitPriceCents: line.unitPriceCents,
    grossCents: line.grossCents,
    vatRateBp: line.vatRateBp,
  };
}
