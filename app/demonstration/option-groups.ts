import type { OptionGroup } from '../domain/menu.ts';

const POT_GRAMS = 25;

type Row = readonly [code: string, id: string, name: string, ingredientId: string, cents: number];

const SAUCES: readonly Row[] = [
  ['ket', 'ketchup', 'Ketchup', 'ketchup', 50],
  ['may', 'mayonnaise', 'Mayonnaise', 'mayonnaise', 50],
  ['bbq', 'barbecue', 'Sauce barbecue', 'sauce-barbecue', 50],
  ['bla', 'blanche', 'Sauce blanche', 'sauce-blanche', 50],
  ['cur', 'curry', 'Sauce curry', 'sauce-curry', 70],
  ['sam', 'samourai', 'Sauce samouraï', 'sauce-samourai', 70],
];

/** Demonstration data: dips in pots of 25 g, the first one offered. */
export const optionGroups: readonly OptionGroup[] = [
  {
    id: 'sauces',
    name: 'Sauces',
    min: 0,
    max: 4,
    free: 1,
    options: SAUCES.map(([code, id, name, ingredientId, cents]) => ({
      id,
      code,
      name,
      priceCents: { any: cents },
      ingredientId,
      grams: POT_GRAMS,
    })),
  },
];
