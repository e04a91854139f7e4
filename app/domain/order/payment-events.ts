import type { Doer } from './doer.ts';

type Of<Type extends string, Data> = {
  readonly type: Type;
  readonly data: { readonly orderId: string } & Data;
};

/** `card` and `meal-voucher-card` go through the terminal; `card-manual` was typed on one that we do not drive. */
export type PaymentMethod =
  | 'cash'
  | 'card'
  | 'meal-voucher-card'
  | 'card-manual'
  | 'meal-voucher'
  | 'cheque'
  | 'gift-voucher';

/** Asked of a terminal, and open until it has answered. */
export type TerminalMethod = 'card' | 'meal-voucher-card';

export type CardDetails = {
  readonly authorisation: string;
  /** As the terminal masks it: `497010######1234`. Never a full number. */
  readonly maskedNumber: string;
};

type OfPayment<Type extends string, Data> = Of<Type, { readonly paymentId: string } & Data>;

/** `refund`: money goes back to the customer. Absent: it comes in. */
type Direction = {
  readonly direction?: 'refund';
  /** Of a refund: the payment that it gives back. */
  readonly ofPaymentId?: string;
};

type Paid<Method extends PaymentMethod, Data = unknown> = {
  readonly method: Method;
  readonly amountCents: number;
  /** The lines it was paid for, when the bill was split by lines. */
  readonly lineIds?: readonly string[];
} & Direction &
  Doer &
  Data;

/** A payment by terminal is written as started before the terminal is asked. Amounts in cents, above zero. */
export type PaymentEvent =
  | OfPayment<
      'payment.started',
      {
        readonly method: TerminalMethod;
        readonly amountCents: number;
        /** Asked on top of the amount, for the staff; never turnover (R-PAY-06). */
        readonly tipCents?: number;
        readonly lineIds?: readonly string[];
      } & Direction &
        Doer
    >
  | OfPayment<
      'payment.paid',
      | Paid<'cash', { readonly tenderedCents: number; readonly changeCents: number }>
      | Paid<TerminalMethod, { readonly card: CardDetails; readonly tipCents?: number }>
      | Paid<'card-manual', { readonly authorisation: string }>
      /** Paper titles, each with its face value; no change is given (R-PAY-02). */
      | Paid<
          'meal-voucher',
          {
            readonly titlesCents: readonly number[];
            /** Why titles were taken on a Sunday or a public holiday. */
            readonly holidayReason?: string;
          }
        >
      | Paid<'cheque', { readonly chequeNumber?: string }>
      | Paid<'gift-voucher', { readonly code: string }>
    >
  | OfPayment<'payment.declined', { readonly reason: string }>
  | OfPayment<'payment.not-sent', { readonly reason: string }>
  | OfPayment<'payment.in-doubt', { readonly reason: string }>
  | OfPayment<'payment.resolved', { readonly outcome: 'paid' | 'not-paid' } & Doer>
  /** Taken back before the order was given: a key pressed by mistake. Never of a terminal. */
  | OfPayment<'payment.reversed', { readonly reason: string } & Doer>;
