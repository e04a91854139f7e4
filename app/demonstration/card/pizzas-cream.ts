import type { Product } from '../../domain/menu.ts';
import { type Pizza, pizza } from './recipe.ts';

const CARD: readonly Pizza[] = [
  {
    id: 'savoyarde',
    code: 'sav',
    name: 'Savoyarde',
    price: 'gourmet',
    base: 'cream',
    toppings: ['reblochon', 'lardons', 'pommes-de-terre', 'oignons'],
  },
  {
    id: 'raclette',
    code: 'rac',
    name: 'Raclette',
    price: 'gourmet',
    base: 'cream',
    toppings: ['raclette', 'jambon-cru', 'pommes-de-terre', 'cornichons'],
  },
  {
    id: 'chevre-miel',
    code: 'chm',
    name: 'Chèvre-miel',
    price: 'gourmet',
    base: 'cream',
    toppings: ['chevre', 'miel', 'noix'],
  },
  {
    id: 'carbonara',
    code: 'car',
    name: 'Carbonara',
    price: 'classic',
    base: 'cream',
    toppings: ['lardons', 'oignons', 'parmesan', 'oeuf'],
  },
  {
    id: 'paysanne',
    code: 'pay',
    name: 'Paysanne',
    price: 'classic',
    base: 'cream',
    toppings: ['lardons', 'pommes-de-terre', 'oignons', 'oeuf'],
  },
  {
    id: 'forestiere',
    code: 'for',
    name: 'Forestière',
    price: 'gourmet',
    base: 'cream',
    toppings: ['champignons', 'poulet', 'persillade', 'oignons'],
  },
  {
    id: 'norvegienne',
    code: 'nor',
    name: 'Norvégienne',
    price: 'premium',
    base: 'cream',
    toppings: ['saumon', 'citron', 'aneth'],
  },
  {
    id: 'indienne',
    code: 'ind',
    name: 'Indienne',
    price: 'gourmet',
    base: 'cream',
    toppings: ['poulet', 'sauce-curry', 'poivrons', 'oignons'],
  },
  {
    id: 'tandoori',
    code: 'tan',
    name: 'Tandoori',
    price: 'gourmet',
    base: 'cream',
    toppings: ['poulet-tandoori', 'oignons-rouges', 'poivrons', 'tomates-cerises'],
  },
  {
    id: 'auvergnate',
    code: 'auv',
    name: 'Auvergnate',
    price: 'gourmet',
    base: 'cream',
    toppings: ['bleu-auvergne', 'lardons', 'noix', 'pommes-de-terre'],
  },
  {
    id: 'cinq-fromages',
    code: '5fr',
    name: '5 Fromages',
    price: 'premium',
    base: 'cream',
    toppings: ['emmental', 'chevre', 'gorgonzola', 'reblochon'],
  },
  {
    id: 'florentine',
    code: 'flo',
    name: 'Florentine',
    price: 'classic',
    base: 'cream',
    toppings: ['epinards', 'chevre', 'oeuf'],
  },
];

/** Demonstration data: the pizzas on cream. */
export const creamPizzas: readonly Product[] = CARD.map((row) => pizza('creme', row));
