import { expect, test } from 'vitest';

import { answerReader, type CaisseApRequest } from '#hardware/terminal/caisse-ap/frame.ts';
import { outcomeOf } from '#hardware/terminal/caisse-ap/outcome.ts';

import { ANSWER_PAID, answerDeclined } from './vectors.ts';

const REQUEST = {
  tillNumber: '01',
  amountCents: 3790,
  ipc: '012345678901',
  action: 'debit',
} as const;

function outcome(answer: string, request: CaisseApRequest = REQUEST) {
  const reader = answerReader();
  reader.push(new TextEncoder().encode(answer));
  return outcomeOf(request, reader.state().records);
}

const PAID = {
  status: 'paid',
  card: { authorisation: '548964', maskedNumber: '410849######4250' },
  slip: {
    application: '001',
    applicationId: 'A00000000872751506781',
    readMode: '1',
    contract: '424242',
  },
};

test.each([
  ['as known', ANSWER_PAID],
  ['of a Desk/5000, which names its own version', ANSWER_PAID.replace('CZ0040300', 'CZ0040301')],
  ['with the amount padded by zeros', ANSWER_PAID.replace('CB0043790', 'CB00800003790')],
  ['in another order', ANSWER_PAID.replace('AE00210', '').replace('CA00201', 'AE00210CA00201')],
])('an answer %s is a payment', (_name, answer) => {
  expect(outcome(answer)).toEqual(PAID);
});

test.each([
  ['00', 'unknown', 'motif inconnu'],
  ['02', 'voice-call-asked', 'la banque demande un appel'],
  ['04', 'refused', 'refusé par la banque'],
  ['05', 'forbidden', 'carte interdite'],
  ['06', 'abandoned', 'abandon du client'],
  ['07', 'not-completed', 'opération non terminée'],
  ['08', 'customer-too-slow', 'délai de saisie dépassé'],
  ['09', 'message-format', 'demande non comprise'],
  ['10', 'selection', 'aucune application choisie'],
  ['11', 'operator-abandon', 'abandon sur le terminal'],
  ['12', 'unknown-action', 'opération inconnue'],
  ['13', 'currency', 'devise non acceptée'],
])('a refusal with detail %s is declined: %s, «%s»', (detail, reason, sentence) => {
  expect(outcome(answerDeclined(detail))).toEqual({ status: 'declined', reason, sentence });
});

test('a refund and a cancellation are accepted only under their own action', () => {
  for (const [action, code] of [
    ['refund', '1'],
    ['cancellation', '2'],
  ] as const) {
    const request = { ...REQUEST, action };
    expect(outcome(ANSWER_PAID, request)).toEqual({ status: 'in-doubt', reason: 'mismatch' });
    const answer = ANSWER_PAID.replace('CD0010', `CD001${code}`);
    expect(outcome(answer, request)).toEqual(PAID);
  }
});

test('a reprinted slip may be of another amount, which a person compares', () => {
  const answer = ANSWER_PAID.replace('CD0010', 'CD0013').replace('CB0043790', 'CB0041250');
  expect(outcome(answer, { ...REQUEST, action: 'duplicate' }).status).toBe('paid');
});

test('a terminal that could not read the request took no money', () => {
  expect(outcome('CZ0040301AE00201AF00209')).toEqual({
    status: 'declined',
    reason: 'message-format',
    sentence: 'demande non comprise',
  });
});

test.each([
  ['one cent more', ANSWER_PAID.replace('CB0043790', 'CB0043791'), 'mismatch'],
  ['no amount', ANSWER_PAID.replace('CB0043790', ''), 'mismatch'],
  ['another till', ANSWER_PAID.replace('CA00201', 'CA00202'), 'mismatch'],
  ['a refund', ANSWER_PAID.replace('CD0010', 'CD0011'), 'mismatch'],
  ['another currency', ANSWER_PAID.replace('CE003978', 'CE003840'), 'mismatch'],
  ['no result, though an authorisation', ANSWER_PAID.replace('AE00210', ''), 'no-result'],
  ['taken into account', ANSWER_PAID.replace('AE00210', 'AE00211'), 'unclear-result'],
  ['refused for another amount', answerDeclined('04').replace('3790', '0100'), 'mismatch'],
  ['not done, yet authorised', answerDeclined('01'), 'unclear-result'],
])('an answer with %s leaves the payment in doubt', (_name, answer, reason) => {
  expect(outcome(answer)).toEqual({ status: 'in-doubt', reason });
});
