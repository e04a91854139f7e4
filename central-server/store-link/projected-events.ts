import { z } from 'zod';

import { ChannelShape, KindShape, ModeShape, PaymentMethodShape } from '#app/contract/shapes.ts';
import type { ReceivedEntry } from '#app/sync/receiver.ts';

/**
 * The shapes of the events that make figures. What a store sends was written by a till that may be
 * broken or stolen: an entry of another shape is kept as evidence, and counted nowhere.
 */

/** No order, line or payment of a pizzeria comes near 10 million euros. */
const CENTS_MAX = 1_000_000_000;
const Cents = z.int().min(-CENTS_MAX).max(CENTS_MAX);
const Quantity = z.int().min(1).max(10_000);
const Name = z.string().max(200);
const OrderId = z.string().min(1).max(64);
/** Centuries that PostgreSQL and JavaScript read alike. */
const Instant = z.iso.datetime().startsWith('20');
const Day = z.iso.date().startsWith('20');

/** A pizza of several parts counts for each of them. */
const Parts = z
  .array(z.object({ productId: Name, name: Name, quarters: z.int().min(1).max(4) }))
  .min(1)
  .max(4);

const Line = z.object({
  productId: Name,
  sizeId: Name,
  kind: KindShape,
  name: Name,
  quantity: Quantity,
  unitPriceCents: Cents,
  grossCents: Cents,
  vatRateBp: z.int().min(0).max(10_000),
  parts: Parts.optional(),
});
const Lines = z.array(Line).max(200);
/** Paid with an order and no turnover: a gift voucher may be sold by itself. */
const NonSales = z.array(z.object({ cents: Cents })).max(100);

const Placed = z
  .object({
    orderId: OrderId,
    number: z.int().min(0).max(1_000_000),
    businessDay: Day,
    channel: ChannelShape,
    mode: ModeShape,
    lines: Lines,
    nonSales: NonSales.default([]),
    totalCents: Cents,
    vat: z.array(z.object({ netCents: Cents })).max(20),
    promisedAt: Instant,
  })
  .refine(({ lines, nonSales }) => lines.length + nonSales.length > 0);

const Cancelled = z.object({
  orderId: OrderId,
  reason: Name,
  reversal: z.object({
    totalCents: Cents,
    /** Absent in entries of the first version. */
    netCents: Cents.optional(),
    lines: z
      .array(
        z.object({
          productId: Name,
          name: Name,
          quantity: Quantity,
          grossCents: Cents,
          parts: Parts.optional(),
        }),
      )
      .max(200),
  }),
});

/** Signed: what is to be added to the figures. */
const Difference = z.object({
  businessDay: Day,
  totalCents: Cents,
  netCents: Cents,
  lines: z
    .array(
      z.object({
        productId: Name,
        name: Name,
        quantity: z.int().min(-10_000).max(10_000),
        grossCents: Cents,
        parts: Parts.optional(),
      }),
    )
    .max(400),
});

const Edited = z.object({
  orderId: OrderId,
  editId: OrderId,
  revision: z.int().min(2).max(100_000),
  lines: Lines.min(1),
  difference: Difference,
});

const Refunded = z.object({ orderId: OrderId, refundId: OrderId, difference: Difference });

const Step = z.object({ orderId: OrderId });
const Attempt = z.object({ orderId: OrderId, paymentId: OrderId });
const Amount = Attempt.extend({
  method: PaymentMethodShape,
  amountCents: Cents,
  direction: z.literal('refund').optional(),
  tipCents: Cents.optional(),
});

const SHAPES: Readonly<Record<string, z.ZodType>> = {
  'order.placed': Placed,
  'order.started': Step,
  'order.finished': Step,
  'order.recalled': Step,
  'order.handed-over': Step,
  'order.delivered': Step,
  'order.cancelled': Cancelled,
  'order.edited': Edited,
  'order.refunded': Refunded,
  'payment.started': Amount,
  'payment.paid': Amount,
  'payment.declined': Attempt,
  'payment.not-sent': Attempt,
  'payment.in-doubt': Attempt,
  'payment.reversed': Attempt,
  'payment.resolved': Attempt.extend({ outcome: z.enum(['paid', 'not-paid']) }),
};

/**
 * `counted`: goes into the figures. `kept`: of no interest to them, a type of tomorrow included.
 * `unreadable`: says to be one that counts, and is not of its shape.
 */
export type Reading = 'counted' | 'kept' | 'unreadable';

export function read({ content, text }: Pick<ReceivedEntry, 'content' | 'text'>): Reading {
  const shape = Object.hasOwn(SHAPES, content.type) ? SHAPES[content.type] : undefined;
  if (shape === undefined) return 'kept';
  const isSound =
    Instant.safeParse(content.at).success &&
    shape.safeParse(content.data).success &&
    readsAlike(text, content);
  return isSound ? 'counted' : 'unreadable';
}

/** Escapes that JSON allows and a PostgreSQL text cannot hold: NUL, and half a pair. */
const UNSTORABLE = /\\u(?:0000|d[89a-f])/i;

/**
 * Whether PostgreSQL reads in this text what we have just read in it. A store writes what
 * `JSON.stringify` gives; twice the same key, `1.0` for `1` and their like are not from a store.
 */
function readsAlike(text: string, content: unknown): boolean {
  return !UNSTORABLE.test(text) && JSON.stringify(content) === text;
}
