import type { OrderEvent } from './order/events.ts';

/** A customer, or the counter for them, asked for paper. Copy 0 is the original, then duplicates. */
export type ReceiptEvent = {
  readonly type: 'receipt.requested';
  readonly data: { readonly orderId: string; readonly copy: number; readonly by: string };
};

/** Everything a store writes into its journal. */
export type StoreEvent = OrderEvent | ReceiptEvent;
