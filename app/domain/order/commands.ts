import type { Mode } from '../menu.ts';
import type { PricedCart } from '../pricing/cart.ts';
import type { Channel, Doer, NonSale } from './events.ts';
import type { PayContext, PaymentAsked } from './money/pay.ts';
import type { PaymentResult } from './payments.ts';

/** The ids of the lines that an edit touches: what the kitchen must look at again. */
export type Touched = {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
};

export type PlaceCommand = {
  readonly type: 'place';
  readonly orderId: string;
  /** Of the business day, as called out at the counter. */
  readonly number: number;
  readonly businessDay: string;
  readonly placedAt: string;
  readonly channel: Channel;
  readonly mode: Mode;
  readonly cart: PricedCart;
  /** Lines and fee, as the screen showed them. */
  readonly shownTotalCents: number;
  readonly menuVersion: string;
  readonly promisedAt: string;
  readonly isScheduled?: boolean | undefined;
  readonly note?: string | undefined;
  readonly nonSales?: readonly NonSale[] | undefined;
  readonly customerId?: string | undefined;
  readonly addressId?: string | undefined;
  readonly couponCodes?: readonly string[] | undefined;
  readonly payment: PaymentAsked;
  /** What the payment must know; absent, titres-restaurant and vouchers are refused. */
  readonly payContext?: PayContext | undefined;
} & Doer;

/** `revisionSeen` is the revision that `mergeEdit` was given; `cart` is the whole order as it will be. */
export type EditCommand = {
  readonly type: 'edit';
  readonly editId: string;
  readonly revisionSeen: number;
  readonly cart: PricedCart;
  readonly touched: Touched;
  readonly mode: Mode;
  /** Absent: as it was. */
  readonly note?: string | undefined;
  readonly reason?: string | undefined;
  readonly mayUndoStarted: boolean;
} & Doer;

export type CancelCommand = {
  readonly type: 'cancel';
  readonly reason: string;
  readonly mayUndoStarted: boolean;
  /** Somebody already paid with a gift voucher that this order sold. */
  readonly isVoucherUsed?: boolean | undefined;
} & Doer;

export type RefundCommand = {
  readonly type: 'refund';
  /** Made by the screen before its first try: the same refund twice is one. */
  readonly refundId: string;
  readonly lines: readonly { readonly lineId: string; readonly quantity: number }[];
  readonly reason: string;
  /** The instant, ISO 8601 UTC, and the business day that bears it. */
  readonly at: string;
  readonly businessDay: string;
} & Doer;

export type PayCommand = {
  readonly type: 'pay';
  readonly payment: PaymentAsked;
  readonly context?: PayContext | undefined;
} & Doer;

export type RecordPaymentCommand = {
  readonly type: 'record-payment';
  readonly paymentId: string;
  readonly result: PaymentResult;
  /** Who asked the terminal; the reader of payments by default. */
  readonly by?: string | undefined;
};

export type ResolveCommand = {
  readonly type: 'resolve';
  readonly paymentId: string;
  readonly outcome: 'paid' | 'not-paid';
} & Doer;

export type ReversePaymentCommand = {
  readonly type: 'reverse-payment';
  readonly paymentId: string;
  readonly reason: string;
} & Doer;

export type RefundPaymentCommand = {
  readonly type: 'refund-payment';
  /** Of the money that goes back, made by the screen. */
  readonly paymentId: string;
  /** The payment that it gives back. */
  readonly ofPaymentId: string;
  /** Absent: all that is owed, as far as that payment brought it. */
  readonly amountCents?: number | undefined;
} & Doer;

/** `by`: the id of an employee, device or reader. */
export type OrderCommand =
  | PlaceCommand
  | EditCommand
  | CancelCommand
  | RefundCommand
  | PayCommand
  | RecordPaymentCommand
  | ResolveCommand
  | ReversePaymentCommand
  | RefundPaymentCommand
  | ({
      readonly type: 'reschedule';
      readonly promisedAt: string;
      readonly isScheduled: boolean;
    } & Doer)
  | ({ readonly type: 'transfer'; readonly toDevice: string } & Doer)
  | ({ readonly type: 'acknowledge'; readonly revision: number } & Doer)
  | ({ readonly type: 'start' | 'finish' | 'recall' | 'hand-over' } & Doer);
