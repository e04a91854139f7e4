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

/** The name of a line within its order, made by the screen or by the node. */
export const LineId = z.string().regex(/^[0-9a-z]{1,16}$/);
/** Of a coupon or a gift voucher, as typed: `PIZZA-10`. */
export const Code = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[0-9A-Z-]{3,24}$/);
/** Why somebody did what needs a right. */
export const Reason = Sentence;

export const ChangeShape = z.strictObject({
  ingredientId: Id,
  action: z.enum(['add', 'extra', 'light', 'remove', 'swap']),
  withIngredientId: Id.optional(),
});
const ChangesShape = z.array(ChangeShape).max(20);

const OptionChosenShape = z.strictObject({
  groupId: Id,
  optionId: Id,
  quantity: z.int().min(1).max(20),
});
const DealPlaceShape = z.strictObject({ instance: LineId, dealId: Id, slotId: Id });

export const CartLineShape = z.strictObject({
  lineId: LineId.optional(),
  productId: Id,
  sizeId: Id,
  quantity: z.int().min(1).max(50),
  changes: ChangesShape,
  note: Sentence.optional(),
  doughId: Id.optional(),
  parts: z
    .array(
      z.strictObject({ productId: Id, quarters: z.int().min(1).max(4), changes: ChangesShape }),
    )
    .min(2)
    .max(4)
    .optional(),
  options: z.array(OptionChosenShape).max(30).optional(),
  deal: DealPlaceShape.optional(),
});

export const VatAmountShape = z.object({
  rateBp: z.int(),
  grossCents: z.int(),
  netCents: z.int(),
  vatCents: z.int(),
});

const PricedChangeShape = z.object({
  ingredientId: z.string(),
  action: z.enum(['add', 'extra', 'light', 'remove', 'swap']),
  withIngredientId: z.string().optional(),
  name: z.string(),
  withName: z.string().optional(),
  priceCents: z.int(),
});

export const PricedLineShape = z.object({
  lineId: z.string().optional(),
  productId: z.string(),
  sizeId: z.string(),
  kind: KindShape,
  name: z.string(),
  quantity: z.int(),
  unitPriceCents: z.int(),
  grossCents: z.int(),
  vatRateBp: z.int(),
  changes: z.array(PricedChangeShape),
  note: z.string().optional(),
  sizeLetter: z.string().optional(),
  basePriceCents: z.int().optional(),
  dough: z.object({ doughId: z.string(), name: z.string(), priceCents: z.int() }).optional(),
  parts: z
    .array(
      z.object({
        productId: z.string(),
        name: z.string(),
        quarters: z.int(),
        wholePriceCents: z.int(),
        changes: z.array(PricedChangeShape),
      }),
    )
    .optional(),
  partsPolicy: z.enum(['dearest', 'average', 'shares']).optional(),
  options: z
    .array(
      z.object({
        groupId: z.string(),
        optionId: z.string(),
        quantity: z.int(),
        name: z.string(),
        priceCents: z.int(),
      }),
    )
    .optional(),
  deal: z
    .object({
      instance: z.string(),
      dealId: z.string(),
      slotId: z.string(),
      name: z.string(),
      dealPriceCents: z.int(),
      referenceCents: z.int(),
    })
    .optional(),
  discounts: z
    .array(
      z.object({
        source: z.enum(['promotion', 'manual', 'loyalty']),
        id: z.string(),
        name: z.string(),
        cents: z.int(),
      }),
    )
    .optional(),
  override: z
    .object({
      kind: z.enum(['price', 'free']),
      menuPriceCents: z.int(),
      reason: z.string(),
    })
    .optional(),
});

export const OrderStatusShape = z.enum([
  'placed',
  'preparing',
  'ready',
  'handed-over',
  'delivered',
  'cancelled',
]);

export const PaymentMethodShape = z.enum([
  'cash',
  'card',
  'meal-voucher-card',
  'card-manual',
  'meal-voucher',
  'cheque',
  'gift-voucher',
]);

/** Where a payment attempt stands. `asked` = the terminal has it, the customer has not answered. */
export const PaymentStateShape = z.object({
  paymentId: z.string(),
  method: PaymentMethodShape,
  /** `refund`: given back to the customer. */
  direction: z.enum(['payment', 'refund']),
  amountCents: z.int(),
  /** For the staff, on top of the amount. */
  tipCents: z.int(),
  status: z.enum(['asked', 'paid', 'declined', 'not-sent', 'in-doubt', 'reversed']),
  /** Why it was declined, not sent, or is in doubt. */
  reason: z.string().optional(),
  tenderedCents: z.int().optional(),
  changeCents: z.int().optional(),
  ofPaymentId: z.string().optional(),
  lineIds: z.array(z.string()).optional(),
  startedAt: z.string(),
});
export type PaymentState = z.output<typeof PaymentStateShape>;
