import { describe, expect, test } from 'vitest';

import { kitchenSlip, type SlipFacts } from '#app/receipt/kitchen-slip.ts';
import { toText } from '#app/receipt/text.ts';

const FACTS: SlipFacts = {
  number: 42,
  mode: 'delivery',
  placedAt: '19:42',
  promisedAt: '20:15',
  lines: [
    {
      quantity: 2,
      name: 'Bœuf épicé Moyenne',
      details: ['+ Olives', 'SANS oignon'],
      note: 'bien cuite',
    },
  ],
  note: 'sonner deux fois',
  mayBeDouble: false,
};

function paper(changed: Partial<SlipFacts> = {}, columns: 32 | 42 | 48 = 32): string {
  return toText(kitchenSlip({ ...FACTS, ...changed }), columns).replaceAll('\u00a0', ' ');
}

test('a kitchen slip says what to make, for when, and nothing about money', () => {
  expect(paper()).toBe(`\
N° 42
Livraison
Pour 20:15
Commande prise à 19:42
================================
2 × Bœuf épicé Moyenne
   + Olives
   SANS oignon
   bien cuite
Note : sonner deux fois
================================
`);
});

describe('nobody may miss', () => {
  test.each<readonly [string, Partial<SlipFacts>]>([
    ['RÉIMPRESSION', { mayBeDouble: true }],
    ['ÉCRAN CUISINE', { screenIsOut: true }],
    ['MODIFIÉE', { isChanged: true }],
    ['ANNULÉE', { isCancelled: true }],
  ])('the word %s, on any paper', (word, changed) => {
    expect(paper()).not.toContain(word);
    for (const columns of [32, 42, 48] as const) expect(paper(changed, columns)).toContain(word);
  });

  test('that an order is cancelled, which is more than changed', () => {
    expect(paper({ isChanged: true, isCancelled: true })).not.toContain('MODIFIÉE');
  });
});
