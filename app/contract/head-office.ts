import { z } from 'zod';

import type { Contract } from './contract.ts';

/** What the head-office screen can ask of the centre. Amounts in cents, instants ISO 8601 in UTC. */

const Figures = z.object({
  /** Orders placed and not cancelled. */
  orders: z.int(),
  salesCents: z.int(),
  /** Sales without VAT. */
  netCents: z.int(),
  averageCents: z.int(),
  cancelled: z.int(),
});

export const headOfficeContract = {
  'chain.live': {
    roles: ['head-office'],
    reads: ['figures', 'stores'],
    input: z.strictObject({}),
    output: z.object({
      now: z.string(),
      /** The business day shown, as YYYY-MM-DD. */
      businessDay: z.string(),
      today: Figures,
      /** The same day a week before, up to the same hour, to compare with. */
      lastWeek: Figures,
      /** Orders not yet handed over, delivered or cancelled. */
      open: z.int(),
      stores: z.array(
        z.object({
          storeId: z.string(),
          name: z.string(),
          status: z.enum(['up', 'down', 'never', 'set-aside', 'not-open']),
          /** The newest thing the centre knows of the store: last entry or last sign of life. */
          heardAt: z.string().optional(),
          today: Figures,
          /** Sales of the same day last week up to the same hour, in cents. */
          lastWeekCents: z.int(),
          open: z.int(),
        }),
      ),
      /** The last 24 hours, oldest first, each store apart. `hour` is the instant it begins. */
      hours: z.array(
        z.object({
          hour: z.string(),
          orders: z.int(),
          salesCents: z.int(),
          /** The same hour a week before, in cents. */
          lastWeekCents: z.int(),
          stores: z.array(z.object({ storeId: z.string(), orders: z.int(), salesCents: z.int() })),
        }),
      ),
      best: z.array(
        z.object({
          productId: z.string(),
          name: z.string(),
          /** Half a pizza counts a half. */
          quantity: z.number().multipleOf(0.25),
          salesCents: z.int(),
        }),
      ),
      /** Forks and other alarms of the store link, newest first. */
      alarms: z.array(z.object({ storeId: z.string(), at: z.string(), kind: z.string() })),
    }),
  },
} as const satisfies Contract;

export type HeadOfficeContract = typeof headOfficeContract;
export type ChainLive = z.output<(typeof headOfficeContract)['chain.live']['output']>;
