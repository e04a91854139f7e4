import type { Refusal } from '../../lib/result.ts';

export type PricingRefusalCode =
  | 'pricing.unknown-product'
  | 'pricing.unknown-size'
  | 'pricing.unknown-ingredient'
  | 'pricing.bad-quantity'
  /** This ingredient is not sold as an extra, or not on this product. */
  | 'pricing.cannot-add'
  /** The base of the recipe cannot be left out. */
  | 'pricing.cannot-remove'
  | 'pricing.not-in-recipe'
  /** The same ingredient twice among the changes of a line. */
  | 'pricing.repeated-change'
  | 'pricing.discount-too-large'
  /** Something instead of something else needs to say what. */
  | 'pricing.bad-swap'
  /** Two lines of the cart bear the same name. */
  | 'pricing.repeated-line'
  /** An override or a discount names a line that is not in the cart. */
  | 'pricing.unknown-line'
  /** Not made in this dough, or not in this size. */
  | 'pricing.no-such-dough'
  /** The parts do not make one whole pizza, or the line is not named after the first. */
  | 'pricing.bad-parts'
  /** A calzone is no half of another pizza. */
  | 'pricing.not-splittable'
  /** Two VAT classes cannot share one line. */
  | 'pricing.mixed-parts'
  | 'pricing.unknown-option'
  | 'pricing.too-few-options'
  | 'pricing.too-many-options'
  | 'pricing.unknown-deal'
  /** A slot of the deal is empty. */
  | 'pricing.deal-incomplete'
  /** A slot is filled twice, or with what does not go into it. */
  | 'pricing.deal-choice'
  /** Lines of one deal of different deals or quantities. */
  | 'pricing.bad-deal'
  | 'pricing.sold-out'
  /** Not sold here, on this channel, in this mode or at this hour. */
  | 'pricing.not-available';

export type OrderRefusalCode =
  | 'order.not-found'
  | 'order.empty'
  | 'order.already-placed'
  /** The screen showed another total. */
  | 'order.price-changed'
  | 'order.already-started'
  | 'order.not-started'
  /** Everything in it is taken from a shelf. */
  | 'order.nothing-to-make'
  | 'order.already-prepared'
  | 'order.not-ready'
  | 'order.already-given'
  | 'order.cancelled'
  | 'order.not-paid'
  /** More was paid than the order is worth: give it back first. `owedCents`. */
  | 'order.owed'
  /** Takes a right that the doer has not: `right`. */
  | 'order.needs-right'
  /** The order changed since the screen read it: `revision`. */
  | 'order.edited-meanwhile'
  /** Somebody else changed or removed this very line: `name`, or `lineId` where it is gone. */
  | 'order.edited-elsewhere'
  /** This edit was made before: the same tap twice. `revision` is what it made. */
  | 'order.already-edited'
  | 'order.nothing-to-change'
  | 'order.unknown-line'
  /** A line is added under the name of one that is, or was, there. */
  | 'order.line-exists'
  /** What was given back of a line is settled: it can no longer change. */
  | 'order.line-refunded'
  /** More than is left of a line: `leftQuantity`. */
  | 'order.refunded-more'
  | 'order.already-refunded'
  /** A gift voucher that it sold was used meanwhile. */
  | 'order.voucher-used'
  | 'order.unknown-revision'
  | PaymentRefusalCode;

export type PaymentRefusalCode =
  | 'payment.nothing-due'
  /** To be paid later is not a payment. */
  | 'payment.not-now'
  | 'payment.too-little'
  /** Above 1 000 € (R-PAY-04). */
  | 'payment.cash-limit'
  /** An attempt is asked or in doubt: its answer first. */
  | 'payment.open'
  /** This attempt was asked before: the same tap twice. */
  | 'payment.already-asked'
  | 'payment.unknown'
  | 'payment.already-settled'
  | 'payment.already-in-doubt'
  | 'payment.not-in-doubt'
  /** A part above what is due: `maximumCents`. */
  | 'payment.too-much'
  /** A line that was paid for already, when the bill was split by lines: `lineId`. */
  | 'payment.line-paid'
  /** No change is given on titles: `maximumCents` (R-PAY-02). */
  | 'payment.no-change-on-vouchers'
  /** Above the day's limit of titres-restaurant: `maximumCents` (R-PAY-02). */
  | 'payment.meal-voucher-cap'
  /** Alcohol and what is not food cannot be paid so: `maximumCents` (R-PAY-03). */
  | 'payment.not-eligible'
  /** Paper titles on a Sunday or a public holiday, without a reason (R-PAY-02). */
  | 'payment.rest-day'
  | 'payment.voucher-unknown'
  | 'payment.voucher-empty'
  /** Nobody paid yet for the order that sold it. */
  | 'payment.voucher-unpaid'
  /** More than is left on the voucher: `maximumCents`. */
  | 'payment.voucher-too-little'
  /** Of a terminal, of a given order, or not a payment that was made. */
  | 'payment.not-reversible'
  | 'payment.already-reversed'
  /** Paper titles, or not a payment that was made. */
  | 'payment.not-refundable'
  | 'payment.nothing-owed'
  /** More than is owed, or than that payment brought: `maximumCents`. */
  | 'payment.refund-too-large';

export type PricingRefusal = Refusal & { readonly code: PricingRefusalCode };
export type OrderRefusal = Refusal & { readonly code: OrderRefusalCode };
export type PaymentRefusal = Refusal & { readonly code: PaymentRefusalCode };
