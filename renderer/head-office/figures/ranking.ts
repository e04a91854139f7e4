import type { ChainLive } from '#app/contract/head-office.ts';

import { type Gap, gapOf } from './gap.ts';

export type Store = ChainLive['stores'][number];
export type RankedStore = { readonly store: Store; readonly gap: Gap };

/**
 * The open stores, the best gap to last week first; those without a week to compare with come after,
 * by name, so that a new store is not ranked by an accident.
 */
export function rankedStores(stores: readonly Store[]): readonly RankedStore[] {
  return stores
    .filter(({ status }) => status !== 'not-open')
    .map((store) => ({ store, gap: gapOf(store.today.salesCents, store.lastWeekCents) }))
    .sort((a, b) => {
      const [first, second] = [a.gap.permille, b.gap.permille];
      if (first !== undefined && second !== undefined && first !== second) return second - first;
      if (first === undefined && second !== undefined) return 1;
      if (first !== undefined && second === undefined) return -1;
      return a.store.name.localeCompare(b.store.name, 'fr');
    });
}
