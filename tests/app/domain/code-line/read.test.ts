import { describe, expect, test } from 'vitest';

import { demonstrationMenu as menu } from '#app/demonstration/menu.ts';
import { readCodeLine, suggest } from '#app/domain/code-line/read.ts';

/** What the counter sees under the line: `2 × Reine Moyenne − Oignons + Olives noires (note)`. */
function read(text: string): string {
  const outcome = readCodeLine(text, menu);
  if (!outcome.ok) return outcome.refusal.code;
  const { quantity, productName, sizeName, changes, note } = outcome.value.said;
  const changed = changes.map(({ action, name }) => `${action === 'add' ? '+' : '−'} ${name}`);
  const words = [`${quantity} ×`, productName, sizeName, ...changed, note && `(${note})`];
  return words.filter(Boolean).join(' ');
}

describe('a line typed at the counter', () => {
  test.each([
    ['rei', '1 × Reine Moyenne'],
    ['2rei m -oig +oli', '2 × Reine Moyenne − Oignons + Olives noires'],
    ['2 REI G', '2 × Reine Grande'],
    ['3x rei p', '3 × Reine Petite'],
    ['2*reine', '2 × Reine Moyenne'],
    ['reine grande', '1 × Reine Grande'],
    ['12coc', '12 × Coca-Cola canette 33 cl'],
    ['rei /bien cuite', '1 × Reine Moyenne (bien cuite)'],
    ['rei /sans couper - merci + 2/3', '1 × Reine Moyenne (sans couper - merci + 2/3)'],
    ['2rei +oli+cap', '2 × Reine Moyenne + Olives noires + Câpres'],
    ['rei + olives noires g', '1 × Reine Grande + Olives noires'],
    ['  rei   -jambon  ', '1 × Reine Moyenne − Jambon blanc'],
    ['rei +', '1 × Reine Moyenne'],
  ])('%j is %s', (text, said) => {
    expect(read(text)).toBe(said);
  });

  test.each([
    ['4fr', '1 × 4 Fromages Moyenne'],
    ['44fr', '4 × 4 Fromages Moyenne'],
    ['2 4fr g', '2 × 4 Fromages Grande'],
    ['4 fromages', '1 × 4 Fromages Moyenne'],
    ['24 4 fromages', '24 × 4 Fromages Moyenne'],
    ['166', '1 × 1664 bouteille 33 cl'],
    ['2 166', '2 × 1664 bouteille 33 cl'],
  ])('a code that begins with a digit is not taken for a quantity: %j is %s', (text, said) => {
    expect(read(text)).toBe(said);
  });

  test.each([
    ['chevre-miel', '1 × Chèvre-miel Moyenne'],
    ['CHÈVRE MIEL', '1 × Chèvre-miel Moyenne'],
    ['vegetarienne', '1 × Végétarienne Moyenne'],
    ['margerita', '1 × Margherita Moyenne'],
    ['tirmaisu', '1 × Tiramisu'],
    ['2norvegiene p', '2 × Norvégienne Petite'],
    ['rei -ognon', '1 × Reine Moyenne − Oignons'],
    ['2 4 formages', '2 × 4 Fromages Moyenne'],
    ['rei +oeuf', '1 × Reine Moyenne + Œuf'],
  ])('accents, capitals and a slip do not matter: %j is %s', (text, said) => {
    expect(read(text)).toBe(said);
  });

  test('it gives the line for the cart and the price of one', () => {
    expect(readCodeLine('2rei m -oig +oli /vite', menu)).toMatchObject({
      ok: true,
      value: {
        line: {
          productId: 'reine',
          sizeId: 'm',
          quantity: 2,
          changes: [
            { ingredientId: 'oignons', action: 'remove' },
            { ingredientId: 'olives', action: 'add' },
          ],
          note: 'vite',
        },
        said: { unitPriceCents: 1290 },
      },
    });
  });

  test.each([
    ['', 'code-line.empty'],
    ['   ', 'code-line.empty'],
    ['2', 'code-line.unknown-product'],
    ['33', 'code-line.unknown-product'],
    ['xyzzy', 'code-line.unknown-product'],
    ['-oig', 'code-line.unknown-product'],
    ['coc g', 'code-line.unknown-size'],
    ['rei +zzz', 'code-line.unknown-ingredient'],
    ['rei -olives', 'pricing.not-in-recipe'],
    ['rei -oli', 'pricing.not-in-recipe'],
    // `che` is the code of the goat cheese, not the beginning of the cheddar that is on it.
    ['bbq -che', 'pricing.not-in-recipe'],
    ['rei +pat', 'pricing.cannot-add'],
    ['rei -pat', 'pricing.cannot-remove'],
    ['coc +oli', 'pricing.cannot-add'],
    ['rei +oli +oli', 'pricing.repeated-change'],
    ['0rei', 'pricing.bad-quantity'],
    ['51rei', 'pricing.bad-quantity'],
    ['100rei', 'pricing.bad-quantity'],
  ])('%j is refused with %s', (text, code) => {
    expect(read(text)).toBe(code);
  });
});

describe('suggestions while typing', () => {
  const names = (text: string, limit?: number) =>
    suggest(text, menu, limit).map(({ product }) => product.name);

  test('a code comes first, then names that begin so, then words', () => {
    expect(names('tho')).toEqual(['Thon']);
    expect(names('ch').slice(0, 2)).toEqual(['Chèvre-miel', 'Chocolat chaud gobelet 20 cl']);
    expect(names('coca')).toEqual([
      'Coca-Cola canette 33 cl',
      'Coca-Cola sans sucres canette 33 cl',
      'Coca-Cola bouteille 1,5 l',
    ]);
  });

  test('seven at most, or as many as asked', () => {
    expect(names('c')).toHaveLength(7);
    expect(names('c', 3)).toEqual(names('c').slice(0, 3));
  });

  test('each carries the whole line, so that any of them can be taken', () => {
    const [, second] = suggest('3 coca', menu);
    expect(second?.reading).toMatchObject({
      ok: true,
      value: { line: { productId: 'coca-zero-33', quantity: 3 } },
    });
  });

  test('every code of the menu finds its own product first, alone or with a quantity', () => {
    for (const { id, code } of menu.products) {
      for (const [text, quantity] of [
        [code, 1],
        [`2 ${code}`, 2],
        [`12${code}`, 12],
      ] as const) {
        const outcome = readCodeLine(text, menu);
        expect(outcome.ok && outcome.value.line, text).toMatchObject({ productId: id, quantity });
      }
    }
  });

  test('every name of the menu finds its own product', () => {
    for (const { id, name } of menu.products) {
      const outcome = readCodeLine(name, menu);
      expect(outcome.ok && outcome.value.line.productId, name).toBe(id);
    }
  });

  test('nothing typed, nothing suggested', () => {
    expect(names('')).toEqual([]);
    expect(names(' / note')).toEqual([]);
  });
});
