import { createContext, type ReactNode, useContext, useMemo } from 'react';

import type { Client, Output } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import type { Menu } from '#app/domain/menu.ts';
import { indexOf } from '#app/domain/menu-index.ts';

import { useView } from '../../client/use-view.ts';

export type SoldOut = Output<StoreContract, 'menu.sold-outs'>[number];
const NONE: readonly SoldOut[] = [];

const SoldOutContext = createContext<readonly SoldOut[]>(NONE);

/** Asks once for what is out; only those who use it render again. */
export function SoldOutProvider({
  client,
  children,
}: {
  readonly client: Client<StoreContract>;
  readonly children: ReactNode;
}) {
  const view = useView(client, 'menu.sold-outs', {});
  const value = view.status === 'ready' ? view.value : NONE;
  return <SoldOutContext value={value}>{children}</SoldOutContext>;
}

export function useSoldOuts(): readonly SoldOut[] {
  return useContext(SoldOutContext);
}

/** Why a product cannot be sold in a size: itself, the size, or what is missing for its recipe. */
export type WhyOut = { readonly until: string | undefined; readonly ingredient: string | undefined };

export function whyOut(
  menu: Menu,
  soldOuts: readonly SoldOut[],
  { productId, sizeId }: { readonly productId: string; readonly sizeId: string },
): WhyOut | undefined {
  if (soldOuts.length === 0) return undefined;
  const { products, ingredients } = indexOf(menu);
  const recipe = products.get(productId)?.variants.get(sizeId)?.recipe ?? [];
  for (const { target, until } of soldOuts) {
    if (target.kind === 'product' && target.productId === productId) {
      return { until, ingredient: undefined };
    }
    if (target.kind === 'variant' && target.productId === productId && target.sizeId === sizeId) {
      return { until, ingredient: undefined };
    }
    const isInRecipe =
      target.kind === 'ingredient' &&
      recipe.some(({ ingredientId }) => ingredientId === target.ingredientId);
    if (isInRecipe) return { until, ingredient: ingredients.get(target.ingredientId)?.name };
  }
  return undefined;
}

/** Whether an ingredient cannot be added: it is out, or out as an extra. */
export function isExtraOut(soldOuts: readonly SoldOut[], ingredientId: string): boolean {
  return soldOuts.some(
    ({ target }) =>
      (target.kind === 'ingredient' || target.kind === 'extra') &&
      target.ingredientId === ingredientId,
  );
}

/** The same answer as long as nothing that it depends on changed. */
export function useWhyOut(
  menu: Menu,
): (product: { readonly productId: string; readonly sizeId: string }) => WhyOut | undefined {
  const soldOuts = useSoldOuts();
  return useMemo(() => (product) => whyOut(menu, soldOuts, product), [menu, soldOuts]);
}
