import type { Menu } from '../domain/menu.ts';
import { deals } from './deals.ts';
import { desserts } from './card/desserts.ts';
import { doughs } from './doughs.ts';
import { beers, drinks } from './card/drinks.ts';
import { ingredients } from './ingredients.ts';
import { optionGroups } from './option-groups.ts';
import { creamPizzas } from './card/pizzas-cream.ts';
import { specialPizzas } from './card/pizzas-special.ts';
import { tomatoPizzas } from './card/pizzas-tomato.ts';
import { promotions } from './promotions.ts';
import { sizes } from './card/recipe.ts';
import { restrictions } from './restrictions.ts';
import { starters, sweetSides } from './card/sides.ts';

/** The catalogue of the demonstration chain. A change of anything in it is a new version. */
export const demonstrationMenu: Menu = {
  version: 'demonstration-2',
  sizes,
  defaultSizeId: 'm',
  categories: [
    { id: 'tomate', name: 'Tomate' },
    { id: 'creme', name: 'Crème' },
    { id: 'speciales', name: 'Spéciales' },
    { id: 'entrees', name: 'Entrées' },
    { id: 'boissons', name: 'Boissons' },
    { id: 'bieres', name: 'Bières' },
    { id: 'desserts', name: 'Desserts' },
  ],
  ingredients,
  products: [
    ...tomatoPizzas,
    ...creamPizzas,
    ...specialPizzas,
    ...starters,
    ...drinks,
    ...beers,
    ...desserts,
    ...sweetSides,
  ],
  extraPricesCents: {
    vegetable: { p: 80, m: 100, g: 150 },
    cheese: { p: 120, m: 150, g: 200 },
    meat: { p: 150, m: 200, g: 300 },
    premium: { p: 250, m: 350, g: 500 },
  },
  doughs,
  optionGroups,
  deals,
  parts: { policy: 'dearest', extras: 'whole' },
  restrictions,
  promotions,
};
