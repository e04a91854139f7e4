import type { Stripe } from 'stripe';

import type { TerminalOutcome } from '../outcome.ts';
import { ask, type Reply } from './link.ts';
import { CURRENCY, declinedBy, type Intent, outcomeOfIntent } from './outcome.ts';

/** One PaymentIntent on one reader. Its `payment_id` in the metadata is how it is found again. */
export type ReaderPayment = {
  readonly stripe: Stripe;
  readonly readerId: string;
  readonly intentId: string;
  readonly amountCents: number;
};

export function createIntent(
  stripe: Stripe,
  { paymentId, amountCents }: { readonly paymentId: string; readonly amountCents: number },
): Promise<Reply<Intent>> {
  return ask(() =>
    stripe.paymentIntents.create(
      {
        amount: amountCents,
        currency: CURRENCY,
        // Since API version 2026-09-30; the older `payment_method_types` is refused.
        allowed_payment_method_types: ['card_present'],
        capture_method: 'automatic',
        metadata: { payment_id: paymentId },
      },
      { idempotencyKey: paymentId },
    ),
  );
}

/** Hands the intent to the reader, which asks the customer. */
export function startReader(
  { stripe, readerId, intentId }: ReaderPayment,
  paymentId: string,
): Promise<Reply<unknown>> {
  return ask(() =>
    stripe.terminal.readers.processPaymentIntent(
      readerId,
      {
        payment_intent: intentId,
        process_config: { enable_customer_cancellation: true, skip_tipping: true },
      },
      { idempotencyKey: `${paymentId}:process` },
    ),
  );
}

/** How the payment stands now; `undefined` while the customer is at it, or Stripe is out of reach. */
export async function lookAt(payment: ReaderPayment): Promise<TerminalOutcome | undefined> {
  const { stripe, intentId, amountCents } = payment;
  const found = await retrieveIntent(stripe, intentId);
  if (found.status !== 'done') return undefined;
  const ended = outcomeOfIntent(found.value, amountCents);
  if (ended !== undefined || found.value.status !== 'requires_payment_method') return ended;
  const action = await actionOf(payment);
  if (action === 'unknown' || action?.status !== 'failed') return undefined;
  return declinedBy([
    action.api_error?.decline_code,
    action.api_error?.code,
    found.value.last_payment_error?.decline_code,
    found.value.last_payment_error?.code,
    action.failure_code,
  ]);
}

/**
 * Makes sure that nobody pays any more: the reader lets go, the intent is cancelled. `undefined` when
 * Stripe does not answer; what it says otherwise is the truth, a payment in the last second too.
 */
export async function giveUp(
  payment: ReaderPayment,
): Promise<TerminalOutcome | 'cancelled' | undefined> {
  const { stripe, readerId, intentId, amountCents } = payment;
  const action = await actionOf(payment);
  // Never somebody else's action.
  if (action !== 'unknown' && action?.status === 'in_progress')
    await ask(() => stripe.terminal.readers.cancelAction(readerId));
  const cancelled = await ask(() => stripe.paymentIntents.cancel(intentId));
  if (cancelled.status === 'done') return 'cancelled';
  const found = await retrieveIntent(stripe, intentId);
  return found.status === 'done' ? outcomeOfIntent(found.value, amountCents) : undefined;
}

/** Whether the reader may still ask the customer. */
export async function isInHand(payment: ReaderPayment): Promise<boolean> {
  const action = await actionOf(payment);
  return action === 'unknown' || action?.status === 'in_progress';
}

/** What the reader does for this payment; `undefined` when it does nothing, or for another. */
async function actionOf({
  stripe,
  readerId,
  intentId,
}: ReaderPayment): Promise<Stripe.Terminal.Reader.Action | undefined | 'unknown'> {
  const reader = await ask(() => stripe.terminal.readers.retrieve(readerId));
  if (reader.status !== 'done' || !('action' in reader.value)) return 'unknown';
  const { action } = reader.value;
  const isOurs = idOf(action?.process_payment_intent?.payment_intent) === intentId;
  return isOurs ? (action ?? undefined) : undefined;
}

function retrieveIntent(stripe: Stripe, intentId: string): Promise<Reply<Intent>> {
  return ask(() => stripe.paymentIntents.retrieve(intentId, { expand: ['latest_charge'] }));
}

/** Of one page, the most that Stripe gives. */
const PAGE_MAX = 100;
/** A thousand payments are days of work; beyond, only the search knows. */
const PAGES_MAX = 10;
/** By how much the clock of a till may differ from Stripe's. */
const CLOCKS_APART_SECONDS = 86_400;

/**
 * The intent of a payment: among those made since, which is exact at once; then by search, which may
 * lag by a minute. `undefined` only when all were seen and none is it.
 */
export async function findIntent(
  stripe: Stripe,
  paymentId: string,
): Promise<Reply<Intent | undefined>> {
  const expand = ['data.latest_charge'];
  const since = sinceOf(paymentId);
  const listed = await findAmong(paymentId, (after) =>
    ask(() => stripe.paymentIntents.list({ ...pageOf(after), ...since, expand })),
  );
  if (listed.status !== 'done' || listed.value.found !== undefined)
    return listed.status === 'done' ? { status: 'done', value: listed.value.found } : listed;
  const query = `metadata['payment_id']:'${paymentId.replaceAll(/[^\w:.-]/g, '')}'`;
  const older = await ask(() => stripe.paymentIntents.search({ query, limit: 1, expand }));
  if (older.status !== 'done') return older;
  const [value] = older.value.data;
  return value === undefined && !listed.value.isAll
    ? { status: 'no-answer' }
    : { status: 'done', value };
}

/** The refund of a payment, the same way; there is no search for refunds. */
export async function findRefund(
  stripe: Stripe,
  paymentId: string,
): Promise<Reply<Stripe.Refund | undefined>> {
  const since = sinceOf(paymentId);
  const listed = await findAmong(paymentId, (after) =>
    ask(() => stripe.refunds.list({ ...pageOf(after), ...since })),
  );
  if (listed.status !== 'done') return listed;
  const { found, isAll } = listed.value;
  return found === undefined && !isAll ? { status: 'no-answer' } : { status: 'done', value: found };
}

type Marked = { readonly id: string; readonly metadata: Stripe.Metadata | null };
type Page<T> = { readonly data: readonly T[]; readonly has_more: boolean };

async function findAmong<T extends Marked>(
  paymentId: string,
  page: (after: string | undefined) => Promise<Reply<Page<T>>>,
): Promise<Reply<{ readonly found: T | undefined; readonly isAll: boolean }>> {
  let after: string | undefined;
  for (let pages = 0; pages < PAGES_MAX; pages += 1) {
    const reply = await page(after);
    if (reply.status !== 'done') return reply;
    const { data, has_more: hasMore } = reply.value;
    const found = data.find(({ metadata }) => metadata?.['payment_id'] === paymentId);
    after = data.at(-1)?.id;
    const isAll = !hasMore || after === undefined;
    if (found !== undefined || isAll) return { status: 'done', value: { found, isAll } };
  }
  return { status: 'done', value: { found: undefined, isAll: false } };
}

function pageOf(after: string | undefined): { limit: number; starting_after?: string } {
  return { limit: PAGE_MAX, ...(after === undefined ? {} : { starting_after: after }) };
}

/** Payment ids are UUIDs of version 7, which begin with the time they were made at. */
function sinceOf(paymentId: string): { created?: { gte: number } } {
  const time = /^([0-9a-f]{8})-([0-9a-f]{4})-7/.exec(paymentId);
  if (time === null) return {};
  const madeAtMs = Number.parseInt(`${time[1]}${time[2]}`, 16);
  return { created: { gte: Math.floor(madeAtMs / 1_000) - CLOCKS_APART_SECONDS } };
}

function idOf(value: string | { readonly id: string } | undefined): string | undefined {
  return typeof value === 'object' ? value.id : value;
}
