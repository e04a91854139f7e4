import type { OpenFailure } from '../link/transport.ts';
import { type AnswerRecords, DEBIT, EURO, type PaymentRequest } from './frame.ts';

/** Of a card payment: what the terminal says of the card, number masked. */
export type CardAnswer = { readonly authorisation: string; readonly maskedNumber: string };

/** No complete request can have reached the terminal. */
export type NotSentReason = OpenFailure | 'connection-lost' | 'cancelled' | 'closed';
/** The customer may have paid: a person decides, from the slip or the terminal's journal. */
export type InDoubtReason =
  | 'no-answer'
  | 'connection-lost'
  | 'truncated-answer'
  | 'unreadable-answer'
  | 'no-result'
  | 'mismatch'
  | 'unclear-result'
  | 'cancelled'
  | 'closed';
export type DeclinedReason = (typeof DECLINED)[keyof typeof DECLINED];

export type TerminalOutcome =
  | { readonly status: 'paid'; readonly card: CardAnswer }
  | { readonly status: 'declined'; readonly reason: DeclinedReason }
  | { readonly status: 'not-sent'; readonly reason: NotSentReason }
  | { readonly status: 'in-doubt'; readonly reason: InDoubtReason }
  /** Another payment is before this terminal. */
  | { readonly status: 'busy' };

/** AE, the result: done, not done. 11 (taken into account) answers a question we do not ask. */
const DONE = '10';
const NOT_DONE = '01';

/** AF, why not. 01 (authorised) and 03 (forced) contradict AE=01 and are left out on purpose. */
const DECLINED = {
  '00': 'unknown',
  '02': 'voice-call-asked',
  '04': 'refused',
  '05': 'forbidden',
  '06': 'abandoned',
  '07': 'not-completed',
  '08': 'customer-too-slow',
  '09': 'message-format',
  '10': 'selection',
  '11': 'operator-abandon',
  '12': 'unknown-action',
  '13': 'currency',
} as const;

/**
 * What an answer means. Paid only if AE is 10 and the answer repeats till, action and currency, and
 * the very amount; anything else that is not a plain refusal of this request is in doubt.
 */
export function outcomeOf(request: PaymentRequest, records: AnswerRecords): TerminalOutcome {
  const result = records.get('AE');
  if (result === undefined) return { status: 'in-doubt', reason: 'no-result' };
  if (result === NOT_DONE) return declined(request, records);
  if (result !== DONE) return { status: 'in-doubt', reason: 'unclear-result' };
  if (!repeats(request, records)) return { status: 'in-doubt', reason: 'mismatch' };
  const authorisation = records.get('AC') ?? '';
  return { status: 'paid', card: { authorisation, maskedNumber: records.get('AA') ?? '' } };
}

function declined(request: PaymentRequest, records: AnswerRecords): TerminalOutcome {
  const detail = (records.get('AF') ?? '00').slice(0, 2);
  // A terminal that could not read the request has nothing to repeat.
  const isUnread = detail === '09' && !records.has('CB');
  if (!isUnread && !repeats(request, records)) return { status: 'in-doubt', reason: 'mismatch' };
  if (!isDeclined(detail)) return { status: 'in-doubt', reason: 'unclear-result' };
  return { status: 'declined', reason: DECLINED[detail] };
}

function isDeclined(detail: string): detail is keyof typeof DECLINED {
  return Object.hasOwn(DECLINED, detail);
}

/** CA, CD and CE to the letter; CB as a number, since terminals pad it with zeros. */
function repeats(request: PaymentRequest, records: AnswerRecords): boolean {
  const amount = records.get('CB') ?? '';
  return (
    records.get('CA') === request.tillNumber &&
    records.get('CD') === DEBIT &&
    records.get('CE') === EURO &&
    /^\d{2,12}$/.test(amount) &&
    Number(amount) === request.amountCents
  );
}
