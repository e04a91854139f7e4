import { z } from 'zod';

import {
  CartLineShape,
  Cents,
  ChannelShape,
  Code,
  Id,
  Instant,
  LineId,
  ModeShape,
  OrderStatusShape,
  PricedLineShape,
  Reason,
  Sentence,
  Uuid,
} from './shapes.ts';

/** Shapes of what the counter asks about orders. Amounts in cents, VAT included. */

/** Somebody with the right types their PIN where the cashier has not the right. */
export const Approval = z.strictObject({ employeeId: Id, pin: z.string().regex(/^\d{4,8}$/) });

/** A price set by a person on one line: its reason is kept with it. */
const Override = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('free'), lineId: LineId, reason: Reason }),
  z.strictObject({
    kind: z.literal('price'),
    lineId: LineId,
    unitPriceCents: Cents,
    reason: Reason,
  }),
]);

/** A discount by hand, on one line or on the whole order. */
const ManualDiscount = z.strictObject({
  lineId: LineId.optional(),
  value: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('rate'), rateBp: z.int().min(1).max(10_000) }),
    z.strictObject({ kind: z.literal('amount'), amountCents: Cents.min(1) }),
  ]),
  reason: Reason,
});

const NonSaleAsked = z.strictObject({
  nonSaleId: Uuid,
  kind: z.enum(['gift-voucher', 'container-deposit']),
  cents: Cents.min(1).max(50_000),
});

/** What is ordered, before anybody took it: the whole input of its price. */
export const CART = {
  channel: ChannelShape,
  mode: ModeShape,
  lines: z.array(CartLineShape).max(100),
  couponCodes: z.array(Code).max(5).optional(),
  overrides: z.array(Override).max(100).optional(),
  manualDiscounts: z.array(ManualDiscount).max(20).optional(),
  nonSales: z.array(NonSaleAsked).max(20).optional(),
  customerId: Uuid.optional(),
  /** Of a delivery: which address of the customer. Its zone sets the fee. */
  addressId: Uuid.optional(),
  /** Points of the customer to spend as a discount. */
  loyaltyPoints: z.int().min(1).max(100_000).optional(),
  /** Asked for at this time; absent: as soon as possible. */
  scheduledFor: Instant.optional(),
  note: Sentence.optional(),
} as const;
export const CartShape = z.strictObject(CART);

/** A part of what is due, or all of it where `amountCents` is absent. */
const PART = {
  paymentId: Uuid,
  amountCents: Cents.min(1).optional(),
  lineIds: z.array(LineId).max(100).optional(),
};

/** How the customer pays. `later`: at pick-up, or at the door. */
export const PaymentAsked = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('later') }),
  z.strictObject({ method: z.literal('cash'), ...PART, tenderedCents: Cents }),
  z.strictObject({ method: z.literal('card'), ...PART, tipCents: Cents.optional() }),
  z.strictObject({ method: z.literal('meal-voucher-card'), ...PART }),
  z.strictObject({
    method: z.literal('card-manual'),
    ...PART,
    authorisation: z.string().regex(/^[0-9A-Za-z]{1,12}$/),
  }),
  /** Paper titles. On a Sunday or a public holiday only with a reason (R-PAY-02). */
  z.strictObject({
    method: z.literal('meal-voucher'),
    paymentId: Uuid,
    titlesCents: z.array(Cents.min(1).max(10_000)).min(1).max(10),
    holidayReason: Reason.optional(),
  }),
  z.strictObject({
    method: z.literal('cheque'),
    ...PART,
    chequeNumber: z
      .string()
      .regex(/^\d{1,12}$/)
      .optional(),
  }),
  z.strictObject({ method: z.literal('gift-voucher'), ...PART, code: Code }),
]);

/** One change of a placed order. A line is named by its id. */
export const EditOperation = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('add'), line: CartLineShape.extend({ lineId: LineId }) }),
  z.strictObject({ kind: z.literal('remove'), lineId: LineId }),
  /** The line as it is to be from now on. */
  z.strictObject({ kind: z.literal('replace'), line: CartLineShape.extend({ lineId: LineId }) }),
]);

export const OrderSummary = z.object({
  orderId: z.string(),
  number: z.int(),
  channel: ChannelShape,
  mode: ModeShape,
  status: OrderStatusShape,
  placedAt: z.string(),
  promisedAt: z.string(),
  isScheduled: z.boolean(),
  totalCents: z.int(),
  /** Gift vouchers and deposits on top of the total. */
  nonSaleCents: z.int(),
  /** Less than zero: to be given back to the customer. */
  dueCents: z.int(),
  refundedCents: z.int(),
  /** 1 as placed, one more at each edit. */
  revision: z.int(),
  customerId: z.string().optional(),
  /** Absent once the customer was erased. */
  customerName: z.string().optional(),
  /** The till that has it. */
  device: z.string().optional(),
  lines: z.array(PricedLineShape),
});
