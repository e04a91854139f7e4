import type { Product } from '../../domain/menu.ts';
import { unitProduct } from './unit-product.ts';

type Row = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly priceCents: number;
  readonly grams: Readonly<Record<string, number>>;
  /** Eaten with a dip. */
  readonly hasDip?: true;
};

const STARTERS: readonly Row[] = [
  {
    id: 'salade-cesar',
    code: 'sce',
    name: 'Salade César',
    priceCents: 890,
    grams: { 'salade-verte': 90, poulet: 80, croutons: 25, parmesan: 20, 'sauce-cesar': 40 },
  },
  {
    id: 'salade-chevre',
    code: 'sch',
    name: 'Salade chèvre chaud',
    priceCents: 890,
    grams: { 'salade-verte': 90, chevre: 70, ciabatta: 40, noix: 20, miel: 10, vinaigrette: 30 },
  },
  {
    id: 'salade-italienne',
    code: 'sit',
    name: 'Salade italienne',
    priceCents: 850,
    grams: {
      roquette: 60,
      'jambon-cru': 50,
      'tomates-cerises': 80,
      mozzarella: 80,
      olives: 20,
      vinaigrette: 30,
    },
  },
  {
    id: 'pain-ail',
    code: 'pai',
    name: "Pain à l'ail",
    priceCents: 390,
    grams: { ciabatta: 120, 'beurre-ail': 30 },
  },
  {
    id: 'bruschetta',
    code: 'bru',
    name: 'Bruschetta',
    priceCents: 490,
    grams: { ciabatta: 120, tomates: 80, mozzarella: 60, basilic: 4, 'huile-olive': 8 },
  },
  {
    id: 'ailes-de-poulet',
    code: 'wig',
    name: 'Ailes de poulet (6)',
    priceCents: 590,
    grams: { 'ailes-de-poulet': 240 },
    hasDip: true,
  },
  {
    id: 'nuggets',
    code: 'nug',
    name: 'Nuggets (8)',
    priceCents: 550,
    grams: { nuggets: 160 },
    hasDip: true,
  },
  {
    id: 'batonnets-mozzarella',
    code: 'bam',
    name: 'Bâtonnets de mozzarella (6)',
    priceCents: 590,
    grams: { 'batonnets-mozzarella': 150 },
    hasDip: true,
  },
  {
    id: 'frites',
    code: 'fri',
    name: 'Frites',
    priceCents: 350,
    grams: { frites: 180 },
    hasDip: true,
  },
];

/** Sweet, yet made in the oven like a starter. */
const SWEET: readonly Row[] = [
  {
    id: 'pizza-chocolat',
    code: 'pch',
    name: 'Pizza chocolat-noisette',
    priceCents: 790,
    grams: { pate: 180, 'pate-a-tartiner': 80 },
  },
];

function side(categoryId: string, row: Row): Product {
  const { id, code, name, priceCents, grams } = row;
  const recipe = Object.entries(grams).map(([ingredientId, weight]) => ({
    ingredientId,
    grams: weight,
  }));
  const product = { id, code, name, categoryId, kind: 'side', vatClass: 'prepared' } as const;
  const options = row.hasDip === undefined ? {} : { optionGroupIds: ['sauces'] };
  return unitProduct({ ...product, ...options }, priceCents, recipe);
}

/** Demonstration data: starters and salads. */
export const starters: readonly Product[] = STARTERS.map((row) => side('entrees', row));
/** Demonstration data: the desserts that the kitchen makes. */
export const sweetSides: readonly Product[] = SWEET.map((row) => side('desserts', row));
