import {
  type Menu,
  NOTHING_MORE,
  type Product,
  UNIT_SIZE,
  type VatClass,
} from '#app/domain/menu.ts';
import type { CartLine } from '#app/domain/order/events.ts';

/** A product sold by the piece, a prepared dish at 10,00 € unless said otherwise. */
export function aProduct({
  id = 'plat',
  priceCents = 1000,
  vatClass = 'prepared',
  kind = 'pizza',
}: {
  id?: string;
  priceCents?: number;
  vatClass?: VatClass;
  kind?: Product['kind'];
} = {}): Product {
  return {
    id,
    code: id,
    name: id,
    kind,
    categoryId: 'tout',
    vatClass,
    variants: [{ sizeId: UNIT_SIZE, priceCents, recipe: [] }],
  };
}

/** A menu of these products. */
export function aMenu(...products: Product[]): Menu {
  return {
    version: 'test-1',
    sizes: [
      { id: 'p', letter: 'P', name: 'Petite', diameterCm: 26 },
      { id: 'm', letter: 'M', name: 'Moyenne', diameterCm: 31 },
    ],
    defaultSizeId: 'm',
    categories: [{ id: 'tout', name: 'Tout' }],
    ingredients: [],
    products,
    extraPricesCents: { vegetable: {}, cheese: {}, meat: {}, premium: {} },
    ...NOTHING_MORE,
  };
}

/** One of something, as it stands on the menu. */
export function aLine(productId: string, line: Partial<CartLine> = {}): CartLine {
  return { productId, sizeId: UNIT_SIZE, quantity: 1, changes: [], ...line };
}
