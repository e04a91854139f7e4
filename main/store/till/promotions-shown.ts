import { isWithin } from '#app/domain/menu/period.ts';
import { momentOf } from '#app/domain/menu/moment.ts';

import type { StoreContext } from '../context.ts';

/** A screen behind a counter is read from two metres, in passing. */
const SHOWN_MAX = 4;

/** The names of the promotions that hold here now and need no code, for the customer display. */
export function promotionsShown(
  { menu, store }: Pick<StoreContext, 'menu' | 'store'>,
  now: string,
): string[] {
  const moment = momentOf(now, store.zone);
  return menu.promotions
    .filter(
      ({ coupon, storeIds, channels, period }) =>
        coupon === undefined &&
        (storeIds === undefined || storeIds.includes(store.id)) &&
        (channels === undefined || channels.includes('counter')) &&
        isWithin(period, moment),
    )
    .slice(0, SHOWN_MAX)
    .map(({ name }) => name);
}
