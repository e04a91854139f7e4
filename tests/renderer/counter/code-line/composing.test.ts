import { describe, expect, test } from 'vitest';

import { demonstrationMenu as menu } from '#app/demonstration/menu.ts';
import { readCodeLine } from '#app/domain/code-line/read.ts';
import { composedBy, unfinishedIn } from '#renderer/counter/code-line/composing.ts';
import { composingText } from '#renderer/counter/code-line/text.ts';
import { HALVES, type MainView, PRODUCTS } from '#renderer/counter/use-counter-view.ts';

const DEAL = (dealId: string): MainView => ({ name: 'deal', dealId, chosen: [] });

function composing(view: MainView, sizeId = 'm', doughId?: string) {
  return { menu, view, lines: [], sizeId, doughId, text: composingText.fr };
}

function composed(typed: string, view: MainView, sizeId?: string, doughId?: string) {
  const reading = readCodeLine(typed, menu);
  if (!reading.ok) throw new Error(`${typed} means nothing`);
  return composedBy(composing(view, sizeId, doughId), reading.value.line);
}

test('over the products a code is a line of the order', () => {
  expect(composed('2rei', PRODUCTS)).toMatchObject({ kind: 'lines', lines: [{ quantity: 2 }] });
});

describe('in a deal', () => {
  test('a pizza takes the size of its place, and keeps what was left out of it', () => {
    expect(composed('rei -oig', DEAL('midi'))).toMatchObject({
      kind: 'view',
      view: { chosen: [{ productId: 'reine', sizeId: 'p', changes: [{ action: 'remove' }] }] },
    });
  });

  test('another size than that of the place is refused', () => {
    expect(composed('rei g', DEAL('midi'))).toMatchObject({ kind: 'refused' });
  });

  test('a pizza of two halves, two of a product or a drink too early are refused', () => {
    for (const typed of ['½ rei/4fr', '2rei', 'coc']) {
      expect(composed(typed, DEAL('midi')), typed).toMatchObject({ kind: 'refused' });
    }
  });

  test('the last place makes the lines of the deal', () => {
    const view: MainView = {
      name: 'deal',
      dealId: 'midi',
      chosen: ['reine', 'coca-33'].map((productId) => ({
        ...{ productId, sizeId: 'p', quantity: 1, changes: [] },
      })),
    };
    const done = composed('tir', view);
    expect(done).toMatchObject({ kind: 'lines' });
    expect(done.kind === 'lines' && done.lines.map(({ deal }) => deal?.slotId)).toEqual([
      'pizza',
      'boisson',
      'dessert',
    ]);
  });

  test('a place that is open is named', () => {
    expect(unfinishedIn(composing(DEAL('duo')))).toBe(
      'Menu duo\u202f: il manque «\u202fPizza 1\u202f».',
    );
  });
});

describe('in two halves', () => {
  test('the second code ends the pizza, in the size and dough chosen above', () => {
    const dough = menu.doughs.find(({ surchargeCents }) => surchargeCents['m'] !== undefined)?.id;
    const done = composed(
      '4fr',
      { ...HALVES, leftId: 'reine', side: 'right' } as MainView,
      'm',
      dough,
    );
    expect(done).toMatchObject({
      kind: 'lines',
      lines: [{ sizeId: 'm', parts: [{ productId: 'reine' }, { productId: 'quatre-fromages' }] }],
    });
  });

  test('both halves in one code are the pizza', () => {
    expect(composed('½ rei/4fr', HALVES)).toMatchObject({
      kind: 'lines',
      lines: [{ quantity: 1 }],
    });
  });

  test('what cannot be halved, or is more than a code, is refused', () => {
    for (const typed of ['coc', '2rei', 'rei -oig', 'rei g', 'rei /bien cuite']) {
      expect(composed(typed, HALVES), typed).toMatchObject({ kind: 'refused' });
    }
  });

  test('nothing is lost before a half is chosen', () => {
    expect(unfinishedIn(composing(HALVES))).toBeUndefined();
  });
});
