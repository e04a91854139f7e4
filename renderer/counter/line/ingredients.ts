import { extraPriceCents } from '#app/domain/menu/extra-price.ts';
import type { ExtraClass, Ingredient, Menu } from '#app/domain/menu.ts';
import { indexOf } from '#app/domain/menu-index.ts';
import type { Change } from '#app/domain/order/events.ts';

import type { DraftLine } from '../draft/draft.ts';

/** The whole pizza, or one of its parts counted from 0. */
export type Part = number | undefined;

export type ExtrasGroup = {
  readonly extraClass: ExtraClass;
  /** Of the class; some cost another price of their own. */
  readonly priceCents: number;
  readonly extras: readonly { readonly ingredient: Ingredient; readonly priceCents: number }[];
};

const CLASSES: readonly ExtraClass[] = ['vegetable', 'cheese', 'meat', 'premium'];

/** What can be added to a pizza of this size, by price class; prices in cents. */
export function extrasOf(menu: Menu, sizeId: string): ExtrasGroup[] {
  return CLASSES.flatMap((extraClass) => {
    const priceCents = menu.extraPricesCents[extraClass][sizeId];
    if (priceCents === undefined) return [];
    const extras = menu.ingredients.flatMap((ingredient) => {
      if (ingredient.extraClass !== extraClass) return [];
      const ownCents = extraPriceCents(menu, ingredient, sizeId);
      return ownCents === undefined ? [] : [{ ingredient, priceCents: ownCents }];
    });
    return extras.length === 0 ? [] : [{ extraClass, priceCents, extras }];
  });
}

/** The ingredients that a customer may leave out of a line or of one of its parts: all but the base. */
export function removableOf(
  menu: Menu,
  line: Pick<DraftLine, 'productId' | 'sizeId' | 'parts'>,
  part: Part,
): Ingredient[] {
  const { products, ingredients } = indexOf(menu);
  const ids = productIdsOf(line, part).flatMap((productId) =>
    (products.get(productId)?.variants.get(line.sizeId)?.recipe ?? []).map(
      ({ ingredientId }) => ingredientId,
    ),
  );
  return [...new Set(ids)].flatMap((id) => {
    const ingredient = ingredients.get(id);
    return ingredient?.extraClass === undefined ? [] : [ingredient];
  });
}

function productIdsOf({ productId, parts }: Pick<DraftLine, 'productId' | 'parts'>, part: Part) {
  if (parts === undefined) return [productId];
  if (part === undefined) return parts.map((known) => known.productId);
  const one = parts[part];
  return one === undefined ? [] : [one.productId];
}

/** What was changed there. */
export function changesOf(line: DraftLine, part: Part): readonly Change[] {
  return part === undefined ? line.changes : (line.parts?.[part]?.changes ?? []);
}

export function changeOf(line: DraftLine, part: Part, ingredientId: string): Change | undefined {
  return changesOf(line, part).find((change) => change.ingredientId === ingredientId);
}

/** Whether there is anything to choose or to change in it, beside its number. */
export function isChangeable(menu: Menu, { productId }: Pick<DraftLine, 'productId'>): boolean {
  const product = indexOf(menu).products.get(productId)?.product;
  return product?.kind === 'pizza' || (product?.optionGroupIds?.length ?? 0) > 0;
}
