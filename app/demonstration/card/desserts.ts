import type { Allergen, Product, VatClass } from '../../domain/menu.ts';
import { unitProduct } from './unit-product.ts';

type Row = readonly [
  code: string,
  id: string,
  name: string,
  priceCents: number,
  vatClass: VatClass,
  ...allergens: Allergen[],
];

/** Bought ready made: the allergens are those of the label. */
const CARD: readonly Row[] = [
  ['tir', 'tiramisu', 'Tiramisu', 450, 'prepared', 'gluten', 'eggs', 'milk'],
  ['pan', 'panna-cotta', 'Panna cotta aux fruits rouges', 390, 'prepared', 'milk'],
  ['fon', 'fondant', 'Fondant au chocolat', 450, 'prepared', 'gluten', 'eggs', 'milk', 'soya'],
  ['fru', 'salade-de-fruits', 'Salade de fruits', 390, 'prepared'],
  ['gla', 'glace-vanille-10', 'Glace vanille petit pot', 350, 'prepared', 'milk', 'eggs'],
  ['glc', 'glace-chocolat-10', 'Glace chocolat petit pot', 350, 'prepared', 'milk', 'soya'],
  ['gl5', 'glace-vanille-50', 'Glace vanille pot familial', 790, 'conservable', 'milk', 'eggs'],
  ['coo', 'cookie', 'Cookie', 250, 'conservable', 'gluten', 'eggs', 'milk', 'soya'],
  [
    'pra',
    'tarte-pralines',
    'Tarte aux pralines',
    450,
    'conservable',
    'gluten',
    'eggs',
    'milk',
    'nuts',
  ],
  ['pap', 'papillotes', 'Papillotes en sachet', 390, 'confectionery', 'milk', 'nuts', 'soya'],
];

/** Demonstration data: desserts. */
export const desserts: readonly Product[] = CARD.map(
  ([code, id, name, priceCents, vatClass, ...allergens]) =>
    unitProduct(
      {
        id,
        code,
        name,
        kind: 'dessert',
        categoryId: 'desserts',
        vatClass,
        allergens,
        ...(id === 'tiramisu' ? { isSuggested: true } : {}),
      },
      priceCents,
    ),
);
