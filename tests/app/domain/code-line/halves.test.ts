import { describe, expect, test } from 'vitest';

import { demonstrationMenu as menu } from '#app/demonstration/menu.ts';
import { readCodeLine, suggest } from '#app/domain/code-line/read.ts';
import { lineText } from '#app/domain/menu/spec-text.ts';

/** What the counter reads under the line, or why it cannot be taken. */
function read(text: string): string {
  const outcome = readCodeLine(text, menu);
  return outcome.ok ? lineText(outcome.value.said.spec) : outcome.refusal.code;
}

describe('halves', () => {
  test.each([
    ['½ rei/4fr', '1 × ½ Reine ▏ ½ 4 Fromages M'],
    ['½rei/4fr', '1 × ½ Reine ▏ ½ 4 Fromages M'],
    ['rei½4fr', '1 × ½ Reine ▏ ½ 4 Fromages M'],
    ['rei ½ 4fr', '1 × ½ Reine ▏ ½ 4 Fromages M'],
    ['1/2 rei/4fr', '1 × ½ Reine ▏ ½ 4 Fromages M'],
    ['½ rei / tru g', '1 × ½ Reine ▏ ½ Truffe G'],
    ['2 ½ rei/4fr', '2 × ½ Reine ▏ ½ 4 Fromages M'],
    ['2½ rei/4fr g', '2 × ½ Reine ▏ ½ 4 Fromages G'],
    ['2rei½4fr', '2 × ½ Reine ▏ ½ 4 Fromages M'],
    ['½ rei/4fr -oig +oli', '1 × ½ Reine ▏ ½ 4 Fromages M, sans Oignons, + Olives noires'],
    [
      '½ rei/4fr sg /bien cuite',
      '1 × ½ Reine ▏ ½ 4 Fromages M, pâte sans gluten (traces possibles), «\u202fbien cuite\u202f»',
    ],
    ['½ reine/margerita', '1 × ½ Reine ▏ ½ Margherita M'],
  ])('%j is %s', (text, said) => {
    expect(read(text)).toBe(said);
  });

  test('a calzone is refused as a half, by name', () => {
    expect(readCodeLine('½ rei/cal', menu)).toMatchObject({
      ok: false,
      refusal: { code: 'pricing.not-splittable', detail: { product: 'Calzone' } },
    });
  });

  test('the first half alone is still a pizza, until the other is typed', () => {
    expect(read('½ rei')).toBe('1 × Reine M');
    expect(read('½ rei/')).toBe('1 × Reine M');
    expect(read('rei½')).toBe('1 × Reine M');
  });

  test('the line for the cart has both parts', () => {
    expect(readCodeLine('½ rei/4fr', menu)).toMatchObject({
      ok: true,
      value: {
        line: {
          productId: 'reine',
          parts: [
            { productId: 'reine', quarters: 2 },
            { productId: 'quatre-fromages', quarters: 2 },
          ],
        },
        said: { unitPriceCents: 1290, productName: '½ Reine ▏ ½ 4 Fromages' },
      },
    });
  });

  test('while the other half is typed, the suggestions are about it', () => {
    const found = suggest('½ rei/ch', menu).flatMap(({ reading }) =>
      reading.ok ? [reading.value.said.productName] : [],
    );
    expect(found[0]).toBe('½ Reine ▏ ½ Chèvre-miel');
  });
});

describe('doughs, double portions, less of something, swaps and dips', () => {
  test.each([
    ['rei fin', '1 × Reine M, pâte fine'],
    ['rei fine g', '1 × Reine G, pâte fine'],
    ['rei g fin -oig', '1 × Reine G, pâte fine, sans Oignons'],
    ['rei cla', '1 × Reine M'],
    ['rei ++moz', '1 × Reine M, double Mozzarella'],
    ['rei++moz+oli', '1 × Reine M, double Mozzarella, + Olives noires'],
    ['rei ~oig', '1 × Reine M, léger Oignons'],
    ['rei~oig g', '1 × Reine G, léger Oignons'],
    ['rei oig>oli', '1 × Reine M, Oignons → Olives noires'],
    ['2rei g oig > oli -jam', '2 × Reine G, sans Jambon blanc, Oignons → Olives noires'],
    ['nug +ket', '1 × Nuggets (8), Ketchup'],
    ['2 nug +ket +ket +cur', '2 × Nuggets (8), 2 × Ketchup, Sauce curry'],
  ])('%j is %s', (text, said) => {
    expect(read(text)).toBe(said);
  });

  test.each([
    ['rei g sg', 'pricing.no-such-dough'],
    ['cal fin', 'pricing.no-such-dough'],
    ['rei ++anc', 'pricing.not-in-recipe'],
    ['rei ~oli', 'pricing.not-in-recipe'],
    ['rei oig>xyzzy', 'code-line.unknown-ingredient'],
    ['rei oig>oli +oli', 'pricing.repeated-change'],
    ['nug +ket+ket+ket+ket+ket', 'pricing.too-many-options'],
  ])('%j is refused with %s', (text, code) => {
    expect(read(text)).toBe(code);
  });

  test('the price of one counts all of them', () => {
    const price = (text: string) => {
      const outcome = readCodeLine(text, menu);
      return outcome.ok ? outcome.value.said.unitPriceCents : 0;
    };
    expect(price('2rei sg ++moz')).toBe(1190 + 250 + 150);
    expect(price('nug +ket +cur')).toBe(550 + 70);
  });
});
