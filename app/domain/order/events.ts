import type { Mode, ProductKind } from '../menu.ts';

export type Channel = 'counter' | 'phone' | 'web';

/** What the customer asked to change in a recipe. */
export type Change = { readonly ingredientId: string; readonly action: 'add' | 'remove' };

/** A line as asked, before prices. */
export type CartLine = {
  readonly productId: string;
  readonly sizeId: string;
  readonly quantity: number;
  readonly changes: readonly Change[];
  readonly note?: string | undefined;
};

/** A line as sold, with all it needs for ever: the menu may change tomorrow. Amounts in cents, VAT included. */
export type PricedLine = {
  readonly productId: string;
  readonly sizeId: string;
  readonly kind: ProductKind;
  readonly name: string;
  readonly quantity: number;
  readonly unitPriceCents: number;
  /** quantity × unit price − its share of the discount. */
  readonly grossCents: number;
  readonly vatRateBp: number;
  readonly changes: readonly (Change & { readonly name: string; readonly priceCents: number })[];
  readonly note?: string | undefined;
};

/** One VAT rate of a ticket. `rateBp` in basis points (550 = 5.5 %), amounts in cents; gross = net + vat. */
export type VatAmount = {
  readonly rateBp: number;
  readonly grossCents: number;
  readonly netCents: number;
  readonly vatCents: number;
};

/** The part of a delivery fee that follows one VAT rate. VAT included. */
export type FeePart = { readonly vatRateBp: number; readonly grossCents: number };

export type PaymentMethod = 'cash' | 'card';

export type CardDetails = {
  readonly authorisation: string;
  /** As the terminal masks it: `497010######1234`. Never a full number. */
  readonly maskedNumber: string;
};

/** What undoes an order in the figures, so that a reader of this entry alone can do it. */
export type Reversal = {
  readonly placedAt: string;
  readonly businessDay: string;
  readonly totalCents: number;
  readonly lines: readonly Pick<
    PricedLine,
    'productId' | 'sizeId' | 'kind' | 'quantity' | 'grossCents' | 'name'
  >[];
};

type Of<Type extends string, Data> = {
  readonly type: Type;
  readonly data: { readonly orderId: string } & Data;
};

/** `by` is the id of an employee, device or reader; never a name. No personal data in any entry. */
export type OrderEvent =
  | Of<
      'order.placed',
      {
        readonly number: number;
        readonly businessDay: string;
        /** The instant of the entry itself, for what is decided later. */
        readonly placedAt: string;
        readonly channel: Channel;
        readonly mode: Mode;
        readonly lines: readonly PricedLine[];
        readonly feeParts?: readonly FeePart[];
        /** Lines and fee. */
        readonly totalCents: number;
        readonly vat: readonly VatAmount[];
        readonly menuVersion: string;
        readonly promisedAt: string;
        readonly by: string;
        readonly note?: string;
      }
    >
  | Of<'order.started', { readonly by: string }>
  | Of<'order.finished', { readonly by: string }>
  | Of<'order.recalled', { readonly by: string }>
  | Of<'order.handed-over', { readonly by: string }>
  | Of<'order.delivered', { readonly by: string }>
  | Of<
      'order.cancelled',
      { readonly by: string; readonly reason: string; readonly reversal: Reversal }
    >
  | PaymentEvent;

type OfPayment<Type extends string, Data> = Of<Type, { readonly paymentId: string } & Data>;

/** A card payment is written as started before the terminal is asked. */
export type PaymentEvent =
  | OfPayment<
      'payment.started',
      { readonly method: 'card'; readonly amountCents: number; readonly by: string }
    >
  | OfPayment<
      'payment.paid',
      | {
          readonly method: 'cash';
          readonly amountCents: number;
          readonly tenderedCents: number;
          readonly changeCents: number;
          readonly by: string;
        }
      | {
          readonly method: 'card';
          readonly amountCents: number;
          readonly card: CardDetails;
          readonly by: string;
        }
    >
  | OfPayment<'payment.declined', { readonly reason: string }>
  | OfPayment<'payment.not-sent', { readonly reason: string }>
  | OfPayment<'payment.in-doubt', { readonly reason: string }>
  | OfPayment<'payment.resolved', { readonly outcome: 'paid' | 'not-paid'; readonly by: string }>;
