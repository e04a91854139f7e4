import { z } from 'zod';

import { PricedLineShape, VatAmountShape } from '#app/contract/shapes.ts';
import type { OrderEvent } from '#app/domain/order/events.ts';
import { orderFrom } from '#app/domain/order/order.ts';
import type { ReceiptFacts } from '#app/receipt/blocks.ts';
import { orderReceipt, type Seller } from '#app/receipt/order-receipt.ts';

import type { CentreDatabase } from '../database/tables.ts';

const SellerRow = z.object({
  addressLines: z.array(z.string()),
  siret: z.string(),
  vatId: z.string(),
});

/** What is read back of an entry before anything is made of it. */
const Entry = z.object({ type: z.string(), data: z.looseObject({}) });

/**
 * The receipt of an order as the centre knows it: placed, edited, refunded and cancelled by the entries of its
 * store, paid by the rows made of them. Undefined while the order has not come, and for a store
 * that has not said who sells.
 */
export async function receiptOf(
  db: CentreDatabase,
  { storeId, orderId, version }: { storeId: string; orderId: string; version: string },
): Promise<ReceiptFacts | undefined> {
  const seller = await sellerOf(db, storeId);
  const entries = await entriesOf(db, storeId, orderId);
  if (seller === undefined || entries.length === 0) return undefined;
  const order = orderFrom(entries);
  if (order.status === 'draft') return undefined;
  return orderReceipt(
    {
      number: order.number,
      placedAt: order.placedAt,
      mode: order.mode,
      lines: z.array(PricedLineShape).parse(order.lines),
      vat: z.array(VatAmountShape).parse(order.vat),
      feeCents: order.feeParts.reduce((sum, { grossCents }) => sum + grossCents, 0),
      totalCents: order.totalCents,
      nonSales: order.nonSales,
      refunds: order.refunds,
      payments: await paymentsOf(db, storeId, orderId),
      isCancelled: order.status === 'cancelled',
    },
    seller,
    { copy: 0, software: { name: 'OC Pizza', version } },
  );
}

async function sellerOf(db: CentreDatabase, storeId: string): Promise<Seller | undefined> {
  const row = await db
    .selectFrom('store')
    .select(['name', 'zone', 'seller'])
    .where('store_id', '=', storeId)
    .executeTakeFirst();
  const seller = SellerRow.safeParse(row?.seller);
  if (row === undefined || !seller.success) return undefined;
  return { name: row.name, zone: row.zone, ...seller.data };
}

/** The entries that say what was sold, in order. They were checked when they came. */
async function entriesOf(
  db: CentreDatabase,
  storeId: string,
  orderId: string,
): Promise<OrderEvent[]> {
  const places = await db
    .selectFrom('orders')
    .select(['seq', 'hash'])
    .where('store_id', '=', storeId)
    .where('order_id', '=', orderId)
    .unionAll(
      db
        .selectFrom('adjustment')
        .select(['seq', 'hash'])
        .where('store_id', '=', storeId)
        .where('order_id', '=', orderId),
    )
    .unionAll(
      db
        .selectFrom('cancellation')
        .select(['seq', 'hash'])
        .where('store_id', '=', storeId)
        .where('order_id', '=', orderId),
    )
    .execute();
  if (places.length === 0) return [];
  const rows = await db
    .selectFrom('journal')
    .select(['seq', 'text'])
    .where('origin', '=', storeId)
    .where(
      'hash',
      'in',
      places.map(({ hash }) => hash),
    )
    .where(
      'seq',
      'in',
      places.map(({ seq }) => seq),
    )
    .orderBy('seq')
    .execute();
  return rows.map(({ text }) => Entry.parse(JSON.parse(text)) as unknown as OrderEvent);
}

async function paymentsOf(db: CentreDatabase, storeId: string, orderId: string) {
  const rows = await db
    .selectFrom('payment')
    .select(['method', 'amount_cents', 'direction', 'tip_cents'])
    .where('store_id', '=', storeId)
    .where('order_id', '=', orderId)
    .where('status', '=', 'paid')
    .orderBy('at')
    .orderBy('payment_id')
    .execute();
  return rows.map((row) => ({
    method: row.method ?? '',
    isRefund: row.direction === 'refund',
    amountCents: row.amount_cents ?? 0,
    tipCents: row.tip_cents,
  }));
}
