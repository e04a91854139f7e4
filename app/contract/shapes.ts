import { z } from 'zod';

/** Shapes shared by several contracts. Limits are here, so that nothing longer reaches the domain. */

/** Text typed by a person: trimmed, no control characters (they could reach a printer), bounded. */
export const Sentence = z
  .string()
  .trim()
  .min(1)
  .max(200)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused.
  .regex(/^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$/);

export const Id = z.string().regex(/^[0-9a-z][0-9a-z-]{0,63}$/);
export const Uuid = z.uuid();
export const Cents = z.int().min(0).max(10_000_000);
export const Instant = z.iso.datetime();

export const ModeShape = z.enum(['take-away', 'delivery', 'on-site']);
export const ChannelShape = z.enum(['counter', 'phone', 'web']);
export const KindShape = z.enum(['pizza', 'side', 'drink', 'beer', 'dessert']);

export const ChangeShape = z.strictObject({ ingredientId: Id, action: z.enum(['add', 'remove']) });

export const CartLineShape = z.strictObject({
  productId: Id,
  sizeId: Id,
  quantity: z.int().min(1).max(50),
  changes: z.array(ChangeShape).max(20),
  note: Sentence.optional(),
});

export const VatAmountShape = z.object({
  rateBp: z.int(),
  grossCents: z.int(),
  netCents: z.int(),
  vatCents: z.int(),
});

export const PricedLineShape = z.object({
  productId: z.string(),
  sizeId: z.string(),
  kind: KindShape,
  name: z.string(),
  quantity: z.int(),
  unitPriceCents: z.int(),
  grossCents: z.int(),
  vatRateBp: z.int(),
  changes: z.array(ChangeShape.extend({ name: z.string(), priceCents: z.int() })),
  note: z.string().optional(),
});

export const OrderStatusShape = z.enum([
  'placed',
  'preparing',
  'ready',
  'handed-over',
  'delivered',
  'cancelled',
]);

/** Where a payment attempt stands. `asked` = the terminal has it, the customer has not answered. */
export const PaymentStateShape = z.object({
  paymentId: z.string(),
  method: z.enum(['cash', 'card']),
  amountCents: z.int(),
  status: z.enum(['asked', 'paid', 'declined', 'not-sent', 'in-doubt']),
  /** Why it was declined, not sent, or is in doubt. */
  reason: z.string().optional(),
  tenderedCents: z.int().optional(),
  changeCents: z.int().optional(),
  startedAt: z.string(),
});
export type PaymentState = z.output<typeof PaymentStateShape>;
