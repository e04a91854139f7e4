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

/** `smtps://user:password@host`: the way to a mail server. */
const MailServer = z.url({ protocol: /^smtps?$/, hostname: /./ });

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
  /** Receipts by e-mail. A password belongs into OC_PIZZA_SMTP: command lines are seen by all. */
  smtp: MailServer.optional(),
  /** Who they come from: `OC Pizza Lyon 3 <ticket@example.com>`. */
  'mail-from': z
    .string()
    .max(200)
    .regex(/^[^\r\n]*[^\s@<]+@[^\s@>]+>?$/, 'adresse')
    .optional(),
});
export type StoreFlags = z.output<typeof Options>;

/**
 * Reads the flags of a store node; the mail server may stand in the environment as OC_PIZZA_SMTP
 * instead. Throws an Error whose message is one sentence for a person, without what was given.
 */
export function readFlags(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>> = {},
): StoreFlags {
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
      smtp: text,
      'mail-from': text,
    },
  });
  const { OC_PIZZA_SMTP: ofEnvironment = '' } = environment;
  const smtp = values.smtp ?? ofEnvironment;
  // A variable that is set to nothing is not set.
  const parsed = Options.safeParse({ ...values, ...(smtp === '' ? {} : { smtp }) });
  if (parsed.success) return withSender(parsed.data);
  const [issue] = parsed.error.issues;
  throw new Error(`Option --${issue?.path.join('.') ?? ''} : ${issue?.message ?? 'invalide'}`);
}

/** A message without a sender leaves no server. */
function withSender(flags: StoreFlags): StoreFlags {
  if (flags.smtp === undefined || flags['mail-from'] !== undefined) return flags;
  throw new Error('Option --mail-from : attendue avec le serveur de courrier (OC_PIZZA_SMTP)');
}
