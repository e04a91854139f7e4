import { type Menu, NOTHING_MORE, type Product } from '#app/domain/menu.ts';

import type { SoldPizza } from './sales-file.ts';

const SIZES: Readonly<Record<string, { name: string; diameterCm: number }>> = {
  S: { name: 'Petite', diameterCm: 26 },
  M: { name: 'Moyenne', diameterCm: 31 },
  L: { name: 'Grande', diameterCm: 40 },
  XL: { name: 'Très grande', diameterCm: 45 },
  XXL: { name: 'Géante', diameterCm: 50 },
};

/** The menu of a data set: one product a type of pizza, one variant a size, its prices as sold. */
export function menuOfSales(pizzas: readonly SoldPizza[]): Menu {
  const letters = [...new Set(pizzas.map(({ size }) => size))];
  return {
    version: 'replay-1',
    sizes: letters.map((letter) => ({
      id: letter.toLowerCase(),
      letter,
      name: SIZES[letter]?.name ?? letter,
      diameterCm: SIZES[letter]?.diameterCm ?? 0,
    })),
    defaultSizeId: letters.includes('M') ? 'm' : (letters[0]?.toLowerCase() ?? 'm'),
    categories: [{ id: 'pizzas', name: 'Pizzas' }],
    ingredients: [],
    products: productsOf(pizzas),
    extraPricesCents: { vegetable: {}, cheese: {}, meat: {}, premium: {} },
    ...NOTHING_MORE,
  };
}

function productsOf(pizzas: readonly SoldPizza[]): Product[] {
  const byType = Map.groupBy(pizzas, ({ typeId }) => typeId);
  return [...byType].map(([typeId, sold]) => ({
    id: productIdOf(typeId),
    code: typeId,
    name: typeId.replaceAll('_', ' '),
    kind: 'pizza',
    categoryId: 'pizzas',
    vatClass: 'prepared',
    variants: sold.map(({ size, priceCents }) => ({
      sizeId: size.toLowerCase(),
      priceCents,
      recipe: [],
    })),
  }));
}

/** `bbq_ckn` as our identifiers are written: `bbq-ckn`. */
export function productIdOf(typeId: string): string {
  return typeId.replaceAll('_', '-').toLowerCase();
}
