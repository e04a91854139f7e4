import { describe, expect, test } from 'vitest';

import { demonstrationMenu as menu } from '#app/demonstration/menu.ts';
import { specOf } from '#app/domain/menu/spec.ts';
import {
  detailTexts,
  kitchenTexts,
  lineText,
  titleText,
  trackerText,
} from '#app/domain/menu/spec-text.ts';
import type { CartLine } from '#app/domain/order/events.ts';
import { priceCart } from '#app/domain/pricing.ts';
import { printable } from '#app/receipt/printable.ts';
import { aPizza, change, inParts } from '#tests/golden/pricing/articles.ts';
import { aLine } from '#tests/world/menu.ts';

function sold(line: CartLine) {
  const sale = { menu, mode: 'take-away', territory: 'mainland', date: '2026-11-22' } as const;
  const cart = priceCart({ ...sale, lines: [line] });
  const [first] = cart.ok ? cart.value.lines : [];
  if (first === undefined) throw new Error('the line cannot be sold');
  return first;
}

const HALVES = sold({
  ...inParts(
    ['reine', 2, change('remove', 'oignons')],
    ['quatre-fromages', 2, change('extra', 'chevre')],
  ),
  changes: [change('light', 'mozzarella'), change('add', 'olives')],
  doughId: 'fine',
  quantity: 2,
  note: 'bien cuite',
});

describe('a pizza in words', () => {
  test('halves are two named pizzas, each with what is changed on it alone', () => {
    const spec = specOf(HALVES);
    expect(spec.title).toBe('½ Reine ▏ ½ 4 Fromages');
    expect(spec.parts.map(({ fraction, name, signs }) => [fraction, name, signs[0]?.text])).toEqual(
      [
        ['½', 'Reine', 'sans Oignons'],
        ['½', '4 Fromages', 'double Fromage de chèvre'],
      ],
    );
    expect(spec.signs.map(({ text }) => text)).toEqual(['léger Mozzarella', '+ Olives noires']);
  });

  test('quarters are written as quarters', () => {
    const spec = specOf(sold(inParts(['reine', 1], ['truffe', 3])));
    expect(spec.title).toBe('¼ Reine ▏ ¾ Truffe');
  });

  test('the receipt, the kitchen, a list and the customer read the same, the kitchen louder', () => {
    const spec = specOf(HALVES);
    expect(titleText(spec)).toBe('½ Reine ▏ ½ 4 Fromages M');
    expect(detailTexts(spec)).toEqual([
      'pâte fine',
      '½ Reine\u202f: sans Oignons',
      '½ 4 Fromages\u202f: double Fromage de chèvre',
      'léger Mozzarella',
      '+ Olives noires',
    ]);
    expect(kitchenTexts(spec)).toEqual([
      'pâte fine',
      '½ Reine\u202f: SANS\u00a0Oignons',
      '½ 4 Fromages\u202f: DOUBLE\u00a0Fromage de chèvre',
      'LÉGER\u00a0Mozzarella',
      '+\u00a0Olives noires',
      '«\u202fbien cuite\u202f»',
    ]);
    expect(lineText(spec)).toMatch(/^2 × ½ Reine ▏ ½ 4 Fromages M, .*, «\u202fbien cuite\u202f»$/);
    expect(trackerText(spec)).not.toContain('bien cuite');
  });

  test('a swap says what goes and what comes', () => {
    const spec = specOf(sold(aPizza('reine', { changes: [change('swap', 'oignons', 'olives')] })));
    expect(detailTexts(spec)).toEqual(['Oignons → Olives noires']);
    expect(kitchenTexts(spec)).toEqual(['Oignons → Olives noires']);
  });

  test('dips follow, those taken twice with their number; a side has no size', () => {
    const options = [
      { groupId: 'sauces', optionId: 'ketchup', quantity: 1 },
      { groupId: 'sauces', optionId: 'curry', quantity: 2 },
    ];
    const spec = specOf(sold(aLine('nuggets', { options })));
    expect(titleText(spec)).toBe('Nuggets (8)');
    expect(detailTexts(spec)).toEqual(['Ketchup', '2 × Sauce curry']);
  });

  test('in English the words are English, the names stay', () => {
    expect(detailTexts(specOf(HALVES, 'en'))).toEqual([
      'fine dough',
      '½ Reine\u202f: no Oignons',
      '½ 4 Fromages\u202f: extra Fromage de chèvre',
      'light Mozzarella',
      '+ Olives noires',
    ]);
  });

  test('nothing of it is lost on paper', () => {
    const texts = [titleText(specOf(HALVES)), ...kitchenTexts(specOf(HALVES))];
    expect(texts.map(printable).filter((text) => text.includes('?'))).toEqual([]);
    expect(printable(titleText(specOf(HALVES)))).toBe('½ Reine | ½ 4 Fromages M');
  });

  test('a line sold by the first version is read as it stands', () => {
    const spec = specOf({ quantity: 1, name: 'Reine', changes: [] });
    expect([titleText(spec), ...detailTexts(spec)]).toEqual(['Reine']);
  });
});
