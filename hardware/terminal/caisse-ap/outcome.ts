import type { DeclinedReason, SlipFacts, TerminalOutcome } from '../outcome.ts';
import { declinedSentence } from '../text.ts';
import { ACTIONS, type AnswerRecords, type CaisseApRequest, EURO } from './frame.ts';

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
} as const satisfies Record<string, DeclinedReason>;

/**
 * What an answer means. Paid only if AE is 10 and the answer repeats till, action and currency, and
 * the very amount; anything else that is not a plain refusal of this request is in doubt.
 */
export function outcomeOf(request: CaisseApRequest, records: AnswerRecords): TerminalOutcome {
  const result = records.get('AE');
  if (result === undefined) return { status: 'in-doubt', reason: 'no-result' };
  if (result === NOT_DONE) return declined(request, records);
  if (result !== DONE) return { status: 'in-doubt', reason: 'unclear-result' };
  if (!repeats(request, records)) return { status: 'in-doubt', reason: 'mismatch' };
  const card = {
    authorisation: records.get('AC') ?? '',
    maskedNumber: records.get('AA') ?? '',
  };
  return { status: 'paid', card, slip: slipOf(records) };
}

function slipOf(records: AnswerRecords): SlipFacts {
  const [application, applicationId] = [records.get('CC'), records.get('AI')];
  const [readMode, contract] = [records.get('CI'), records.get('CG')];
  return {
    ...(application === undefined ? {} : { application }),
    ...(applicationId === undefined ? {} : { applicationId }),
    ...(readMode === undefined ? {} : { readMode }),
    ...(contract === undefined ? {} : { contract }),
  };
}

function declined(request: CaisseApRequest, records: AnswerRecords): TerminalOutcome {
  const detail = (records.get('AF') ?? '00').slice(0, 2);
  // A terminal that could not read the request has nothing to repeat.
  const isUnread = detail === '09' && !records.has('CB');
  if (!isUnread && !repeats(request, records)) return { status: 'in-doubt', reason: 'mismatch' };
  if (!isDeclined(detail)) return { status: 'in-doubt', reason: 'unclear-result' };
  const reason = DECLINED[detail];
  return { status: 'declined', reason, sentence: declinedSentence(reason) };
}

function isDeclined(detail: string): detail is keyof typeof DECLINED {
  return Object.hasOwn(DECLINED, detail);
}

/**
 * CA, CD and CE to the letter; CB as a number, since terminals pad it with zeros. The reprint of a
 * slip moves no money, and may name the amount of that slip instead of the one asked.
 */
function repeats(request: CaisseApRequest, records: AnswerRecords): boolean {
  const amount = records.get('CB');
  return (
    records.get('CA') === request.tillNumber &&
    records.get('CD') === ACTIONS[request.action] &&
    records.get('CE') === EURO &&
    (request.action === 'duplicate' ||
      (amount !== undefined && Number(amount) === request.amountCents))
  );
}
