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

/** How many of the last intents or refunds are looked through, which is exact at once. */
const LAST_MAX = 100;

/** The intent of a payment: among the last ones, then by search, which may lag by a minute. */
export async function findIntent(
  stripe: Stripe,
  paymentId: string,
): Promise<Reply<Intent | undefined>> {
  const expand = ['data.latest_charge'];
  const last = await ask(() => stripe.paymentIntents.list({ limit: LAST_MAX, expand }));
  if (last.status !== 'done') return last;
  const recent = last.value.data.find(({ metadata }) => metadata['payment_id'] === paymentId);
  if (recent !== undefined || !last.value.has_more) return { status: 'done', value: recent };
  const query = `metadata['payment_id']:'${paymentId.replaceAll(/[^\w:.-]/g, '')}'`;
  const older = await ask(() => stripe.paymentIntents.search({ query, limit: 1, expand }));
  return older.status === 'done' ? { status: 'done', value: older.value.data[0] } : older;
}

export async function findRefund(
  stripe: Stripe,
  paymentId: string,
): Promise<Reply<Stripe.Refund | undefined>> {
  const last = await ask(() => stripe.refunds.list({ limit: LAST_MAX }));
  if (last.status !== 'done') return last;
  const value = last.value.data.find(({ metadata }) => metadata?.['payment_id'] === paymentId);
  return { status: 'done', value };
}

function idOf(value: string | { readonly id: string } | undefined): string | undefined {
  return typeof value === 'object' ? value.id : value;
}
