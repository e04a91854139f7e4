import { useMemo } from 'react';

import type { Menu } from '#app/domain/menu.ts';
import { type PricedCart, type PricingRefusal, priceCart } from '#app/domain/pricing.ts';
import type { Result } from '#app/lib/result.ts';

import { useNow } from '../../ui/time/now.tsx';
import { dateText } from '../../ui/time/time-text.ts';
import { cartLines, type Draft } from './draft.ts';

export type PricedDraft = Result<PricedCart, PricingRefusal>;

/** A VAT rule begins at midnight: looked at once an hour. */
const DATE_STEP_MS = 3_600_000;

/**
 * The order with its prices and VAT, for instant display; the answer of the node stands. The stores
 * of the chain are on the mainland.
 */
export function usePricedDraft(menu: Menu, { lines, mode }: Draft): PricedDraft {
  const date = dateText(useNow(DATE_STEP_MS));
  return useMemo(
    () => priceCart({ menu, mode, territory: 'mainland', date, lines: cartLines({ lines }) }),
    [menu, mode, date, lines],
  );
}
