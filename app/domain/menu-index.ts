import type { Deal, Dough, Ingredient, Menu, OptionGroup, Product, Size, Variant } from './menu.ts';

/** A product with its variants by size, and what is in each recipe. */
export type IndexedProduct = {
  readonly product: Product;
  readonly variants: ReadonlyMap<string, Variant>;
  /** The ingredients of all its variants. */
  readonly ingredientIds: ReadonlySet<string>;
};

/** A menu by identifier and by code, so that a line is found without walking the menu. */
export type MenuIndex = {
  readonly products: ReadonlyMap<string, IndexedProduct>;
  readonly productsByCode: ReadonlyMap<string, Product>;
  readonly ingredients: ReadonlyMap<string, Ingredient>;
  readonly ingredientsByCode: ReadonlyMap<string, Ingredient>;
  readonly sizes: ReadonlyMap<string, Size>;
  readonly doughs: ReadonlyMap<string, Dough>;
  /** The ingredients that are a dough: one of them stands in the recipe of a pizza. */
  readonly doughIngredientIds: ReadonlySet<string>;
  readonly optionGroups: ReadonlyMap<string, OptionGroup>;
  readonly deals: ReadonlyMap<string, Deal>;
};

const indexes = new WeakMap<Menu, MenuIndex>();

/** The index of a menu, built the first time. A menu is a value: it is never changed afterwards. */
export function indexOf(menu: Menu): MenuIndex {
  const known = indexes.get(menu);
  if (known !== undefined) return known;
  const index = build(menu);
  indexes.set(menu, index);
  return index;
}

function build(menu: Menu): MenuIndex {
  return {
    products: new Map(menu.products.map((product) => [product.id, indexProduct(product)])),
    productsByCode: new Map(menu.products.map((product) => [product.code, product])),
    ingredients: byId(menu.ingredients),
    ingredientsByCode: new Map(menu.ingredients.map((ingredient) => [ingredient.code, ingredient])),
    sizes: byId(menu.sizes),
    doughs: byId(menu.doughs),
    doughIngredientIds: new Set(menu.doughs.map((dough) => dough.ingredientId)),
    optionGroups: byId(menu.optionGroups),
    deals: byId(menu.deals),
  };
}

function byId<Item extends { readonly id: string }>(items: readonly Item[]): Map<string, Item> {
  return new Map(items.map((item) => [item.id, item]));
}

function indexProduct(product: Product): IndexedProduct {
  return {
    product,
    variants: new Map(product.variants.map((variant) => [variant.sizeId, variant])),
    ingredientIds: new Set(
      product.variants.flatMap((variant) => variant.recipe.map((portion) => portion.ingredientId)),
    ),
  };
}
