import { describe, expect, test } from 'vitest';

import { demonstrationMenu as menu } from '#app/demonstration/menu.ts';
import { intentOf } from '#app/domain/code-line/intent.ts';

describe('what is typed on the code line', () => {
  test('nothing is nothing', () => {
    expect(intentOf('  ', menu)).toEqual({ kind: 'nothing' });
  });

  test.each([
    ['#214', 214],
    ['# 7', 7],
  ])('%j is an order', (text, number) => {
    expect(intentOf(text, menu)).toEqual({ kind: 'order', number });
  });

  test.each([
    ['0612345678', '+33612345678'],
    ['06 12 34 56 78', '+33612345678'],
    ['04.72.00.00.00', '+33472000000'],
    ['+33 6 12 34 56 78', '+33612345678'],
  ])('%j is a telephone number', (text, e164) => {
    expect(intentOf(text, menu)).toEqual({ kind: 'phone', e164 });
  });

  test('digits that are still too few are no telephone number yet', () => {
    expect(intentOf('061234567', menu).kind).toBe('search');
    expect(intentOf('166', menu)).toMatchObject({ kind: 'line' });
  });

  test.each([
    ['duo', 'duo', 1],
    ['2duo', 'duo', 2],
    ['menu famille', 'famille', 1],
    ['3 x mid', 'midi', 3],
  ])('%j asks for a deal', (text, id, quantity) => {
    expect(intentOf(text, menu)).toMatchObject({ kind: 'deal', deal: { id }, quantity });
  });

  test('a line is a line, halves too', () => {
    expect(intentOf('2rei m -oig', menu)).toMatchObject({
      kind: 'line',
      reading: { line: { productId: 'reine', quantity: 2 } },
    });
    expect(intentOf('rei½4fr', menu).kind).toBe('line');
  });

  test('what cannot be taken says why, and what comes near', () => {
    expect(intentOf('rei -oli', menu)).toMatchObject({
      kind: 'search',
      refusal: { code: 'pricing.not-in-recipe' },
      suggestions: [{ product: { id: 'reine' } }],
    });
    expect(intentOf('xyzzy', menu)).toMatchObject({ kind: 'search', suggestions: [] });
  });
});
