import { expect, test } from 'vitest';

import { answerReader } from '#hardware/terminal/frame.ts';
import { outcomeOf } from '#hardware/terminal/outcome.ts';

import { ANSWER_PAID, answerDeclined } from './vectors.ts';

const REQUEST = { tillNumber: '01', amountCents: 3790, ipc: '012345678901' };

function outcome(answer: string) {
  const reader = answerReader();
  reader.push(new TextEncoder().encode(answer));
  return outcomeOf(REQUEST, reader.state().records);
}

const PAID = {
  status: 'paid',
  card: { authorisation: '548964', maskedNumber: '410849######4250' },
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
  ['04', 'refused'],
  ['05', 'forbidden'],
  ['06', 'abandoned'],
  ['08', 'customer-too-slow'],
  ['11', 'operator-abandon'],
])('a refusal with detail %s is declined: %s', (detail, reason) => {
  expect(outcome(answerDeclined(detail))).toEqual({ status: 'declined', reason });
});

test('a terminal that could not read the request took no money', () => {
  expect(outcome('CZ0040301AE00201AF00209')).toEqual({
    status: 'declined',
    reason: 'message-format',
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
