import { expect, test } from 'vitest';

import { demonstrationMenu as menu } from '#app/demonstration/menu.ts';
import { intentOf } from '#app/domain/code-line/intent.ts';
import { suggest } from '#app/domain/code-line/read.ts';
import { type Choice, choicesOf, mayBePerson } from '#renderer/counter/code-line/choices.ts';

const martin = {
  customerId: 'c1',
  name: 'Hélène Martin',
  phones: ['+33612345678'],
  addresses: [],
  orders: 3,
  recency: 'days-30' as const,
  loyaltyPoints: 0,
};

function choices(typed: string, customers: readonly (typeof martin)[] = []): Choice[] {
  const intent = intentOf(typed, menu);
  return choicesOf({ typed, intent, suggestions: suggest(typed, menu), customers });
}
const kinds = (found: readonly Choice[]) => found.map(({ kind }) => kind);

test('a code gives its product first, and Enter takes it', () => {
  expect(choices('rei')[0]).toMatchObject({
    kind: 'line',
    suggestion: { product: { id: 'reine' } },
  });
});

test('never more than seven proposals, however short what was typed', () => {
  expect(choices('c', [martin]).length).toBeLessThanOrEqual(7);
});

test('a number of an order shows the order and nothing else', () => {
  expect(choices('#214')).toEqual([{ kind: 'order', number: 214 }]);
});

test('a half alone begins a pizza of two halves', () => {
  expect(choices('½')).toEqual([{ kind: 'halves' }]);
});

test('ten digits are who calls: the customer, or a new one', () => {
  expect(kinds(choices('06 12 34 56 78', [martin]))).toEqual(['customer']);
  expect(choices('06 12 34 56 78')).toEqual([{ kind: 'new-customer', e164: '+33612345678' }]);
});

test('a name that no product bears finds the person', () => {
  expect(kinds(choices('hélène martin', [martin]))[0]).toBe('customer');
});

test('people are looked for by letters, never by a line with ingredients', () => {
  expect(mayBePerson('dial', intentOf('dial', menu))).toBe(true);
  expect(mayBePerson('2rei m -oig', intentOf('2rei m -oig', menu))).toBe(false);
  expect(mayBePerson('#214', intentOf('#214', menu))).toBe(false);
});
