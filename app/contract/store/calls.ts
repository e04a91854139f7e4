import { z } from 'zod';

import type { Contract } from '../contract.ts';
import { OrderSummary } from '../order-shapes.ts';
import { CustomerShape } from './customers.ts';

const CallOnly = z.strictObject({ callId: z.string().min(1).max(80) });

/** Who is on the telephone. A call only ever suggests a customer. */
export const callMethods = {
  'calls.current': {
    roles: ['counter'],
    reads: ['calls', 'customers', 'orders'],
    input: z.strictObject({}),
    /** Oldest first: the order in which they rang. */
    output: z.array(
      z.object({
        callId: z.string(),
        lineId: z.string(),
        /** Absent when withheld. */
        e164: z.string().optional(),
        state: z.enum(['ringing', 'answered', 'ended']),
        at: z.string(),
        /** The till that took it. */
        device: z.string().optional(),
        customer: CustomerShape.optional(),
        /** Several customers share this number. */
        others: z.int(),
        lastOrder: z
          .object({
            orderId: z.string(),
            placedAt: z.string(),
            totalCents: z.int(),
            text: z.string(),
          })
          .optional(),
        openOrders: z.array(OrderSummary),
      }),
    ),
  },
  /** This till takes it; refused when another did. */
  'call.answer': { roles: ['counter'], input: CallOnly, output: z.object({}) },
  'call.dismiss': { roles: ['counter'], input: CallOnly, output: z.object({}) },
} as const satisfies Contract;
