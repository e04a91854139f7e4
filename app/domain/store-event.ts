import type { SoldOutTarget } from './menu.ts';
import type { Doer, OrderEvent } from './order/events.ts';
import type { Right } from './staff/rights.ts';

type Of<Type extends string, Data> = { readonly type: Type; readonly data: Data };

/** Papers made from an order. Copy 0 is the original, then duplicates. */
export type ReceiptEvent =
  | Of<
      'receipt.requested',
      {
        readonly orderId: string;
        readonly copy: number;
        /** Absent: the receipt. `note`: what is to be paid, before payment. */
        readonly document?: 'note' | 'invoice';
        readonly by: string;
      }
    >
  /** The customer's identity stands beside the journal, with the invoice only (R-INV-02). */
  | Of<'invoice.issued', { readonly orderId: string; readonly invoiceNumber: string } & Doer>;

/** What is out, and what is back. */
export type StockEvent =
  | Of<
      'menu.sold-out',
      { readonly target: SoldOutTarget; readonly until?: string; readonly reason?: string } & Doer
    >
  | Of<'menu.back', { readonly target: SoldOutTarget } & Doer>;

/** Points of a customer, each keyed by the order that made them. Points are above zero. */
export type LoyaltyEvent =
  | Of<
      'loyalty.earned',
      { readonly customerId: string; readonly orderId: string; readonly points: number }
    >
  | Of<
      'loyalty.used',
      { readonly customerId: string; readonly orderId: string; readonly points: number }
    >
  /** An order cancelled or refunded: what it earned (`points` < 0) or used (> 0) goes back. */
  | Of<
      'loyalty.reversed',
      {
        readonly customerId: string;
        readonly orderId: string;
        readonly points: number;
        /** Of a refund; absent for a cancellation. Once each. */
        readonly refundId?: string;
      }
    >;

export type StaffEvent =
  | Of<'staff.signed-in', { readonly employeeId: string; readonly device: string }>
  | Of<
      'staff.signed-out',
      {
        readonly employeeId: string;
        readonly device: string;
        readonly cause: 'person' | 'switch';
      }
    >
  | Of<
      'staff.locked-out',
      { readonly employeeId: string; readonly device: string; readonly wrongPins: number }
    >
  /** Somebody with the right typed their PIN for somebody without it. */
  | Of<
      'staff.overrode',
      {
        readonly right: Right;
        readonly by: string;
        readonly grantedBy: string;
        readonly device: string;
        /** Of the order, where there is one. */
        readonly orderId?: string;
        readonly reason?: string;
      }
    >
  /** Who they were is nowhere any more: the id leads to nobody. */
  | Of<'customer.erased', { readonly customerId: string } & Doer>
  | Of<'drawer.opened', { readonly reason: string } & Doer>
  | Of<
      'training.reported',
      {
        readonly employeeId: string;
        readonly exercise: string;
        readonly seconds: number;
        readonly errors: number;
        readonly isPassed: boolean;
      }
    >;

/** Everything a store writes into its journal. */
export type StoreEvent = OrderEvent | ReceiptEvent | StockEvent | LoyaltyEvent | StaffEvent;
