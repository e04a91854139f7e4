import { z } from 'zod';

import type { Caller, Handlers } from '#app/contract/contract.ts';
import { PaymentStateShape, VatAmountShape } from '#app/contract/shapes.ts';
import type { StoreContract } from '#app/contract/store.ts';
import type { NonSale } from '#app/domain/order/events.ts';
import { query } from '#app/journal/query.ts';
import { statement } from '#app/journal/sql.ts';
import type { PaymentTable } from '#app/journal/tables.ts';
import { accept, refuse } from '#app/lib/result.ts';

import type { StoreContext } from '../context.ts';
import { orderSummary } from '../customers/order-summary.ts';
import { invoiceOf } from '../papers/invoices.ts';

/** More open orders than a screen can hold, fewer than would slow it. */
const BOARD_MAX = 300;

const ordersOfDay = statement<{ businessDay: string }>()((place) =>
  query
    .selectFrom('orders')
    .selectAll()
    .where('business_day', '=', place('businessDay'))
    .orderBy('number', 'desc')
    .limit(BOARD_MAX),
);
/** Not with the customer yet, whichever day they were placed. */
const ordersInKitchen = statement<object>()(() =>
  query
    .selectFrom('orders')
    .selectAll()
    .where((row) =>
      row('order_id', 'in', row.selectFrom('kitchen_ticket').select('kitchen_ticket.order_id')),
    )
    .orderBy('placed_at')
    .limit(BOARD_MAX),
);
const openByStatus = statement<{ businessDay: string }>()((place) =>
  query
    .selectFrom('orders')
    .select((row) => ['status', row.fn.countAll<number>().as('count')])
    .where('status', 'in', ['placed', 'preparing', 'ready'])
    .where((row) =>
      row.or([
        row('business_day', '=', place('businessDay')),
        row('order_id', 'in', row.selectFrom('kitchen_ticket').select('kitchen_ticket.order_id')),
      ]),
    )
    .groupBy('status'),
);
const orderById = statement<{ orderId: string }>()((place) =>
  query.selectFrom('orders').selectAll().where('order_id', '=', place('orderId')),
);
const paymentsOf = statement<{ orderId: string }>()((place) =>
  query
    .selectFrom('payment')
    .selectAll()
    .where('order_id', '=', place('orderId'))
    .orderBy('started_at')
    .orderBy('payment_id'),
);
const refundedLines = statement<{ orderId: string }>()((place) =>
  query
    .selectFrom('refund_line')
    .select((row) => ['line_id', row.fn.sum<number>('quantity').as('quantity')])
    .where('order_id', '=', place('orderId'))
    .groupBy('line_id')
    .orderBy('line_id'),
);
const newestPrint = statement<{ orderId: string }>()((place) =>
  query
    .selectFrom('print_job')
    .select('state')
    .where('order_id', '=', place('orderId'))
    .where('document', '=', 'receipt')
    .orderBy('job_id', 'desc')
    .limit(1),
);

const ReceiptState = z.enum([
  'none',
  'queued',
  'sending',
  'printed',
  'unverified',
  'unknown',
  'failed',
]);

/** The orders as the counter sees them. */
export function orderViews(
  context: StoreContext,
): Pick<Handlers<StoreContract, Caller>, 'order.board' | 'order.open-count' | 'order.detail'> {
  const { sql } = context;
  return {
    'order.board'() {
      const businessDay = context.calendar.dayOf(context.now());
      const ofToday = sql.all(ordersOfDay, { businessDay }).reverse();
      const shown = new Set(ofToday.map((row) => row.order_id));
      const others = sql.all(ordersInKitchen, {}).filter((row) => !shown.has(row.order_id));
      return accept([...others, ...ofToday].map((row) => orderSummary(sql, row)));
    },
    'order.open-count'() {
      const businessDay = context.calendar.dayOf(context.now());
      const counts = sql.all(openByStatus, { businessDay });
      const sum = (isCounted: (status: string) => boolean) =>
        counts.reduce((total, { status, count }) => total + (isCounted(status) ? count : 0), 0);
      return accept({ open: sum(() => true), waiting: sum((status) => status !== 'ready') });
    },
    'order.detail'({ orderId }) {
      const row = sql.get(orderById, { orderId });
      if (row === undefined) return refuse({ code: 'order.not-found' });
      const invoice = invoiceOf(sql, orderId);
      return accept({
        ...orderSummary(sql, row),
        vat: z.array(VatAmountShape).parse(JSON.parse(row.vat)),
        ...(row.note === null ? {} : { note: row.note }),
        payments: sql.all(paymentsOf, { orderId }).map(paymentState),
        feeCents: row.fee_cents,
        // Written by our own projection.
        nonSales: JSON.parse(row.non_sales ?? '[]') as NonSale[],
        ...(invoice === undefined ? {} : { invoiceNumber: invoice.invoiceNumber }),
        refunded: sql
          .all(refundedLines, { orderId })
          .map(({ line_id, quantity }) => ({ lineId: line_id, quantity })),
        receipt: ReceiptState.parse(sql.get(newestPrint, { orderId })?.state ?? 'none'),
      });
    },
  };
}

function paymentState(row: PaymentTable) {
  return PaymentStateShape.parse({
    paymentId: row.payment_id,
    method: row.method,
    direction: row.direction,
    amountCents: row.amount_cents,
    tipCents: row.tip_cents,
    status: row.status,
    ...(row.reason === null ? {} : { reason: row.reason }),
    ...(row.method === 'cash'
      ? { tenderedCents: row.tendered_cents, changeCents: row.change_cents }
      : {}),
    ...(row.of_payment_id === null ? {} : { ofPaymentId: row.of_payment_id }),
    ...(row.line_ids === null ? {} : { lineIds: JSON.parse(row.line_ids) }),
    startedAt: row.started_at,
  });
}
