import { parseArgs } from 'node:util';

import { z } from 'zod';

const Port = z.coerce.number().int().min(0).max(65_535);

const Address = z
  .string()
  .regex(/^[^\s:]+:\d{1,5}$/, 'host:port')
  .transform((value) => {
    const [host = '', port = ''] = value.split(':');
    return { host, port: Port.parse(port) };
  });

const Options = z.strictObject({
  /** The id of the store in the chain: `lyon-3`. */
  store: z.string().regex(/^[a-z0-9-]{2,40}$/),
  folder: z.string().min(1),
  host: z.string().default('127.0.0.1'),
  port: Port.default(7310),
  screens: z.string().default('dist/renderer'),
  centre: z.url().optional(),
  'enrolment-code': z.string().optional(),
  printer: Address.optional(),
  terminal: Address.optional(),
  phone: Address.optional(),
});
export type StoreFlags = z.output<typeof Options>;

/** Reads the flags of a store node. Throws an Error whose message is one sentence for a person. */
export function readFlags(argv: readonly string[]): StoreFlags {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...argv],
    options: {
      store: text,
      folder: text,
      host: text,
      port: text,
      screens: text,
      centre: text,
      'enrolment-code': text,
      printer: text,
      terminal: text,
      phone: text,
    },
  });
  const parsed = Options.safeParse(values);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(`Option --${issue?.path.join('.') ?? ''} : ${issue?.message ?? 'invalide'}`);
}
