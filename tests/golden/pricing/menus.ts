import { demonstrationMenu } from '#app/demonstration/menu.ts';
import type { Menu, Product, VatClass } from '#app/domain/menu.ts';
import type { Promotion } from '#app/domain/promotion/promotion.ts';
import { aMenu, aProduct } from '#tests/world/menu.ts';

const PIECES: readonly (readonly [id: string, priceCents: number, vatClass: VatClass])[] = [
  ['pizza-990', 990, 'prepared'],
  ['pizza-1250', 1250, 'prepared'],
  ['canette-200', 200, 'conservable'],
  ['biere-350', 350, 'alcohol'],
  ['biere-351', 351, 'alcohol'],
  ['pot-160', 160, 'prepared'],
  ['pizza-1190', 1190, 'prepared'],
  ['pizza-1390', 1390, 'prepared'],
  ['canette-220', 220, 'conservable'],
  ['pizza-1100', 1100, 'prepared'],
  ['canette-250', 250, 'conservable'],
  ['glace-350', 350, 'prepared'],
  ['plat-1500', 1500, 'prepared'],
  ['biere-500', 500, 'alcohol'],
  ['plat-2990', 2990, 'prepared'],
  ['papillotes-390', 390, 'confectionery'],
];

function dealOf(id: string, priceCents: number, ...productIds: string[]) {
  return {
    id,
    code: id,
    name: id,
    priceCents,
    slots: productIds.map((productId) => ({
      id: productId,
      name: productId,
      choices: [{ productId, supplementCents: 0 }],
    })),
  };
}

/** Everything that the worked examples of the law sell, by the piece. */
export const EXAMPLES: Menu = {
  ...aMenu(...PIECES.map(([id, priceCents, vatClass]) => aProduct({ id, priceCents, vatClass }))),
  version: 'examples',
  deals: [
    dealOf('e8', 1490, 'pizza-1100', 'canette-250', 'glace-350'),
    dealOf('e9', 1800, 'plat-1500', 'biere-500'),
    dealOf('e9-full', 2000, 'plat-1500', 'biere-500'),
  ],
  promotions: [
    promotion('quinze', { benefit: { kind: 'rate', rateBp: 1500 } }),
    promotion('bon-de-5', { benefit: { kind: 'amount', amountCents: 500 } }),
  ],
};

/** A promotion that is only given for its own code: its id in capitals. */
function promotion(
  id: string,
  promotionGiven: Partial<Promotion> & Pick<Promotion, 'benefit'>,
): Promotion {
  return {
    id,
    name: id,
    scope: {},
    stacking: 'adds-up',
    priority: 10,
    ...promotionGiven,
    coupon: { codes: [id.toUpperCase()], ...promotionGiven.coupon },
  };
}

const tenPercent = { kind: 'rate', rateBp: 1000 } as const;
const secondAtFive = { kind: 'nth-price', nth: 2, priceCents: 500 } as const;
const pizzas = { kinds: ['pizza'] } as const;

const PROMOTIONS: readonly Promotion[] = [
  promotion('deux5', { scope: pizzas, benefit: secondAtFive, priority: 1 }),
  promotion('moitie', {
    scope: pizzas,
    benefit: { kind: 'nth-rate', nth: 2, rateBp: 5000 },
    stacking: 'exclusive',
  }),
  promotion('dessert', {
    scope: { categoryIds: ['desserts'] },
    benefit: { kind: 'take-pay', take: 3, pay: 2 },
  }),
  promotion('trois', {
    scope: pizzas,
    benefit: { kind: 'take-pay', take: 3, pay: 2 },
    priority: 2,
  }),
  promotion('dix', { benefit: tenPercent }),
  promotion('vingt', {
    scope: pizzas,
    benefit: { kind: 'rate', rateBp: 2000 },
    stacking: 'exclusive',
  }),
  promotion('cinq', { benefit: { kind: 'amount', amountCents: 500 }, minimumCents: 2000 }),
  promotion('cinquante', { benefit: { kind: 'amount', amountCents: 5000 } }),
  promotion('web', { benefit: tenPercent, channels: ['web'] }),
  promotion('livre', { benefit: tenPercent, modes: ['delivery'] }),
  promotion('bron', { benefit: tenPercent, storeIds: ['bron'] }),
  promotion('noel', {
    benefit: tenPercent,
    period: { dates: { from: '2026-12-20', to: '2026-12-25' } },
  }),
  promotion('nuit', {
    benefit: tenPercent,
    period: { weekdays: [5], hours: { from: '22:00', to: '02:00' } },
  }),
  promotion('une-fois', { benefit: tenPercent, coupon: { codes: ['UNEFOIS'], perCustomerMax: 1 } }),
  promotion('cent', { benefit: tenPercent, coupon: { codes: ['CENT'], totalMax: 100 } }),
  promotion('premier', {
    scope: pizzas,
    benefit: secondAtFive,
    coupon: { codes: ['PREMIER', 'PREMIERE'], perOrderMax: 1 },
  }),
  promotion('grande', { scope: { sizeIds: ['g'] }, benefit: tenPercent }),
  promotion('reine', { scope: { productIds: ['reine'] }, benefit: tenPercent }),
];

/** Kept cold, to be baked at home: another VAT class than the pizzas it could be joined with. */
const COLD: Product = {
  id: 'pizza-froide',
  code: 'frd',
  name: 'Pizza à cuire',
  kind: 'pizza',
  categoryId: 'tomate',
  vatClass: 'conservable',
  isSplittable: true,
  variants: [
    { sizeId: 'm', priceCents: 890, recipe: [{ ingredientId: 'pate', grams: 260 }] },
    { sizeId: 'g', priceCents: 1290, recipe: [{ ingredientId: 'pate', grams: 430 }] },
  ],
};

/** The card of the demonstration with promotions by code, a seasoning to choose, and a dear burrata. */
export const CARD: Menu = {
  ...demonstrationMenu,
  version: 'golden',
  products: [
    ...demonstrationMenu.products.map((product) =>
      product.id === 'salade-cesar' ? { ...product, optionGroupIds: ['assaisonnement'] } : product,
    ),
    COLD,
  ],
  ingredients: demonstrationMenu.ingredients.map((ingredient) =>
    ingredient.id === 'burrata' ? { ...ingredient, extraPricesCents: { m: 400 } } : ingredient,
  ),
  optionGroups: [
    ...demonstrationMenu.optionGroups,
    {
      id: 'assaisonnement',
      name: 'Assaisonnement',
      min: 1,
      max: 1,
      free: 1,
      options: [{ id: 'cesar', code: 'ces', name: 'César', priceCents: { any: 30 } }],
    },
  ],
  promotions: PROMOTIONS,
};

/** The same where parts are priced by their mean, and extras on a part by their share. */
export const AVERAGE: Menu = {
  ...CARD,
  version: 'average',
  parts: { policy: 'average', extras: 'share' },
};

/** The same where each part is priced by its share. */
export const SHARES: Menu = {
  ...CARD,
  version: 'shares',
  parts: { policy: 'shares', extras: 'share' },
};
