import type { OpenFailure } from '../link/transport.ts';

/** Of a card payment: what the terminal says of the card, number masked. Empty where it says nothing. */
export type CardAnswer = { readonly authorisation: string; readonly maskedNumber: string };

/** What a receipt may add about the card, as the terminal gave it. */
export type SlipFacts = {
  /** CC: `001` CB, `00B` CB contactless. */
  readonly application?: string;
  /** AI, the identifier of the application on the chip. */
  readonly applicationId?: string;
  /** CI: `1` chip, `2` contactless, `3` stripe, `4` keyed. */
  readonly readMode?: string;
  /** CG, the merchant's contract. */
  readonly contract?: string;
};

/** No complete request can have reached the terminal. */
export type NotSentReason =
  | OpenFailure
  | 'connection-lost'
  | 'cancelled'
  | 'closed'
  /** It answers no call: off, or the cable is out. */
  | 'not-acknowledged'
  /** It takes calls, and refused every copy of the request. */
  | 'request-refused'
  /** This terminal cannot do what is asked. */
  | 'not-supported'
  /** No secret key is set for a terminal that needs one. */
  | 'not-configured';

/** The customer may have paid: a person decides, from the slip or the terminal's journal. */
export type InDoubtReason =
  | 'no-answer'
  /** The request was written and nothing said that it arrived. */
  | 'unacknowledged'
  | 'connection-lost'
  | 'truncated-answer'
  | 'unreadable-answer'
  | 'no-result'
  | 'mismatch'
  | 'unclear-result'
  | 'cancelled'
  | 'closed';

export type DeclinedReason =
  | 'unknown'
  | 'voice-call-asked'
  | 'refused'
  | 'forbidden'
  | 'abandoned'
  | 'not-completed'
  | 'customer-too-slow'
  | 'message-format'
  | 'selection'
  | 'operator-abandon'
  | 'unknown-action'
  | 'currency';

/** How a payment, a refund or a cancellation ended; `paid` = the money moved as it was asked. */
export type TerminalOutcome =
  | { readonly status: 'paid'; readonly card: CardAnswer; readonly slip?: SlipFacts }
  | {
      readonly status: 'declined';
      readonly reason: DeclinedReason;
      /** For a person, in French: `carte interdite`. */
      readonly sentence: string;
    }
  | { readonly status: 'not-sent'; readonly reason: NotSentReason }
  | { readonly status: 'in-doubt'; readonly reason: InDoubtReason }
  /** Another payment is before this terminal. */
  | { readonly status: 'busy' };

/** How the reprint of the last slip ended. A paper proof: the amount is for a person to compare. */
export type DuplicateOutcome =
  | { readonly status: 'printed' }
  | Exclude<TerminalOutcome, { status: 'paid' }>;

/** Why nothing was asked, or nobody waits any more, from the signal of the driver's core. */
export function stopReason(stop: AbortSignal): 'cancelled' | 'closed' {
  return stop.reason === 'closed' ? 'closed' : 'cancelled';
}
