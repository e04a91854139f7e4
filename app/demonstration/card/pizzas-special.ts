import type { Product } from '../../domain/menu.ts';
import { type Pizza, pizza } from './recipe.ts';

const CARD: readonly Pizza[] = [
  {
    id: 'lyonnaise',
    code: 'lyo',
    name: 'Lyonnaise',
    price: 'premium',
    base: 'cream',
    toppings: ['saint-marcellin', 'rosette', 'oignons', 'pommes-de-terre'],
  },
  {
    id: 'truffe',
    code: 'tru',
    name: 'Truffe',
    price: 'signature',
    base: 'cream',
    toppings: ['creme-de-truffe', 'champignons', 'jambon', 'parmesan', 'roquette'],
  },
  {
    id: 'burrata',
    code: 'bur',
    name: 'Burrata',
    price: 'signature',
    base: 'tomato',
    withoutMozzarella: true,
    toppings: ['tomates-cerises', 'pesto', 'roquette', 'burrata'],
  },
  {
    id: 'perigourdine',
    code: 'per',
    name: 'Périgourdine',
    price: 'signature',
    base: 'cream',
    toppings: ['magret', 'pommes-de-terre', 'noix', 'roquette'],
  },
  {
    id: 'ligure',
    code: 'lig',
    name: 'Ligure',
    price: 'premium',
    base: 'cream',
    toppings: ['pesto', 'poulet', 'tomates-cerises', 'parmesan'],
  },
  {
    id: 'scampi',
    code: 'sca',
    name: 'Scampi',
    price: 'signature',
    base: 'cream',
    toppings: ['crevettes', 'courgettes', 'persillade', 'citron'],
  },
  {
    id: 'barbecue',
    code: 'bbq',
    name: 'Barbecue',
    price: 'gourmet',
    base: 'barbecue',
    toppings: ['poulet', 'bacon', 'oignons-rouges', 'cheddar'],
  },
  {
    id: 'burger',
    code: 'bgr',
    name: 'Burger',
    price: 'premium',
    base: 'tomato',
    toppings: ['boeuf', 'cheddar', 'oignons-frits', 'cornichons', 'sauce-burger'],
  },
  {
    id: 'kebab',
    code: 'keb',
    name: 'Kebab',
    price: 'gourmet',
    base: 'tomato',
    toppings: ['kebab', 'oignons', 'tomates', 'sauce-blanche'],
  },
  {
    id: 'hawaienne',
    code: 'haw',
    name: 'Hawaïenne',
    price: 'classic',
    base: 'tomato',
    toppings: ['jambon', 'ananas'],
  },
  {
    id: 'jardin-vegan',
    code: 'vgn',
    name: 'Jardin végan',
    price: 'classic',
    base: 'tomato',
    withoutMozzarella: true,
    toppings: ['artichauts', 'aubergines', 'champignons', 'poivrons', 'olives', 'huile-olive'],
  },
];

/** Demonstration data: the chain's own. */
export const specialPizzas: readonly Product[] = CARD.map((row) => pizza('speciales', row));
