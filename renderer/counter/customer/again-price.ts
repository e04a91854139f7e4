import { useMemo } from 'react';

import type { Menu } from '#app/domain/menu.ts';
import { priceCart } from '#app/domain/pricing.ts';

import { useNow } from '../../ui/time/now.tsx';
import { dateText } from '../../ui/time/time-text.ts';
import { useStoreStatus } from '../store-status.tsx';
import type { CustomerSheet } from './current-customer.tsx';

const HOUR_MS = 3_600_000;

/** What the last order would cost today, in cents, without the road; nothing where it cannot be had. */
export function useAgainPrice(menu: Menu, again: CustomerSheet['again']): number | undefined {
  const { status } = useStoreStatus();
  const date = dateText(useNow(HOUR_MS));
  const territory = status?.territory ?? 'mainland';
  const storeId = status?.storeId;
  return useMemo(() => {
    if (again === undefined) return undefined;
    const { lines, mode } = again;
    const priced = priceCart({ menu, mode, channel: 'phone', storeId, territory, date, lines });
    return priced.ok ? priced.value.totalCents : undefined;
  }, [menu, again, territory, storeId, date]);
}
