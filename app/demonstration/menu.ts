import type { Menu } from '../domain/menu.ts';
import { desserts } from './desserts.ts';
import { beers, drinks } from './drinks.ts';
import { ingredients } from './ingredients.ts';
import { creamPizzas } from './pizzas-cream.ts';
import { specialPizzas } from './pizzas-special.ts';
import { tomatoPizzas } from './pizzas-tomato.ts';
import { sizes } from './recipe.ts';
import { starters, sweetSides } from './sides.ts';

/** The catalogue of the demonstration chain. A change of anything in it is a new version. */
export const demonstrationMenu: Menu = {
  version: 'demonstration-1',
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
};
