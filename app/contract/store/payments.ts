import { z } from 'zod';

import type { Contract } from '../contract.ts';
import { Approval, PaymentAsked } from '../order-shapes.ts';
import { Cents, Code, Reason, Uuid } from '../shapes.ts';

const Done = z.object({});
const Due = z.object({ dueCents: z.int(), changeCents: z.int() });

/** A line of text that goes on an invoice. */
const Line = z
  .string()
  .trim()
  .min(1)
  .max(120)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused.
  .regex(/^[^\u0000-\u001f\u007f]*$/);

/** Money and the papers that prove it. */
export const paymentMethods = {
  'order.pay': {
    roles: ['counter'],
    input: z.strictObject({ orderId: Uuid, payment: PaymentAsked }),
    output: Due,
  },
  /** A person says how a payment in doubt ended, from the slip or the journal of the terminal. */
  'payment.resolve': {
    roles: ['counter'],
    input: z.strictObject({
      orderId: Uuid,
      paymentId: Uuid,
      outcome: z.enum(['paid', 'not-paid']),
      approval: Approval.optional(),
    }),
    output: Done,
  },
  /** Asks the terminal to print its last slip again: proof for a payment in doubt. */
  'payment.slip': {
    roles: ['counter'],
    input: z.strictObject({ orderId: Uuid, paymentId: Uuid }),
    output: Done,
  },
  /** Takes back a payment pressed by mistake, before the order is given. Never of a terminal. */
  'payment.reverse': {
    roles: ['counter'],
    input: z.strictObject({
      orderId: Uuid,
      paymentId: Uuid,
      reason: Reason,
      approval: Approval.optional(),
    }),
    output: Due,
  },
  /** Gives money back to the payment it came by: all that is owed to the customer, or a part. */
  'payment.refund': {
    roles: ['counter'],
    input: z.strictObject({
      orderId: Uuid,
      paymentId: Uuid,
      ofPaymentId: Uuid,
      amountCents: Cents.min(1).optional(),
      approval: Approval.optional(),
    }),
    output: z.object({ dueCents: z.int() }),
  },
  /** What is left on a gift voucher. */
  'voucher.find': {
    roles: ['counter'],
    input: z.strictObject({ code: Code }),
    output: z.object({ code: z.string(), soldCents: z.int(), balanceCents: z.int() }),
  },
  /** What of a cart or an order a titre-restaurant may pay (R-PAY-03), and today's rules. */
  'voucher.meal-rules': {
    roles: ['counter'],
    input: z.strictObject({ orderId: Uuid.optional() }),
    output: z.object({
      capCents: z.int(),
      /** Of the order asked about, before what titles already paid. */
      eligibleCents: z.int().optional(),
      isRestDay: z.boolean(),
      isPaperAccepted: z.boolean(),
    }),
  },
  'receipt.print': {
    roles: ['counter'],
    input: z.strictObject({
      orderId: Uuid,
      /** `note`: before payment; `invoice`: the one made from it. */
      document: z.enum(['receipt', 'note', 'invoice']).optional(),
    }),
    output: z.object({ copy: z.int() }),
  },
  /** The address of the digital receipt, for a QR code: nothing about the customer is in it. */
  'receipt.share': {
    roles: ['counter', 'display'],
    input: z.strictObject({ orderId: Uuid }),
    output: z.object({ url: z.string() }),
  },
  /** The address is forgotten once the message has left. */
  'receipt.email': {
    roles: ['counter'],
    input: z.strictObject({ orderId: Uuid, address: z.email().max(120) }),
    output: Done,
  },
  /** Made from a receipt, in a series of its own; a second call answers the same number (R-INV-01). */
  'invoice.issue': {
    roles: ['counter'],
    input: z.strictObject({
      orderId: Uuid,
      company: z.strictObject({
        name: Line,
        addressLines: z.array(Line).min(1).max(4),
        siren: z
          .string()
          .regex(/^\d{9}$/)
          .optional(),
        vatId: z
          .string()
          .regex(/^[A-Z]{2}[0-9A-Z]{2,13}$/)
          .optional(),
      }),
    }),
    output: z.object({ invoiceNumber: z.string() }),
  },
  'drawer.open': {
    roles: ['counter'],
    input: z.strictObject({ reason: Reason, approval: Approval.optional() }),
    output: Done,
  },
} as const satisfies Contract;
