import { z } from 'zod';

import { TERRITORIES } from '../domain/vat.ts';
import type { Contract } from './contract.ts';
import type {
  OrderSummary as OrderSummaryShape,
  PaymentAsked as PaymentAskedShape,
} from './order-shapes.ts';
import type { MenuShape } from './menu-shapes.ts';
import { ChannelShape, ModeShape, PricedLineShape } from './shapes.ts';
import { callMethods } from './store/calls.ts';
import { customerMethods } from './store/customers.ts';
import { deviceMethods } from './store/devices.ts';
import { inputMethods } from './store/inputs.ts';
import { menuMethods } from './store/menu.ts';
import { orderMethods } from './store/orders.ts';
import { paymentMethods } from './store/payments.ts';
import { tillMethods } from './store/till.ts';

/** What the screens of a store can ask of its store node. Amounts in cents, instants ISO 8601 in UTC. */

const KitchenLine = PricedLineShape.pick({
  lineId: true,
  productId: true,
  sizeId: true,
  sizeLetter: true,
  kind: true,
  name: true,
  quantity: true,
  changes: true,
  dough: true,
  parts: true,
  options: true,
  note: true,
}).extend({
  /** Since the kitchen last touched the ticket; a removed line stays, struck, until then. */
  mark: z.enum(['added', 'changed', 'removed']).optional(),
});

const KitchenTicket = z.object({
  orderId: z.string(),
  number: z.int(),
  channel: ChannelShape,
  mode: ModeShape,
  /** `cancelled`: stays until it is acknowledged. */
  status: z.enum(['placed', 'preparing', 'ready', 'cancelled']),
  placedAt: z.string(),
  promisedAt: z.string(),
  /** Of a scheduled order: not to be begun before. */
  startAt: z.string().optional(),
  revision: z.int(),
  note: z.string().optional(),
  lines: z.array(KitchenLine),
});

const Nothing = z.strictObject({});

const DeviceStatus = z.object({
  status: z.enum(['ready', 'busy', 'trouble', 'unknown']),
  /** For a person: `Plus de papier`. */
  detail: z.string().optional(),
  since: z.string(),
});

const statusMethods = {
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
  /** The kitchen has seen the marks of an edit, or a cancellation. */
  'kitchen.acknowledge': {
    roles: ['kitchen', 'counter'],
    input: z.strictObject({ orderId: z.uuid(), revision: z.int().min(1) }),
    output: z.object({}),
  },
  'store.status': {
    roles: ['counter', 'kitchen', 'manager', 'display'],
    reads: ['status'],
    input: Nothing,
    output: z.object({
      storeId: z.string(),
      storeName: z.string(),
      /** What prices and times go by. */
      territory: z.enum(TERRITORIES),
      zone: z.string(),
      /** This screen is in the training world: nothing in it is real. */
      isTraining: z.boolean(),
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

export const storeContract = {
  ...menuMethods,
  ...orderMethods,
  ...paymentMethods,
  ...customerMethods,
  ...callMethods,
  ...tillMethods,
  ...deviceMethods,
  ...inputMethods,
  ...statusMethods,
} as const satisfies Contract;

export type StoreContract = typeof storeContract;
export type MenuView = z.output<typeof MenuShape>;
export type OrderSummary = z.output<typeof OrderSummaryShape>;
export type KitchenTicket = z.output<typeof KitchenTicket>;
export type PaymentAsked = z.output<typeof PaymentAskedShape>;
export type StoreStatus = z.output<(typeof storeContract)['store.status']['output']>;
