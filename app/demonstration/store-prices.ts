import type { StorePrices } from '../domain/menu/store-menu.ts';

/**
 * Demonstration data: in Écully rents are high and pizzas dearer; Vénissieux sells its deals for
 * less. The others charge what the chain charges.
 */
export const demonstrationPrices: Readonly<Record<string, StorePrices>> = {
  ecully: {
    version: '1',
    variants: {
      margherita: { m: 1050, g: 1550 },
      reine: { m: 1250, g: 1750 },
      truffe: { m: 1590, g: 2390 },
    },
    extras: { premium: { p: 280, m: 380, g: 550 } },
    deals: { duo: 2590 },
  },
  venissieux: {
    version: '1',
    ingredients: { merguez: { p: 120, m: 150, g: 250 } },
    deals: { midi: 1090, famille: 4490 },
  },
};
