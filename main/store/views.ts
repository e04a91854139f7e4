import { z } from 'zod';

import type { Caller, Handlers } from '#app/contract/contract.ts';
import { PaymentStateShape, type PricedLineShape, VatAmountShape } from '#app/contract/shapes.ts';
import type { MenuView, StoreContract } from '#app/contract/store.ts';
import { query } from '#app/journal/query.ts';
import { statement } from '#app/journal/sql.ts';
import type { KitchenTicketTable, OrdersTable, PaymentTable } from '#app/journal/tables.ts';
import { accept, refuse } from '#app/lib/result.ts';

import type { StoreContext } from './context.ts';

/** How many finished tickets the kitchen can call back. */
const RECENT_MAX = 20;
/** More open orders than a screen can hold, fewer than would slow it. */
const BOARD_MAX = 300;

type Views = Pick<
  Handlers<StoreContract, Caller>,
  'menu.current' | 'order.board' | 'order.detail' | 'kitchen.board' | 'store.status'
>;

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
const newestPrint = statement<{ orderId: string }>()((place) =>
  query
    .selectFrom('print_job')
    .select('state')
    .where('order_id', '=', place('orderId'))
    .orderBy('job_id', 'desc')
    .limit(1),
);
const ticketsToMake = statement<object>()(() =>
  query
    .selectFrom('kitchen_ticket')
    .selectAll()
    .where('status', 'in', ['placed', 'preparing'])
    .orderBy('placed_at')
    .orderBy('number')
    .limit(BOARD_MAX),
);
const ticketsFinished = statement<object>()(() =>
  query
    .selectFrom('kitchen_ticket')
    .selectAll()
    .where('status', '=', 'ready')
    .orderBy('finished_at', 'desc')
    .limit(RECENT_MAX),
);

/** What the screens of the store look at. */
export function viewHandlers(context: StoreContext): Views {
  const { sql } = context;
  return {
    // The wire only reads it: the contract's arrays are mutable, the menu's are not.
    'menu.current': () => accept(context.menu as MenuView),
    'order.board'() {
      const businessDay = context.calendar.dayOf(context.now());
      const ofToday = sql.all(ordersOfDay, { businessDay }).reverse();
      const shown = new Set(ofToday.map((row) => row.order_id));
      const others = sql.all(ordersInKitchen, {}).filter((row) => !shown.has(row.order_id));
      return accept([...others, ...ofToday].map(orderSummary));
    },
    'order.detail'({ orderId }) {
      const row = sql.get(orderById, { orderId });
      if (row === undefined) return refuse({ code: 'order.not-found' });
      const receipt = sql.get(newestPrint, { orderId })?.state ?? 'none';
      return accept({
        ...orderSummary(row),
        vat: z.array(VatAmountShape).parse(JSON.parse(row.vat)),
        ...(row.note === null ? {} : { note: row.note }),
        payments: sql.all(paymentsOf, { orderId }).map(paymentState),
        receipt: ReceiptState.parse(receipt),
      });
    },
    'kitchen.board': () =>
      accept({
        tickets: sql.all(ticketsToMake, {}).map(kitchenTicket),
        recent: sql.all(ticketsFinished, {}).map((row) => ({
          ...kitchenTicket(row),
          finishedAt: row.finished_at ?? row.placed_at,
        })),
      }),
    'store.status': () =>
      accept({
        storeId: context.store.id,
        storeName: context.store.name,
        now: context.now(),
        pizzasWaiting: context.kitchenLoad.pizzasWaiting(),
        centre: context.centre.status(),
        printer: context.printing.status(),
        terminal: context.cards.status(),
      }),
  };
}

const ReceiptState = z.enum(['none', 'queued', 'sending', 'printed', 'unknown', 'failed']);

// The rows below were written by our own projections: their JSON and unions are read as such.
function orderSummary(row: OrdersTable) {
  return {
    orderId: row.order_id,
    number: row.number,
    channel: row.channel as 'counter',
    mode: row.mode as 'take-away',
    status: row.status as 'placed',
    placedAt: row.placed_at,
    promisedAt: row.promised_at,
    totalCents: row.total_cents,
    dueCents: row.total_cents - row.paid_cents,
    lines: JSON.parse(row.lines) as z.output<typeof PricedLineShape>[],
  };
}

function paymentState(row: PaymentTable) {
  return PaymentStateShape.parse({
    paymentId: row.payment_id,
    method: row.method,
    amountCents: row.amount_cents,
    status: row.status,
    ...(row.reason === null ? {} : { reason: row.reason }),
    ...(row.method === 'cash'
      ? { tenderedCents: row.tendered_cents, changeCents: row.change_cents }
      : {}),
    startedAt: row.started_at,
  });
}

function kitchenTicket(row: KitchenTicketTable) {
  return {
    orderId: row.order_id,
    number: row.number,
    channel: row.channel as 'counter',
    mode: row.mode as 'take-away',
    status: row.status as 'placed',
    placedAt: row.placed_at,
    promisedAt: row.promised_at,
    ...(row.note === null ? {} : { note: row.note }),
    lines: JSON.parse(row.lines) as z.output<typeof PricedLineShape>[],
  };
}
