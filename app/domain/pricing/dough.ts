import { accept, refuse, type Result } from '../../lib/result.ts';
import type { Dough, Menu, Product } from '../menu.ts';
import { indexOf } from '../menu-index.ts';
import type { PricedLine } from '../order/events.ts';
import type { PricingRefusal } from '../order/refusals.ts';

export type PricedDough = NonNullable<PricedLine['dough']>;

/** The doughs in which a product is made in a size, the usual one first. None where it has no dough. */
export function doughsOf(menu: Menu, product: Product, sizeId: string): Dough[] {
  const { doughIngredientIds } = indexOf(menu);
  const recipe = product.variants.find((variant) => variant.sizeId === sizeId)?.recipe ?? [];
  if (!recipe.some((portion) => doughIngredientIds.has(portion.ingredientId))) return [];
  const usualId = menu.doughs[0]?.id;
  const isMade = ({ id }: Dough) => (product.doughIds ?? [usualId]).includes(id);
  return menu.doughs.filter((dough) => isMade(dough) && dough.surchargeCents[sizeId] !== undefined);
}

/**
 * The dough asked for, with what it costs on top. The usual one for nothing is no choice and gives
 * undefined. All parts of a pizza must be made in it.
 */
export function priceDough({
  menu,
  products,
  sizeId,
  doughId,
}: {
  readonly menu: Menu;
  readonly products: readonly Product[];
  readonly sizeId: string;
  readonly doughId: string | undefined;
}): Result<PricedDough | undefined, PricingRefusal> {
  if (doughId === undefined) return accept(undefined);
  const dough = indexOf(menu).doughs.get(doughId);
  const priceCents = dough?.surchargeCents[sizeId];
  const isMade = products.every((product) =>
    doughsOf(menu, product, sizeId).some(({ id }) => id === doughId),
  );
  if (dough === undefined || priceCents === undefined || !isMade) {
    return refuse({ code: 'pricing.no-such-dough', detail: { doughId } });
  }
  if (dough === menu.doughs[0] && priceCents === 0) return accept(undefined);
  return accept({ doughId, name: dough.name, priceCents });
}
