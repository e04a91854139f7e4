import type { TerminalOutcome } from '../outcome.ts';
import { declinedSentence } from '../text.ts';
import { type ConcertAnswer, type ConcertRequest, EURO } from './frame.ts';

const DONE = '0';
const REFUSED = '7';

/** Whether an answer is about this till and this amount. The mode is not compared: terminals change it. */
export function isAbout(request: ConcertRequest, answer: ConcertAnswer): boolean {
  return (
    answer.tillNumber === request.tillNumber &&
    answer.amountCents === request.amountCents &&
    answer.currency === EURO
  );
}

/** What an answer means; not verified (9) and anything unknown are in doubt. */
export function outcomeOf(
  request: ConcertRequest,
  answer: ConcertAnswer | undefined,
): TerminalOutcome {
  if (answer === undefined) return { status: 'in-doubt', reason: 'unreadable-answer' };
  if (!isAbout(request, answer)) return { status: 'in-doubt', reason: 'mismatch' };
  if (answer.result === DONE)
    // Concert says no authorisation; without a report it says no number either.
    return { status: 'paid', card: { authorisation: '', maskedNumber: answer.maskedNumber } };
  if (answer.result !== REFUSED) return { status: 'in-doubt', reason: 'unclear-result' };
  return { status: 'declined', reason: 'refused', sentence: declinedSentence('refused') };
}
