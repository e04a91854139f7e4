import { expect, test } from 'vitest';

import { boxLabels, type LabelFacts } from '#app/receipt/box-labels.ts';
import { toText } from '#app/receipt/text.ts';

const FACTS: LabelFacts = {
  number: 42,
  mode: 'take-away',
  promisedAt: '20:15',
  pizzas: [
    { name: 'Reine', size: 'Moyenne', details: [], allergens: ['gluten', 'milk', 'nuts'] },
    {
      name: 'Végétarienne Grande',
      details: ['SANS oignon', '+ Chèvre'],
      allergens: ['eggs'],
    },
  ],
  mayBeDouble: false,
};

function paper(changed: Partial<LabelFacts> = {}): string {
  return toText(boxLabels({ ...FACTS, ...changed }), 32).replaceAll('\u00a0', ' ');
}

test('each box has its label: order, place in the order, pizza, changes and allergens', () => {
  expect(paper()).toBe(`\
             N° 42
 Pizza 1/2 · À emporter · 20:15
             Reine
            Moyenne
   Allergènes : gluten, lait,
         fruits à coque

             N° 42
 Pizza 2/2 · À emporter · 20:15
      Végétarienne Grande
          SANS oignon
            + Chèvre
       Allergènes : œufs
`);
});

test('every label is cut off, and an order without pizza has none', () => {
  const cuts = boxLabels(FACTS).filter(({ type }) => type === 'cut');
  expect(cuts).toHaveLength(2);
  expect(boxLabels({ ...FACTS, pizzas: [] })).toEqual([]);
});

test('a label that may be double says so', () => {
  expect(paper()).not.toContain('RÉIMPRESSION');
  expect(paper({ mayBeDouble: true }).match(/RÉIMPRESSION/g)).toHaveLength(2);
});
