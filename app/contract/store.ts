import { z } from 'zod';

import { ALLERGENS } from '../domain/menu.ts';
import type { Contract } from './contract.ts';
import {
  CartLineShape,
  Cents,
  ChannelShape,
  ModeShape,
  OrderStatusShape,
  PaymentStateShape,
  PricedLineShape,
  Sentence,
  Uuid,
  VatAmountShape,
} from './shapes.ts';

/** What the screens of a store can ask of its store node. Amounts in cents, instants ISO 8601 in UTC. */

const ALLERGEN_LIST = z.array(z.enum(ALLERGENS));
const ExtraClassShape = z.enum(['vegetable', 'cheese', 'meat', 'premium']);

const MenuShape = z.object({
  version: z.string(),
  sizes: z.array(
    z.object({ id: z.string(), letter: z.string(), name: z.string(), diameterCm: z.int() }),
  ),
  defaultSizeId: z.string(),
  categories: z.array(z.object({ id: z.string(), name: z.string() })),
  ingredients: z.array(
    z.object({
      id: z.string(),
      code: z.string(),
      name: z.string(),
      allergens: ALLERGEN_LIST,
      extraClass: ExtraClassShape.optional(),
    }),
  ),
  products: z.array(
    z.object({
      id: z.string(),
      code: z.string(),
      name: z.string(),
      kind: z.enum(['pizza', 'side', 'drink', 'beer', 'dessert']),
      categoryId: z.string(),
      vatClass: z.enum(['prepared', 'conservable', 'confectionery', 'alcohol']),
      variants: z.array(
        z.object({
          sizeId: z.string(),
          priceCents: z.int(),
          recipe: z.array(z.object({ ingredientId: z.string(), grams: z.int() })),
        }),
      ),
      allergens: ALLERGEN_LIST.optional(),
      volumeCl: z.number().optional(),
    }),
  ),
  extraPricesCents: z.record(ExtraClassShape, z.record(z.string(), z.int())),
});

const OrderSummary = z.object({
  orderId: z.string(),
  number: z.int(),
  channel: ChannelShape,
  mode: ModeShape,
  status: OrderStatusShape,
  placedAt: z.string(),
  promisedAt: z.string(),
  totalCents: z.int(),
  dueCents: z.int(),
  lines: z.array(PricedLineShape),
});

const KitchenTicket = z.object({
  orderId: z.string(),
  number: z.int(),
  channel: ChannelShape,
  mode: ModeShape,
  status: z.enum(['placed', 'preparing', 'ready']),
  placedAt: z.string(),
  promisedAt: z.string(),
  note: z.string().optional(),
  lines: z.array(
    PricedLineShape.pick({
      productId: true,
      sizeId: true,
      kind: true,
      name: true,
      quantity: true,
      changes: true,
      note: true,
    }),
  ),
});

const OrderOnly = z.strictObject({ orderId: Uuid });
const Done = z.object({});
const Nothing = z.strictObject({});

/** How the customer pays when the order is placed. `later`: at pick-up, or at the door. */
const PaymentAsked = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('later') }),
  z.strictObject({ method: z.literal('cash'), paymentId: Uuid, tenderedCents: Cents }),
  z.strictObject({ method: z.literal('card'), paymentId: Uuid }),
]);

const DeviceStatus = z.object({
  status: z.enum(['ready', 'busy', 'trouble', 'unknown']),
  /** For a person: `Plus de papier`. */
  detail: z.string().optional(),
  since: z.string(),
});

export const storeContract = {
  'menu.current': {
    roles: ['counter', 'kitchen', 'manager'],
    reads: ['menu'],
    input: Nothing,
    output: MenuShape,
  },
  /** The screen makes `orderId` before the first try and keeps it: placed twice, placed once. */
  'order.place': {
    roles: ['counter'],
    input: z.strictObject({
      orderId: Uuid,
      channel: ChannelShape,
      mode: ModeShape,
      lines: z.array(CartLineShape).min(1).max(100),
      /** What the screen showed. The node computes the price; another total is refused. */
      shownTotalCents: Cents,
      note: Sentence.optional(),
      payment: PaymentAsked,
    }),
    output: z.object({
      orderId: z.string(),
      number: z.int(),
      totalCents: z.int(),
      dueCents: z.int(),
      changeCents: z.int(),
    }),
  },
  'order.pay': {
    roles: ['counter'],
    input: z.strictObject({
      orderId: Uuid,
      payment: PaymentAsked,
    }),
    output: z.object({ dueCents: z.int(), changeCents: z.int() }),
  },
  /** A person says how a payment in doubt ended, from the slip or the journal of the terminal. */
  'payment.resolve': {
    roles: ['counter'],
    input: z.strictObject({
      orderId: Uuid,
      paymentId: Uuid,
      outcome: z.enum(['paid', 'not-paid']),
    }),
    output: Done,
  },
  'order.cancel': {
    roles: ['counter'],
    input: z.strictObject({ orderId: Uuid, reason: Sentence }),
    output: Done,
  },
  'order.start': { roles: ['kitchen', 'counter'], input: OrderOnly, output: Done },
  'order.finish': { roles: ['kitchen', 'counter'], input: OrderOnly, output: Done },
  'order.recall': { roles: ['kitchen', 'counter'], input: OrderOnly, output: Done },
  /** Given to the customer: handed over at the counter, or delivered. */
  'order.hand-over': { roles: ['counter'], input: OrderOnly, output: Done },
  'receipt.print': { roles: ['counter'], input: OrderOnly, output: z.object({ copy: z.int() }) },
  /** The orders of the business day that still concern the counter, oldest first. */
  'order.board': {
    roles: ['counter'],
    reads: ['orders'],
    input: Nothing,
    output: z.array(OrderSummary),
  },
  'order.detail': {
    roles: ['counter'],
    reads: ['orders', 'payments', 'prints'],
    input: OrderOnly,
    output: OrderSummary.extend({
      vat: z.array(VatAmountShape),
      note: z.string().optional(),
      payments: z.array(PaymentStateShape),
      /** State of the newest print of its receipt. */
      receipt: z.enum(['none', 'queued', 'sending', 'printed', 'unknown', 'failed']),
    }),
  },
  /** What is to be made, in order of placement; `recent` is what was finished lately, newest first. */
  'kitchen.board': {
    roles: ['kitchen', 'counter'],
    reads: ['kitchen'],
    input: Nothing,
    output: z.object({
      tickets: z.array(KitchenTicket),
      recent: z.array(KitchenTicket.extend({ finishedAt: z.string() })),
    }),
  },
  'store.status': {
    roles: ['counter', 'kitchen', 'manager'],
    reads: ['status'],
    input: Nothing,
    output: z.object({
      storeId: z.string(),
      storeName: z.string(),
      /** The node's clock, so that a screen can measure its own against it. */
      now: z.string(),
      pizzasWaiting: z.int(),
      centre: z.object({
        status: z.enum(['up', 'down', 'not-enrolled', 'set-aside']),
        since: z.string(),
        /** Entries that the centre does not hold yet. */
        waiting: z.int(),
      }),
      printer: DeviceStatus,
      terminal: DeviceStatus,
    }),
  },
} as const satisfies Contract;

export type StoreContract = typeof storeContract;
export type MenuView = z.output<typeof MenuShape>;
export type OrderSummary = z.output<typeof OrderSummary>;
export type KitchenTicket = z.output<typeof KitchenTicket>;
export type PaymentAsked = z.output<typeof PaymentAsked>;
export type StoreStatus = z.output<(typeof storeContract)['store.status']['output']>;
