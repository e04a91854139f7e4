import { z } from 'zod';

import type { Contract } from '../contract.ts';
import { Approval, OrderSummary } from '../order-shapes.ts';
import { CartLineShape, Sentence, Uuid } from '../shapes.ts';

const Short = Sentence.max(80);
/** As typed; kept as E.164. */
const Phone = z
  .string()
  .trim()
  .regex(/^[+0-9 .()-]{6,24}$/);

/** Millionths of a degree, WGS 84. */
const Place = {
  latitude: z.int().min(-90_000_000).max(90_000_000),
  longitude: z.int().min(-180_000_000).max(180_000_000),
};

const AddressInput = z.strictObject({
  addressId: Uuid,
  label: Short.optional(),
  street: Short,
  postcode: z.string().regex(/^\d{5}$/),
  city: Short,
  ...Place,
  floor: Short.optional(),
  doorCode: Short.optional(),
  intercom: Short.optional(),
  meetingPoint: Sentence.optional(),
});

/** What delivering to a place costs. Absent: nobody delivers there. */
const ZoneShape = z.object({
  zoneId: z.string(),
  name: z.string(),
  feeCents: z.int(),
  /** The lines must reach this. */
  minimumCents: z.int(),
});

const AddressShape = AddressInput.extend({
  latitude: Place.latitude.optional(),
  longitude: Place.longitude.optional(),
  zone: ZoneShape.optional(),
});

export const CustomerShape = z.object({
  customerId: z.string(),
  name: z.string(),
  phones: z.array(z.string()),
  email: z.string().optional(),
  note: z.string().optional(),
  addresses: z.array(AddressShape),
  orders: z.int(),
  lastOrderAt: z.string().optional(),
  /** Nestor's classes as words: `nouveau`, up to 30, 60, 90 days, more. */
  recency: z.enum(['new', 'days-30', 'days-60', 'days-90', 'older']),
  loyaltyPoints: z.int(),
});

const Suggestion = z.object({
  label: z.string(),
  street: z.string(),
  postcode: z.string(),
  city: z.string(),
  ...Place,
});

/** Who is ordering. Personal data: never in a journal, and erasable. */
export const customerMethods = {
  /** By number, name, street: the best first, seven at most. */
  'customer.search': {
    roles: ['counter'],
    input: z.strictObject({ text: z.string().trim().min(1).max(80) }),
    output: z.array(CustomerShape),
  },
  'customer.sheet': {
    roles: ['counter'],
    reads: ['customers', 'orders', 'sold-outs'],
    input: z.strictObject({ customerId: Uuid }),
    output: z.object({
      customer: CustomerShape,
      /** Newest first, five at most. */
      lastOrders: z.array(OrderSummary),
      /** Not with the customer yet: « où est ma pizza ? ». */
      openOrders: z.array(OrderSummary),
      /** The last order as it can be sold again today. */
      again: z
        .object({
          lines: z.array(CartLineShape),
          missing: z.array(
            z.object({ name: z.string(), why: z.enum(['sold-out', 'not-on-menu']) }),
          ),
          mode: OrderSummary.shape.mode,
          addressId: z.string().optional(),
        })
        .optional(),
    }),
  },
  /** The screen makes the ids: saved twice, saved once. */
  'customer.save': {
    roles: ['counter'],
    input: z.strictObject({
      customerId: Uuid,
      name: Short,
      phones: z.array(Phone).max(5),
      email: z.email().max(120).optional(),
      note: Sentence.optional(),
      addresses: z
        .array(
          AddressInput.extend({
            latitude: Place.latitude.optional(),
            longitude: Place.longitude.optional(),
          }),
        )
        .max(10),
    }),
    output: z.object({ customerId: z.string() }),
  },
  /** Takes the right `customer.erase`. Not while one of their orders is under way. */
  'customer.erase': {
    roles: ['counter', 'manager'],
    input: z.strictObject({ customerId: Uuid, approval: Approval.optional() }),
    output: z.object({}),
  },
  /** From the address base of the département, imported beforehand; works offline. */
  'address.complete': {
    roles: ['counter'],
    input: z.strictObject({ text: z.string().trim().min(2).max(120) }),
    output: z.array(Suggestion),
  },
  'address.zone': {
    roles: ['counter'],
    input: z.strictObject({ ...Place }),
    output: z.object({ zone: ZoneShape.optional() }),
  },
} as const satisfies Contract;
