import type { ExtraClass, Ingredient, Menu } from '#app/domain/menu.ts';

export type ExtrasGroup = {
  readonly extraClass: ExtraClass;
  readonly priceCents: number;
  readonly ingredients: readonly Ingredient[];
};

const CLASSES: readonly ExtraClass[] = ['vegetable', 'cheese', 'meat', 'premium'];

/** What can be added to a pizza of this size, by price class; prices in cents. */
export function extrasOf(menu: Menu, sizeId: string): ExtrasGroup[] {
  return CLASSES.flatMap((extraClass) => {
    const priceCents = menu.extraPricesCents[extraClass][sizeId];
    if (priceCents === undefined) return [];
    const ingredients = menu.ingredients.filter(
      (ingredient) => ingredient.extraClass === extraClass,
    );
    return ingredients.length === 0 ? [] : [{ extraClass, priceCents, ingredients }];
  });
}

/** The ingredients of a recipe that a customer may leave out: all but its base. */
export function removableOf(
  menu: Menu,
  line: { readonly productId: string; readonly sizeId: string },
): Ingredient[] {
  const product = menu.products.find(({ id }) => id === line.productId);
  const recipe = product?.variants.find(({ sizeId }) => sizeId === line.sizeId)?.recipe ?? [];
  return recipe.flatMap(({ ingredientId }) => {
    const ingredient = menu.ingredients.find(({ id }) => id === ingredientId);
    return ingredient?.extraClass === undefined ? [] : [ingredient];
  });
}
