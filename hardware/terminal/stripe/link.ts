import type { Stripe } from 'stripe';

/** What Stripe's servers answered, or that nobody knows whether they heard. */
export type Reply<T> =
  | { readonly status: 'done'; readonly value: T }
  /** Understood and not done. */
  | { readonly status: 'refused'; readonly code: string; readonly isKeyWrong: boolean }
  /** No answer, or a fault of the servers: it may have been done. */
  | { readonly status: 'no-answer' };

export type StripeAddress = {
  readonly secretKey: string;
  /** `http://127.0.0.1:12111`, for a stand-in of the servers. */
  readonly apiBase: string | undefined;
  readonly timeoutMs: number;
};

/** Tries after the first, by the library, each with the same idempotency key. */
const RETRIES_MAX = 2;

/** The client of Stripe's library. Made for one operation and let go: the key is not kept. */
export async function stripeClient({
  secretKey,
  apiBase,
  timeoutMs,
}: StripeAddress): Promise<Stripe> {
  // 23 MB, loaded by who has such a terminal only.
  const { default: Client } = await import('stripe');
  const base = apiBase === undefined ? undefined : new URL(apiBase);
  const isPlain = base?.protocol === 'http:';
  return new Client(secretKey, {
    maxNetworkRetries: RETRIES_MAX,
    timeout: timeoutMs,
    telemetry: false,
    ...(base === undefined
      ? {}
      : {
          host: base.hostname,
          ...(base.port === '' ? {} : { port: base.port }),
          protocol: isPlain ? ('http' as const) : ('https' as const),
        }),
  });
}

/** Runs one request. NOTE: the sentence of a Stripe error may hold parts of the key: never logged. */
export async function ask<T>(run: () => Promise<T>): Promise<Reply<T>> {
  try {
    return { status: 'done', value: await run() };
  } catch (fault) {
    const { statusCode, code, type } = fault as {
      readonly statusCode?: number;
      readonly code?: string;
      readonly type?: string;
    };
    if (type?.startsWith('Stripe') !== true) throw fault;
    // 409 is a race of two requests with one key, 429 too many: the first may have been done.
    const isRace = statusCode === 409 || statusCode === 429;
    const isAboutReader = code?.startsWith('terminal_reader_') === true;
    const isClear = statusCode !== undefined && statusCode >= 400 && statusCode < 500;
    if (!isClear || (isRace && !isAboutReader)) return { status: 'no-answer' };
    const isKeyWrong = statusCode === 401 || statusCode === 403;
    return { status: 'refused', code: code ?? 'unknown', isKeyWrong };
  }
}
