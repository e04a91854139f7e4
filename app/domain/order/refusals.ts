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
  | 'pricing.discount-too-large';

export type OrderRefusalCode =
  | 'order.not-found'
  | 'order.empty'
  | 'order.already-placed'
  /** The screen showed another total. */
  | 'order.price-changed'
  | 'order.already-started'
  | 'order.not-started'
  | 'order.already-prepared'
  | 'order.not-ready'
  | 'order.already-given'
  | 'order.cancelled'
  | 'order.already-paid'
  | 'order.not-paid'
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
  | 'payment.not-in-doubt';

export type PricingRefusal = Refusal & { readonly code: PricingRefusalCode };
export type OrderRefusal = Refusal & { readonly code: OrderRefusalCode };
export type PaymentRefusal = Refusal & { readonly code: PaymentRefusalCode };
