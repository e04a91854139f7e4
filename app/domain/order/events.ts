import type { Channel, Mode, PartsPolicy, ProductKind } from '../menu.ts';
import type { Doer } from './doer.ts';
import type { PaymentEvent } from './payment-events.ts';

export type { Channel } from '../menu.ts';
export type { Doer } from './doer.ts';
export type {
  CardDetails,
  PaymentEvent,
  PaymentMethod,
  TerminalMethod,
} from './payment-events.ts';

/**
 * What the customer asked to change in a recipe. `add`: what is not in it; `extra`: a double portion
 * of what is; `light`: less of it; `remove`: without; `swap`: `withIngredientId` instead.
 */
export type Change = {
  readonly ingredientId: string;
  readonly action: 'add' | 'extra' | 'light' | 'remove' | 'swap';
  readonly withIngredientId?: string | undefined;
};

export type OptionChosen = {
  readonly groupId: string;
  readonly optionId: string;
  readonly quantity: number;
};

/** One named part of a pizza of several. The `quarters` of a line add up to 4. */
export type CartPart = {
  readonly productId: string;
  readonly quarters: number;
  /** On this part only; what changes on the whole pizza stands on the line. */
  readonly changes: readonly Change[];
};

/** The place of a line in a meal deal. Lines of one `instance` are one deal. */
export type DealPlace = {
  readonly instance: string;
  readonly dealId: string;
  readonly slotId: string;
};

/** A line as asked, before prices. */
export type CartLine = {
  /** Names the line for as long as the order lives; the node numbers the lines that have none. */
  readonly lineId?: string | undefined;
  /** Of a pizza of several parts: the product of the first. */
  readonly productId: string;
  readonly sizeId: string;
  readonly quantity: number;
  readonly changes: readonly Change[];
  readonly note?: string | undefined;
  readonly doughId?: string | undefined;
  readonly parts?: readonly CartPart[] | undefined;
  readonly options?: readonly OptionChosen[] | undefined;
  readonly deal?: DealPlace | undefined;
};

export type PricedChange = Change & {
  readonly name: string;
  readonly priceCents: number;
  /** Of a swap. */
  readonly withName?: string | undefined;
};

export type PricedPart = {
  readonly productId: string;
  readonly name: string;
  readonly quarters: number;
  /** What this part alone would cost as a whole pizza: the policy made the price of these. */
  readonly wholePriceCents: number;
  readonly changes: readonly PricedChange[];
};

/** What a promotion, a person or points took off a line, for ever: a refund never splits it again. */
export type LineDiscount = {
  readonly source: 'promotion' | 'manual' | 'loyalty';
  /** Of the promotion; of the rest, a name of its kind. */
  readonly id: string;
  readonly name: string;
  /** Of the whole line, more than zero. */
  readonly cents: number;
};

/** A price set by a person. The right and the reason stand in the same entry. */
export type PriceOverride = {
  readonly kind: 'price' | 'free';
  /** What one would have cost. */
  readonly menuPriceCents: number;
  readonly reason: string;
};

/** A line as sold, with all it needs for ever: the menu may change tomorrow. Amounts in cents, VAT included. */
export type PricedLine = {
  /** Absent in entries of the first version: the line's place, counted from 1. */
  readonly lineId?: string | undefined;
  readonly productId: string;
  readonly sizeId: string;
  readonly kind: ProductKind;
  /** Of a pizza of several parts: `½ Reine ▏ ½ 4 Fromages`, as the formatter says it. */
  readonly name: string;
  readonly quantity: number;
  /** One of it with dough, extras and options, or its share of a deal, before discounts. */
  readonly unitPriceCents: number;
  /** quantity × unit price − its discounts. */
  readonly grossCents: number;
  readonly vatRateBp: number;
  readonly changes: readonly PricedChange[];
  readonly note?: string | undefined;
  /** As on the kitchen screen, `M`; absent where there is one size only. */
  readonly sizeLetter?: string | undefined;
  /** What the pizza alone costs, before dough, extras and options. */
  readonly basePriceCents?: number | undefined;
  readonly dough?:
    | { readonly doughId: string; readonly name: string; readonly priceCents: number }
    | undefined;
  readonly parts?: readonly PricedPart[] | undefined;
  readonly partsPolicy?: PartsPolicy | undefined;
  /** Each with the price of all of its number in one article, after the free ones. */
  readonly options?:
    | readonly (OptionChosen & { readonly name: string; readonly priceCents: number })[]
    | undefined;
  readonly deal?:
    | (DealPlace & {
        readonly name: string;
        /** The price of the whole deal, and what this line costs à la carte, for one. */
        readonly dealPriceCents: number;
        readonly referenceCents: number;
      })
    | undefined;
  readonly discounts?: readonly LineDiscount[] | undefined;
  readonly override?: PriceOverride | undefined;
};

/** Paid with the order and not turnover: a gift voucher sold, a container against a deposit. */
export type NonSale = {
  readonly nonSaleId: string;
  readonly kind: 'gift-voucher' | 'container-deposit';
  readonly label: string;
  readonly cents: number;
  /** Of a gift voucher: what is printed on it. */
  readonly code?: string | undefined;
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

/** A line in the figures. A pizza of several parts counts for each of its parts. */
export type LineFigures = {
  readonly productId: string;
  readonly sizeId: string;
  readonly kind: ProductKind;
  readonly quantity: number;
  readonly grossCents: number;
  readonly name: string;
  readonly parts?:
    | readonly { readonly productId: string; readonly name: string; readonly quarters: number }[]
    | undefined;
};

/** What undoes an order in the figures, so that a reader of this entry alone can do it. */
export type Reversal = {
  readonly placedAt: string;
  readonly businessDay: string;
  readonly totalCents: number;
  /** Absent in entries of the first version: of the order as placed. */
  readonly netCents?: number;
  readonly lines: readonly LineFigures[];
};

/**
 * What an edit or a refund changes in the figures of a day. All amounts and quantities are signed
 * and are to be added; a line that did not change is not in it.
 */
export type Difference = {
  readonly placedAt: string;
  /** The day that bears it: of the sale for an edit, of the refund for a refund. */
  readonly businessDay: string;
  readonly totalCents: number;
  readonly netCents: number;
  readonly lines: readonly LineFigures[];
};

type Of<Type extends string, Data> = {
  readonly type: Type;
  readonly data: { readonly orderId: string } & Data;
};

/** What an order is worth. Amounts in cents. */
type Worth = {
  readonly lines: readonly PricedLine[];
  readonly feeParts?: readonly FeePart[];
  /** Lines and fee: the turnover. */
  readonly totalCents: number;
  readonly vat: readonly VatAmount[];
};

/** No personal data in any entry: a customer is an opaque id. */
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
        readonly menuVersion: string;
        readonly promisedAt: string;
        readonly note?: string;
        /** Paid on top of the total. */
        readonly nonSales?: readonly NonSale[];
        readonly customerId?: string;
        readonly couponCodes?: readonly string[];
        /** Asked for at a time of its own; `promisedAt` says the same. */
        readonly isScheduled?: true;
        /** For delivery: the id of the customer's address. */
        readonly addressId?: string;
      } & Worth &
        Doer
    >
  | Of<'order.started', Doer>
  | Of<'order.finished', Doer>
  | Of<'order.recalled', Doer>
  | Of<'order.handed-over', Doer>
  | Of<'order.delivered', Doer>
  | Of<'order.cancelled', { readonly reason: string; readonly reversal: Reversal } & Doer>
  | Of<
      'order.edited',
      {
        /** Made by the screen before its first try: the same edit twice is one. */
        readonly editId: string;
        /** 2 for the first edit: the order as placed is revision 1. */
        readonly revision: number;
        readonly mode: Mode;
        readonly note?: string;
        readonly difference: Difference;
        /** The ids of the lines that the kitchen must look at again. */
        readonly added: readonly string[];
        readonly changed: readonly string[];
        readonly removed: readonly string[];
        readonly reason?: string;
      } & Worth &
        Doer
    >
  | Of<'order.rescheduled', { readonly promisedAt: string; readonly isScheduled: boolean } & Doer>
  /** The kitchen has seen the marks of this revision, or the cancellation. */
  | Of<'order.acknowledged', { readonly revision: number } & Doer>
  /** Another till takes it over. */
  | Of<'order.transferred', { readonly toDevice: string } & Doer>
  | Of<
      'order.refunded',
      {
        readonly refundId: string;
        readonly lines: readonly RefundedLine[];
        /** Less than zero, as the VAT. */
        readonly totalCents: number;
        readonly vat: readonly VatAmount[];
        readonly reason: string;
        readonly difference: Difference;
      } & Doer
    >
  | PaymentEvent;

/** What is given back of a line: that many, and the part of its price that they were sold at. */
export type RefundedLine = {
  readonly lineId: string;
  readonly quantity: number;
  readonly grossCents: number;
  readonly vatRateBp: number;
  readonly name: string;
};
