import type { Deal, DealChoice, Product } from '../domain/menu.ts';
import { desserts } from './card/desserts.ts';
import { drinks } from './card/drinks.ts';
import { creamPizzas } from './card/pizzas-cream.ts';
import { specialPizzas } from './card/pizzas-special.ts';
import { tomatoPizzas } from './card/pizzas-tomato.ts';

const PIZZAS = [...tomatoPizzas, ...creamPizzas, ...specialPizzas];

/** What the cards above the classic ones cost more in the usual size, by their price in it. */
const SUPPLEMENTS_CENTS: Readonly<Record<number, number>> = { 1390: 100, 1490: 200 };

/** Every pizza in one size; the dear ones at a supplement. */
function pizzasIn(sizeId: string): DealChoice[] {
  return PIZZAS.map(({ id, variants }) => {
    const usual = variants.find((variant) => variant.sizeId === 'm')?.priceCents ?? 0;
    return { productId: id, sizeId, supplementCents: SUPPLEMENTS_CENTS[usual] ?? 0 };
  });
}

function choicesOf(products: readonly Product[]): DealChoice[] {
  return products.map(({ id }) => ({ productId: id, supplementCents: 0 }));
}

const small = drinks.filter(({ volumeCl = 0, vatClass }) => {
  const isCan = volumeCl === 33 || volumeCl === 50;
  return isCan && vatClass === 'conservable';
});
const large = drinks.filter(({ volumeCl = 0 }) => volumeCl === 150);
const sweets = desserts.filter(({ id }) =>
  ['tiramisu', 'panna-cotta', 'fondant', 'salade-de-fruits', 'glace-vanille-10'].includes(id),
);

/** Demonstration data: meals at one price. */
export const deals: readonly Deal[] = [
  {
    id: 'midi',
    code: 'mid',
    name: 'Formule midi',
    priceCents: 1190,
    slots: [
      { id: 'pizza', name: 'Pizza petite', choices: pizzasIn('p') },
      { id: 'boisson', name: 'Boisson', choices: choicesOf(small) },
      { id: 'dessert', name: 'Dessert', choices: choicesOf(sweets) },
    ],
  },
  {
    id: 'duo',
    code: 'duo',
    name: 'Menu duo',
    priceCents: 2490,
    slots: [
      { id: 'pizza-1', name: 'Pizza 1', choices: pizzasIn('m') },
      { id: 'pizza-2', name: 'Pizza 2', choices: pizzasIn('m') },
      { id: 'boisson-1', name: 'Boisson 1', choices: choicesOf(small) },
      { id: 'boisson-2', name: 'Boisson 2', choices: choicesOf(small) },
    ],
  },
  {
    id: 'famille',
    code: 'fam',
    name: 'Menu famille',
    priceCents: 4690,
    slots: [
      { id: 'pizza-1', name: 'Pizza 1', choices: pizzasIn('g') },
      { id: 'pizza-2', name: 'Pizza 2', choices: pizzasIn('g') },
      { id: 'pizza-3', name: 'Pizza 3', choices: pizzasIn('g') },
      { id: 'boisson', name: 'Grande bouteille', choices: choicesOf(large) },
    ],
  },
];
