import { z } from 'zod';

/**
 * How a store node under Electron has a hardware host: it asks the shell, the only process that can
 * fork a utility process, and talks to the host through it. `host` counts the hosts of one node, so
 * that nothing of an old one is taken for the new one's.
 */

const Host = z.int().min(1);

export const ToShell = z.strictObject({
  hardware: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('start'), host: Host }),
    z.strictObject({ type: z.literal('tell'), host: Host, message: z.unknown() }),
    z.strictObject({ type: z.literal('kill'), host: Host }),
  ]),
});
export type ToShell = z.output<typeof ToShell>;

export const FromShell = z.strictObject({
  hardware: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('said'), host: Host, message: z.unknown() }),
    z.strictObject({
      type: z.literal('ended'),
      host: Host,
      code: z.int().nullable(),
      words: z.string().max(20_000),
    }),
  ]),
});
export type FromShell = z.output<typeof FromShell>;
