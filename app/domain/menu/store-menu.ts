import type { ExtraClass, Menu } from '../menu.ts';

/** What one store charges otherwise than the chain. Amounts in cents; what is absent stays. */
export type StorePrices = {
  /** Changes with anything in it. */
  readonly version: string;
  /** By product, then size. */
  readonly variants?: Readonly<Record<string, Readonly<Record<string, number>>>> | undefined;
  /** By class of ingredient, then size. */
  readonly extras?:
    | Partial<Readonly<Record<ExtraClass, Readonly<Record<string, number>>>>>
    | undefined;
  /** By ingredient, then size. */
  readonly ingredients?: Readonly<Record<string, Readonly<Record<string, number>>>> | undefined;
  /** By deal. */
  readonly deals?: Readonly<Record<string, number>> | undefined;
  /** By dough, then size: what it costs on top. */
  readonly doughs?: Readonly<Record<string, Readonly<Record<string, number>>>> | undefined;
};

/**
 * The menu of a store: the one of the chain with the store's own prices, under a version of its own,
 * so that an order says which prices it was sold at. Names nothing that the chain does not have.
 */
export function storeMenu(menu: Menu, storeId: string, prices: StorePrices | undefined): Menu {
  if (prices === undefined) return menu;
  const { variants = {}, extras = {}, ingredients = {}, deals = {}, doughs = {} } = prices;
  return {
    ...menu,
    version: `${menu.version}+${storeId}-${prices.version}`,
    products: menu.products.map((product) => {
      const own = variants[product.id];
      if (own === undefined) return product;
      const priced = product.variants.map((variant) => ({
        ...variant,
        priceCents: own[variant.sizeId] ?? variant.priceCents,
      }));
      return { ...product, variants: priced };
    }),
    extraPricesCents: {
      vegetable: { ...menu.extraPricesCents.vegetable, ...extras.vegetable },
      cheese: { ...menu.extraPricesCents.cheese, ...extras.cheese },
      meat: { ...menu.extraPricesCents.meat, ...extras.meat },
      premium: { ...menu.extraPricesCents.premium, ...extras.premium },
    },
    ingredients: menu.ingredients.map((ingredient) => {
      const own = ingredients[ingredient.id];
      if (own === undefined) return ingredient;
      return { ...ingredient, extraPricesCents: { ...ingredient.extraPricesCents, ...own } };
    }),
    deals: menu.deals.map((deal) => ({ ...deal, priceCents: deals[deal.id] ?? deal.priceCents })),
    doughs: menu.doughs.map((dough) => ({
      ...dough,
      surchargeCents: { ...dough.surchargeCents, ...doughs[dough.id] },
    })),
  };
}
