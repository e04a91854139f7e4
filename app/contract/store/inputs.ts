import { z } from 'zod';

import type { Contract } from '../contract.ts';

/** One thing that a device typed. `place` grows by one each time, from the start of the node. */
const Input = z.object({
  place: z.int(),
  text: z.string(),
  at: z.string(),
});

/**
 * What scanners and bump bars type without being keyboards. A screen acts on what is newer than what
 * it has seen; what came before it was opened is not for it.
 */
export const inputMethods = {
  'input.scans': {
    roles: ['counter'],
    reads: ['scans'],
    input: z.strictObject({}),
    /** The newest ones, oldest first. */
    output: z.array(Input),
  },
  'input.bump-keys': {
    roles: ['kitchen'],
    reads: ['bump-keys'],
    input: z.strictObject({}),
    /** Under the names of a browser: `1`, `Enter`, `Backspace`, `ArrowUp`. */
    output: z.array(Input),
  },
} as const satisfies Contract;
