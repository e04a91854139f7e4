import type { Mode } from '../domain/menu.ts';
import type { VatAmount } from '../domain/order/events.ts';
import type { Bitmap } from './bitmap.ts';

/**
 * What a receipt is made of. One description, three renderers: bytes of a printer, SVG, plain text.
 * The cash drawer is not a block: it is a command of its own, never a side effect of a print.
 */

export type Align = 'left' | 'center' | 'right';

/** `large` is twice as wide and twice as high, `tall` only twice as high. */
export type TextSize = 'normal' | 'tall' | 'large';

/** Width in characters. `auto` fits the text; without a width the column shares what is left. */
export type ReceiptColumn = {
  readonly text: string;
  readonly align?: 'left' | 'right';
  readonly width?: number | 'auto';
};

export type Block =
  | {
      readonly type: 'text';
      readonly text: string;
      readonly align?: Align;
      readonly bold?: boolean;
      readonly size?: TextSize;
    }
  | { readonly type: 'row'; readonly columns: readonly ReceiptColumn[]; readonly bold?: boolean }
  | { readonly type: 'rule'; readonly style?: 'single' | 'double' }
  /** `data` in ASCII, at most 200 characters. */
  | { readonly type: 'qr'; readonly data: string }
  /** Says nothing by itself: left out of the text, centred elsewhere. */
  | { readonly type: 'image'; readonly bitmap: Bitmap }
  | { readonly type: 'spacer'; readonly lines: number }
  /** A word nobody may miss, white on black: DUPLICATA. */
  | { readonly type: 'mark'; readonly text: string }
  | { readonly type: 'cut' };

/**
 * The plain facts of a sale, from which a receipt is set (R-TICK-01: company and store, address,
 * SIRET, VAT id, number, date, till, operator, lines with unit price and VAT code, totals per rate,
 * payments and change, print number, software). Amounts in cents, VAT included unless said. Date and
 * time are texts in the store's own zone.
 */
export type ReceiptFacts = {
  readonly store: {
    readonly name: string;
    readonly addressLines: readonly string[];
    readonly siret: string;
    readonly vatId: string;
    readonly naf?: string;
    /** Above the name, where the store wants one. */
    readonly logo?: Bitmap;
  };
  /** An address the customer may scan, ASCII only. */
  readonly qr?: string;
  /** Two digits, the till's number in its store. */
  readonly till?: string;
  /** The order's number of the day. */
  readonly number: number;
  /** `24/07/2026`. */
  readonly date: string;
  /** `19:42`. */
  readonly time: string;
  readonly mode: Mode;
  /** Who took the order, by first name; absent where it is not known, as at the centre. */
  readonly operator?: string;
  /** Absent: a receipt. */
  readonly title?: PaperTitle;
  /** Made in training: marked so that nobody takes it for a sale. */
  readonly isTraining?: boolean;
  /** The order was cancelled since: what is printed of it afterwards says so. */
  readonly isCancelled?: boolean;
  readonly lines: readonly ReceiptLine[];
  /** Part of the total. */
  readonly feeCents?: number;
  /** Lines given back, at the price they were sold at; less than zero. */
  readonly refunds?: readonly { readonly name: string; readonly cents: number }[];
  /** The VAT of what was given back, once a rate; less than zero. */
  readonly refundVat?: readonly VatAmount[];
  /** On top of the total, and no turnover: gift vouchers, deposits. */
  readonly nonSales?: readonly NonSaleShown[];
  readonly vat: readonly VatAmount[];
  readonly totalCents: number;
  readonly payments: readonly ReceiptPayment[];
  /** How many times it was printed before: 0 is the original, 1 is DUPLICATA 1. */
  readonly copy: number;
  readonly software: { readonly name: string; readonly version: string };
};

/** `note`: what is to be paid, before payment. `invoice`: made from a receipt, which stays the sale. */
export type PaperTitle =
  | { readonly kind: 'note' }
  | {
      readonly kind: 'invoice';
      readonly number: string;
      /** `24/07/2026`. */
      readonly date: string;
      readonly buyer: {
        readonly name: string;
        readonly addressLines: readonly string[];
        readonly siren?: string | undefined;
        readonly vatId?: string | undefined;
      };
    };

export type NonSaleShown = {
  readonly label: string;
  readonly cents: number;
  /** Of a gift voucher: what the customer shows to use it. */
  readonly code?: string | undefined;
};

export type ReceiptLine = {
  readonly quantity: number;
  readonly name: string;
  /** What was changed: `+ Olives`, `sans oignon`. */
  readonly detail: readonly string[];
  readonly unitPriceCents: number;
  /** quantity × unit price − discount. */
  readonly grossCents: number;
  readonly vatRateBp: number;
  /** What was taken off, by name. What they do not explain is shown as a discount without a name. */
  readonly discounts?: readonly { readonly name: string; readonly cents: number }[];
};

export type ReceiptPayment = {
  readonly label: string;
  readonly amountCents: number;
  readonly tenderedCents?: number;
  readonly changeCents?: number;
  /** Of a card: masked number and authorisation. */
  readonly detail?: readonly string[];
};

export function text(
  value: string,
  style: { readonly align?: Align; readonly bold?: boolean; readonly size?: TextSize } = {},
): Block {
  return { type: 'text', text: value, ...style };
}

/** A label at the left, a value at the right that is never broken. */
export function pair(label: string, value: string, style: { readonly bold?: boolean } = {}): Block {
  const columns: readonly ReceiptColumn[] = [
    { text: label },
    { text: value, align: 'right', width: 'auto' },
  ];
  return { type: 'row', columns, ...style };
}
