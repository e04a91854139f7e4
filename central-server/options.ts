import { isIP } from 'node:net';
import { parseArgs } from 'node:util';

import { z } from 'zod';

import { CannotStart } from './cannot-start.ts';
import type { CentreOptions } from './start.ts';

const Port = z.coerce.number().int().min(0).max(65_535);

/** Addresses and ranges, separated by commas, as proxies are named everywhere. */
const Proxies = z.string().refine(
  (list) =>
    list.split(',').every((each) => {
      const [address = '', bits, ...more] = each.trim().split('/');
      const widest = isIP(address) === 6 ? 128 : 32;
      return (
        isIP(address) !== 0 &&
        more.length === 0 &&
        (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= widest))
      );
    }),
  '10.0.0.4,10.1.0.0/16',
);

const Options = z.strictObject({
  port: Port.default(7300),
  host: z.string().min(1).default('127.0.0.1'),
  /** Folder of the embedded database. */
  data: z.string().min(1).default('data/centre'),
  'postgres-port': Port.min(1).optional(),
  screens: z.string().min(1).default('dist/renderer'),
  demonstration: z.boolean().default(false),
  /** Whose word is taken for the address of a visitor. */
  'trusted-proxy': Proxies.optional(),
  'head-office-email': z.email().optional(),
});

const Environment = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'postgresql://…')
    .optional(),
  /** By the environment and not by a flag: flags can be read by every user of the machine. */
  OC_PIZZA_HEAD_OFFICE_PASSWORD: z.string().min(8).max(200).optional(),
  OC_PIZZA_LOG: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

/** Reads flags and environment. Throws `CannotStart` with a sentence that names what is wrong. */
export function readOptions(
  argv: readonly string[],
  environment: NodeJS.ProcessEnv,
): CentreOptions & { readonly logLevel: string } {
  const flags = parsed(Options, flagsIn(argv), (name) => `--${name}`);
  const variables = parsed(Environment, environment, (name) => name);
  const {
    'head-office-email': email,
    'postgres-port': databasePort,
    'trusted-proxy': trustedProxy,
    ...rest
  } = flags;
  const password = variables.OC_PIZZA_HEAD_OFFICE_PASSWORD;
  return {
    ...rest,
    databasePort,
    trustedProxy,
    databaseUrl: variables.DATABASE_URL,
    logLevel: variables.OC_PIZZA_LOG,
    ...(email === undefined ? {} : { headOffice: { email, password } }),
  };
}

function flagsIn(argv: readonly string[]): unknown {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...argv],
      options: {
        port: text,
        host: text,
        data: text,
        'postgres-port': text,
        screens: text,
        demonstration: { type: 'boolean' },
        'trusted-proxy': text,
        'head-office-email': text,
      },
    }).values;
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('.')[0] ?? '') : '';
    throw wrongOption(reason);
  }
}

function parsed<S extends z.ZodType>(
  schema: S,
  given: unknown,
  title: (name: string) => string,
): z.output<S> {
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw wrongOption(`${title(issue?.path.join('.') ?? '')}, ${issue?.message ?? ''}`);
}

function wrongOption(reason: string): CannotStart {
  return new CannotStart('options', {
    fr: `Option incorrecte : ${reason}`,
    en: `Wrong option: ${reason}`,
  });
}
