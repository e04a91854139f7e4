import type { Dough } from '../domain/menu.ts';

/** Demonstration data: the doughs of the chain. The one without gluten comes as discs of two sizes. */
export const doughs: readonly Dough[] = [
  {
    id: 'classique',
    code: 'cla',
    name: 'Classique',
    ingredientId: 'pate',
    surchargeCents: { p: 0, m: 0, g: 0 },
  },
  {
    id: 'fine',
    code: 'fin',
    name: 'Fine',
    ingredientId: 'pate-fine',
    surchargeCents: { p: 0, m: 0, g: 0 },
  },
  {
    id: 'sans-gluten',
    code: 'sg',
    name: 'Sans gluten (traces possibles)',
    ingredientId: 'pate-sans-gluten',
    surchargeCents: { p: 200, m: 250 },
  },
];
