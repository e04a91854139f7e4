import { z } from 'zod';

import type { Contract } from '../contract.ts';
import {
  Approval,
  CART,
  CartShape,
  EditOperation,
  OrderSummary,
  PaymentAsked,
} from '../order-shapes.ts';
import {
  CartLineShape,
  Cents,
  Id,
  Instant,
  LineId,
  ModeShape,
  PaymentStateShape,
  PricedLineShape,
  Reason,
  Sentence,
  Uuid,
  VatAmountShape,
} from '../shapes.ts';

const OrderOnly = z.strictObject({ orderId: Uuid });
const Done = z.object({});

/** What a price is made of, as stored with the order. */
const Priced = z.object({
  lines: z.array(PricedLineShape),
  feeParts: z.array(z.object({ vatRateBp: z.int(), grossCents: z.int() })).optional(),
  totalCents: z.int(),
  nonSaleCents: z.int(),
  netCents: z.int(),
  vatCents: z.int(),
  vat: z.array(VatAmountShape),
  /** Codes that gave nothing, and why: `unknown`, `expired`, `used-up`, `no-customer`, `not-here`, `too-little`. */
  unusedCoupons: z.array(z.object({ code: z.string(), why: z.string() })),
});

/** The life of an order, from its price to its last step. */
export const orderMethods = {
  /** The price as the node sees it, with the caps of coupons and the points of the customer. */
  'order.price': { roles: ['counter', 'manager'], input: CartShape, output: Priced },
  /** The screen makes `orderId` before the first try and keeps it: placed twice, placed once. */
  'order.place': {
    roles: ['counter'],
    input: z.strictObject({
      orderId: Uuid,
      ...CART,
      /** What the screen showed, lines and fee. The node computes the price; another total is refused. */
      shownTotalCents: Cents,
      payment: PaymentAsked,
      /** For an override or a discount that the cashier has no right to. */
      approval: Approval.optional(),
      /** The call it was taken on. */
      callId: z.string().max(80).optional(),
    }),
    output: z.object({
      orderId: z.string(),
      number: z.int(),
      totalCents: z.int(),
      dueCents: z.int(),
      changeCents: z.int(),
    }),
  },
  /**
   * Changes a placed order. Operations on lines that nobody changed since `baseRevision` go in;
   * one on a line that somebody did is refused, and nothing of the whole is done.
   */
  'order.edit': {
    roles: ['counter'],
    input: z.strictObject({
      orderId: Uuid,
      baseRevision: z.int().min(1),
      operations: z.array(EditOperation).max(100),
      mode: ModeShape.optional(),
      note: Sentence.optional(),
      reason: Reason.optional(),
      approval: Approval.optional(),
      /** A retry with the same id is answered as the first time. */
      editId: Uuid,
    }),
    output: z.object({ revision: z.int(), totalCents: z.int(), dueCents: z.int() }),
  },
  'order.cancel': {
    roles: ['counter'],
    input: z.strictObject({ orderId: Uuid, reason: Reason, approval: Approval.optional() }),
    output: Done,
  },
  /** `promisedAt` absent: as soon as possible again. */
  'order.reschedule': {
    roles: ['counter'],
    input: z.strictObject({ orderId: Uuid, promisedAt: Instant.optional() }),
    output: z.object({ promisedAt: z.string() }),
  },
  'order.transfer': {
    roles: ['counter'],
    input: z.strictObject({ orderId: Uuid, toDevice: Id }),
    output: Done,
  },
  /** Gives lines back at the price they were sold at. The money follows with `payment.refund`. */
  'order.refund': {
    roles: ['counter'],
    input: z.strictObject({
      orderId: Uuid,
      refundId: Uuid,
      lines: z
        .array(z.strictObject({ lineId: LineId, quantity: z.int().min(1).max(50) }))
        .min(1)
        .max(100),
      reason: Reason,
      approval: Approval.optional(),
    }),
    output: z.object({ refundedCents: z.int(), dueCents: z.int() }),
  },
  'order.start': { roles: ['kitchen', 'counter'], input: OrderOnly, output: Done },
  'order.finish': { roles: ['kitchen', 'counter'], input: OrderOnly, output: Done },
  'order.recall': { roles: ['kitchen', 'counter'], input: OrderOnly, output: Done },
  /** Given to the customer: handed over at the counter, or delivered. */
  'order.hand-over': { roles: ['counter'], input: OrderOnly, output: Done },
  /** The orders of the business day that still concern the counter, oldest first. */
  'order.board': {
    roles: ['counter'],
    reads: ['orders'],
    input: z.strictObject({}),
    output: z.array(OrderSummary),
  },
  /** How many orders of the board are not with their customer, and not finished: for the bar of every till. */
  'order.open-count': {
    roles: ['counter'],
    reads: ['orders'],
    input: z.strictObject({}),
    output: z.object({ open: z.int().min(0), waiting: z.int().min(0) }),
  },
  'order.detail': {
    roles: ['counter'],
    reads: ['orders', 'payments', 'prints'],
    input: OrderOnly,
    output: OrderSummary.extend({
      vat: z.array(VatAmountShape),
      note: z.string().optional(),
      payments: z.array(PaymentStateShape),
      feeCents: z.int(),
      /** Gift vouchers and deposits sold with it; the code is what the customer takes along. */
      nonSales: z.array(
        z.object({
          nonSaleId: z.string(),
          kind: z.enum(['gift-voucher', 'container-deposit']),
          label: z.string(),
          cents: z.int(),
          code: z.string().optional(),
        }),
      ),
      /** Number of the invoice made from it. */
      invoiceNumber: z.string().optional(),
      /** How many of each line were given back. */
      refunded: z.array(z.object({ lineId: z.string(), quantity: z.int() })),
      /** State of the newest print of its receipt. */
      receipt: z.enum(['none', 'queued', 'sending', 'printed', 'unverified', 'unknown', 'failed']),
    }),
  },
  /** Everything that happened to an order, oldest first. */
  'order.history': {
    roles: ['counter', 'manager'],
    reads: ['orders', 'payments', 'prints'],
    input: OrderOnly,
    output: z.array(
      z.object({
        at: z.string(),
        /** Type of the entry: `order.edited`. */
        type: z.string(),
        /** First name of an employee, or the id of a device or reader. */
        by: z.string(),
        device: z.string().optional(),
        grantedBy: z.string().optional(),
        reason: z.string().optional(),
        amountCents: z.int().optional(),
        method: z.string().optional(),
        /** What was added, changed, removed or refunded, in words. */
        lines: z.array(z.string()),
      }),
    ),
  },
  /** The lines of an order as they can be sold again today, and what cannot. */
  'order.again': {
    roles: ['counter'],
    reads: ['orders', 'sold-outs', 'menu'],
    input: OrderOnly,
    output: z.object({
      lines: z.array(CartLineShape),
      missing: z.array(z.object({ name: z.string(), why: z.enum(['sold-out', 'not-on-menu']) })),
    }),
  },
} as const satisfies Contract;
