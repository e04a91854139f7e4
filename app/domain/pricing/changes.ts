import { accept, refuse, type Result } from '../../lib/result.ts';
import { extraPriceCents } from '../menu/extra-price.ts';
import type { Ingredient, Menu } from '../menu.ts';
import { indexOf } from '../menu-index.ts';
import type { Change, PricedChange } from '../order/events.ts';
import type { PricingRefusal } from '../order/refusals.ts';
import { findVariant } from './variant.ts';

/** What is being changed: a product or a pizza of several, in one size. */
export type Changeable = {
  readonly menu: Menu;
  readonly sizeId: string;
  /** A pizza has a base, whatever else is left out. */
  readonly isPizza: boolean;
  readonly recipe: ReadonlySet<string>;
};

/**
 * Whether the menu allows these changes on a product in this size, and which refusal it is if not.
 * An ingredient of the recipe may be added too: that is a double portion.
 */
export function checkChanges({
  menu,
  productId,
  sizeId,
  changes,
}: {
  readonly menu: Menu;
  readonly productId: string;
  readonly sizeId: string;
  readonly changes: readonly Change[];
}): Result<PricedChange[], PricingRefusal> {
  const found = findVariant(indexOf(menu), productId, sizeId);
  if (!found.ok) return found;
  const { product, variant } = found.value;
  const recipe = new Set(variant.recipe.map((portion) => portion.ingredientId));
  return priceChanges({ menu, sizeId, isPizza: product.kind === 'pizza', recipe }, changes);
}

/**
 * The price of each change, in cents: an extra by its class and the size, less of something or none
 * of it nothing, another thing instead what it costs more, never less than nothing.
 */
export function priceChanges(
  place: Changeable,
  changes: readonly Change[],
): Result<PricedChange[], PricingRefusal> {
  const priced: PricedChange[] = [];
  const named = new Set<string>();
  for (const change of changes) {
    for (const ingredientId of mentioned(change)) {
      if (!indexOf(place.menu).ingredients.has(ingredientId)) {
        return refuse({ code: 'pricing.unknown-ingredient', detail: { ingredientId } });
      }
      if (named.has(ingredientId)) {
        return refuse({ code: 'pricing.repeated-change', detail: { ingredientId } });
      }
      named.add(ingredientId);
    }
    const outcome = priceChange(place, change);
    if (!outcome.ok) return outcome;
    priced.push(outcome.value);
  }
  return accept(priced);
}

/** The ingredients that a change names. */
export function mentioned(change: Change): string[] {
  const { action, ingredientId, withIngredientId } = change;
  if (action !== 'swap' || withIngredientId === undefined) return [ingredientId];
  return [ingredientId, withIngredientId];
}

/** The ingredient that a change brings, where it brings one. */
export function broughtBy(change: Change): string | undefined {
  if (change.action === 'swap') return change.withIngredientId;
  return change.action === 'add' || change.action === 'extra' ? change.ingredientId : undefined;
}

function priceChange(place: Changeable, change: Change): Result<PricedChange, PricingRefusal> {
  const { ingredientId, action } = change;
  const detail = { ingredientId };
  const ingredient = indexOf(place.menu).ingredients.get(ingredientId);
  if (ingredient === undefined) return refuse({ code: 'pricing.unknown-ingredient', detail });
  const { name } = ingredient;
  if (action === 'add') return priceExtra(place, ingredient, action);
  if (!place.recipe.has(ingredientId)) return refuse({ code: 'pricing.not-in-recipe', detail });
  if (action === 'extra') return priceExtra(place, ingredient, action);
  // The dough: a pizza has one, whatever else is left out.
  if (place.isPizza && ingredient.extraClass === undefined) {
    return refuse({ code: 'pricing.cannot-remove', detail });
  }
  if (action === 'swap') return priceSwap(place, ingredient, change.withIngredientId);
  return accept({ ingredientId, action, name, priceCents: 0 });
}

function priceExtra(
  { menu, sizeId }: Changeable,
  ingredient: Ingredient,
  action: 'add' | 'extra',
): Result<PricedChange, PricingRefusal> {
  const { id: ingredientId, name } = ingredient;
  const priceCents = extraPriceCents(menu, ingredient, sizeId);
  if (priceCents === undefined) {
    return refuse({ code: 'pricing.cannot-add', detail: { ingredientId } });
  }
  return accept({ ingredientId, action, name, priceCents });
}

function priceSwap(
  { menu, sizeId }: Changeable,
  out: Ingredient,
  withIngredientId: string | undefined,
): Result<PricedChange, PricingRefusal> {
  const brought =
    withIngredientId === undefined ? undefined : indexOf(menu).ingredients.get(withIngredientId);
  if (brought === undefined) {
    return refuse({ code: 'pricing.bad-swap', detail: { ingredientId: out.id } });
  }
  const inCents = extraPriceCents(menu, brought, sizeId);
  if (inCents === undefined) {
    return refuse({ code: 'pricing.cannot-add', detail: { ingredientId: brought.id } });
  }
  return accept({
    ingredientId: out.id,
    action: 'swap',
    withIngredientId: brought.id,
    name: out.name,
    withName: brought.name,
    priceCents: Math.max(0, inCents - (extraPriceCents(menu, out, sizeId) ?? 0)),
  });
}
