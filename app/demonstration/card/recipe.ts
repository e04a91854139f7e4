import type { Portion, Product, Size, Variant } from '../../domain/menu.ts';

/** The sizes of every pizza of the chain. */
export const sizes: readonly Size[] = [
  { id: 'p', letter: 'P', name: 'Petite', diameterCm: 26 },
  { id: 'm', letter: 'M', name: 'Moyenne', diameterCm: 31 },
  { id: 'g', letter: 'G', name: 'Grande', diameterCm: 40 },
];

/** One figure for each size: small, medium, large. */
type BySize = readonly [small: number, medium: number, large: number];

/** Prices of the chain in cents, VAT included: a pizza belongs to one of five. */
const PRICES_CENTS = {
  simple: [790, 990, 1490],
  classic: [890, 1190, 1690],
  gourmet: [990, 1290, 1890],
  premium: [1090, 1390, 2090],
  signature: [1190, 1490, 2290],
} as const satisfies Record<string, BySize>;

/**
 * What the ladle or the hand takes of an ingredient, in grams. They follow the surface of the
 * pizza, rounded to what a kitchen can weigh: 26, 31 and 40 cm are as 0.7, 1 and 1.66.
 */
const PORTIONS: Readonly<Record<string, BySize>> = {
  pate: [180, 260, 430],
  'sauce-tomate': [60, 90, 150],
  creme: [60, 90, 150],
  mozzarella: [80, 120, 200],
  'sauce-barbecue': [50, 70, 115],
  'sauce-curry': [40, 60, 100],
  'sauce-burger': [25, 35, 60],
  'sauce-blanche': [25, 35, 60],
  'sauce-bolognaise': [90, 130, 215],
  champignons: [40, 60, 100],
  olives: [15, 20, 35],
  oignons: [25, 35, 60],
  'oignons-rouges': [25, 35, 60],
  'oignons-frits': [10, 15, 25],
  poivrons: [35, 50, 85],
  aubergines: [40, 60, 100],
  courgettes: [40, 60, 100],
  artichauts: [40, 60, 100],
  'tomates-cerises': [40, 60, 100],
  tomates: [45, 65, 110],
  roquette: [10, 15, 25],
  basilic: [3, 4, 7],
  persillade: [4, 6, 10],
  capres: [8, 12, 20],
  epinards: [40, 60, 100],
  'pommes-de-terre': [70, 100, 165],
  ananas: [50, 70, 115],
  mais: [25, 35, 60],
  'haricots-rouges': [35, 50, 85],
  piments: [10, 15, 25],
  cornichons: [20, 30, 50],
  miel: [14, 20, 33],
  origan: [1, 2, 3],
  'huile-olive': [5, 7, 12],
  citron: [15, 20, 35],
  aneth: [1, 2, 3],
  emmental: [35, 50, 85],
  chevre: [45, 65, 110],
  gorgonzola: [35, 50, 85],
  'bleu-auvergne': [40, 60, 100],
  reblochon: [70, 100, 165],
  raclette: [70, 100, 165],
  parmesan: [15, 20, 35],
  cheddar: [45, 65, 110],
  // A small egg, a medium one, two of them on a large pizza.
  oeuf: [45, 55, 100],
  noix: [15, 20, 35],
  jambon: [50, 70, 115],
  lardons: [45, 65, 110],
  bacon: [45, 65, 110],
  chorizo: [40, 60, 100],
  pepperoni: [40, 60, 100],
  spianata: [40, 60, 100],
  merguez: [55, 80, 130],
  boeuf: [65, 95, 155],
  poulet: [55, 80, 130],
  'poulet-tandoori': [55, 80, 130],
  kebab: [65, 95, 155],
  rosette: [40, 60, 100],
  thon: [55, 80, 130],
  anchois: [14, 20, 33],
  'jambon-cru': [40, 60, 100],
  magret: [40, 60, 100],
  saumon: [50, 70, 115],
  crevettes: [50, 70, 115],
  'fruits-de-mer': [80, 120, 200],
  'saint-marcellin': [60, 80, 160],
  burrata: [80, 125, 200],
  pesto: [20, 30, 50],
  'creme-de-truffe': [35, 50, 85],
};

type Base = 'tomato' | 'cream' | 'barbecue';

const SAUCES: Readonly<Record<Base, string>> = {
  tomato: 'sauce-tomate',
  cream: 'creme',
  barbecue: 'sauce-barbecue',
};

export type Pizza = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly price: keyof typeof PRICES_CENTS;
  readonly base: Base;
  /** Ingredients in the order in which they go onto the pizza, in their usual portion. */
  readonly toppings: readonly string[];
  /** Some pizzas have none. */
  readonly withoutMozzarella?: true;
  /** Folded over: it can be no part of another, and the thin dough would tear. */
  readonly isFolded?: true;
};

/** A pizza in all sizes, with its whole recipe. */
export function pizza(categoryId: string, asked: Pizza): Product {
  const { id, code, name } = asked;
  const ingredientIds = [
    'pate',
    SAUCES[asked.base],
    ...(asked.withoutMozzarella === undefined ? ['mozzarella'] : []),
    ...asked.toppings,
  ];
  const variants = sizes.map(
    (size, place): Variant => ({
      sizeId: size.id,
      priceCents: figure(PRICES_CENTS[asked.price], place),
      recipe: ingredientIds.map((ingredientId) => portionOf(ingredientId, place)),
    }),
  );
  const isFolded = asked.isFolded === true;
  return {
    id,
    code,
    name,
    kind: 'pizza',
    categoryId,
    vatClass: 'prepared',
    variants,
    isSplittable: !isFolded,
    doughIds: isFolded ? ['classique'] : ['classique', 'fine', 'sans-gluten'],
  };
}

function portionOf(ingredientId: string, place: number): Portion {
  const grams = PORTIONS[ingredientId];
  if (grams === undefined) throw new Error(`no portion is set for ${ingredientId}`);
  return { ingredientId, grams: figure(grams, place) };
}

function figure(figures: BySize, place: number): number {
  const found = figures[place];
  if (found === undefined) throw new Error(`no figure for size number ${place}`);
  return found;
}
