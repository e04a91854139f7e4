import { z } from 'zod';

import type { Contract } from '../contract.ts';
import { MenuShape } from '../menu-shapes.ts';
import { Id, Instant, Sentence } from '../shapes.ts';

const Target = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('product'), productId: Id }),
  z.strictObject({ kind: z.literal('variant'), productId: Id, sizeId: Id }),
  z.strictObject({ kind: z.literal('ingredient'), ingredientId: Id }),
  z.strictObject({ kind: z.literal('extra'), ingredientId: Id }),
]);

/** What can be sold here, and what is out. */
export const menuMethods = {
  'menu.current': {
    roles: ['counter', 'kitchen', 'manager', 'display'],
    reads: ['menu'],
    input: z.strictObject({}),
    output: MenuShape,
  },
  'menu.sold-outs': {
    roles: ['counter', 'kitchen', 'manager'],
    reads: ['sold-outs'],
    input: z.strictObject({}),
    output: z.array(
      z.object({
        target: Target,
        since: z.string(),
        /** Comes back by itself then. */
        until: z.string().optional(),
        reason: z.string().optional(),
      }),
    ),
  },
  'menu.mark-sold-out': {
    roles: ['counter', 'kitchen', 'manager'],
    input: z.strictObject({
      target: Target,
      until: Instant.optional(),
      reason: Sentence.optional(),
    }),
    output: z.object({}),
  },
  'menu.mark-back': {
    roles: ['counter', 'kitchen', 'manager'],
    input: z.strictObject({ target: Target }),
    output: z.object({}),
  },
} as const satisfies Contract;
