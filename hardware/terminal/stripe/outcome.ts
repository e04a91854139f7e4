import type { Stripe } from 'stripe';

import type { CardAnswer, DeclinedReason, SlipFacts, TerminalOutcome } from '../outcome.ts';
import { declinedSentence } from '../text.ts';

/** The part of a PaymentIntent that we read, its last charge expanded. */
export type Intent = Pick<
  Stripe.PaymentIntent,
  'id' | 'amount' | 'amount_received' | 'currency' | 'status' | 'latest_charge'
> & { readonly last_payment_error?: Stripe.PaymentIntent['last_payment_error'] };

export const CURRENCY = 'eur';

/** Codes of a reader or of a bank, by what they mean to us (docs.stripe.com, "Declines"). */
const DECLINES: Readonly<Record<string, DeclinedReason>> = {
  customer_canceled: 'abandoned',
  canceled: 'abandoned',
  terminal_reader_timeout: 'customer-too-slow',
  processing_error: 'not-completed',
  lost_card: 'forbidden',
  stolen_card: 'forbidden',
  pickup_card: 'forbidden',
  restricted_card: 'forbidden',
  card_not_supported: 'forbidden',
  call_issuer: 'voice-call-asked',
  currency_not_supported: 'currency',
};

export function declined(reason: DeclinedReason): TerminalOutcome {
  return { status: 'declined', reason, sentence: declinedSentence(reason) };
}

/** `codes`: the most telling first. */
export function declinedBy(codes: readonly (string | null | undefined)[]): TerminalOutcome {
  const known = codes.map((code) => DECLINES[code ?? '']).find((reason) => reason !== undefined);
  return declined(known ?? 'refused');
}

/**
 * How a PaymentIntent ended; `undefined` while nobody can say. `amountCents`: what was asked, where
 * it is known.
 */
export function outcomeOfIntent(
  intent: Intent,
  amountCents: number | undefined,
): TerminalOutcome | undefined {
  if (intent.status === 'canceled') return declined('not-completed');
  if (intent.status !== 'succeeded') return undefined;
  const isAsked =
    intent.currency === CURRENCY && intent.amount_received === (amountCents ?? intent.amount);
  if (!isAsked) return { status: 'in-doubt', reason: 'mismatch' };
  return { status: 'paid', ...cardOf(intent) };
}

function cardOf({ latest_charge: charge }: Intent): { card: CardAnswer; slip?: SlipFacts } {
  const details = typeof charge === 'object' ? charge?.payment_method_details : undefined;
  const present = details?.card_present;
  const lastFour = present?.last4;
  const card = {
    authorisation: present?.receipt?.authorization_code ?? '',
    maskedNumber: lastFour === undefined || lastFour === null ? '' : `############${lastFour}`,
  };
  const applicationId = present?.receipt?.dedicated_file_name;
  return applicationId === undefined || applicationId === null
    ? { card }
    : { card, slip: { applicationId } };
}

/** How a refund stands. Stripe may take days to hear of its failure: pending is not done. */
export function outcomeOfRefund({ status }: { readonly status: string | null }): TerminalOutcome {
  if (status === 'succeeded')
    return { status: 'paid', card: { authorisation: '', maskedNumber: '' } };
  if (status === 'failed' || status === 'canceled') return declined('refused');
  return { status: 'in-doubt', reason: 'unclear-result' };
}
