import { useEffect, useMemo, useState } from 'react';

import type { Client } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import { momentOf } from '#app/domain/menu/moment.ts';
import type { Menu } from '#app/domain/menu.ts';
import { priceCart } from '#app/domain/pricing.ts';
import type { PricedCart } from '#app/domain/pricing/cart.ts';
import { accept, type Refusal, type Result } from '#app/lib/result.ts';

import { useNow } from '../../ui/time/now.tsx';
import { dateText } from '../../ui/time/time-text.ts';
import type { Zone } from '../ticket/extra-rows.tsx';
import { useStoreStatus } from '../store-status.tsx';
import { cartOf } from './cart.ts';
import type { Cart, Draft } from './draft.ts';

/** An order with its prices, in cents. `nonSaleCents` is paid on top of the total. */
export type Priced = Omit<PricedCart, 'feeParts' | 'unusedCoupons' | 'usedCoupons'> & {
  readonly feeParts?: PricedCart['feeParts'] | undefined;
  readonly nonSaleCents: number;
  readonly unusedCoupons: readonly { readonly code: string; readonly why: string }[];
};
export type PricedDraft = Result<Priced, Refusal>;

/** Promotions begin and end on the minute. */
const MOMENT_STEP_MS = 60_000;
/** After the paint, and once for several presses in a row. */
const ASK_DELAY_MS = 120;

/**
 * The order with its prices and VAT, by the same rules as the node, for instant display. What only
 * the node knows (how often a coupon was used, points, the zone) is asked of it; its answer stands.
 */
export function usePricedDraft(
  client: Client<StoreContract>,
  menu: Menu,
  draft: Draft,
  zone: Zone,
): PricedDraft {
  const here = useHere(menu, draft, zone);
  const cart = useMemo(() => cartOf(draft), [draft]);
  const asked = useNodePrice(client, cart);
  return asked ?? here;
}

function useHere(menu: Menu, draft: Draft, zone: Zone): PricedDraft {
  const { status } = useStoreStatus();
  const nowMs = useNow(MOMENT_STEP_MS);
  const { lines, mode, channel, couponCodes, overrides, manualDiscounts, nonSales } = draft;
  const territory = status?.territory ?? 'mainland';
  const storeId = status?.storeId;
  const timeZone = status?.zone ?? 'Europe/Paris';
  const feeCents = zone === undefined ? 0 : zone.feeCents;
  return useMemo(() => {
    const priced = priceCart({
      menu,
      mode,
      channel,
      storeId,
      territory,
      date: dateText(nowMs),
      at: momentOf(new Date(nowMs).toISOString(), timeZone),
      lines,
      couponCodes,
      overrides,
      manualDiscounts,
      ...(feeCents === 0 ? {} : { deliveryFee: { cents: feeCents, policy: 'accessory' as const } }),
    });
    if (!priced.ok) return priced;
    const nonSaleCents = nonSales.reduce((sum, { cents }) => sum + cents, 0);
    return accept({ ...priced.value, nonSaleCents });
  }, [
    menu,
    mode,
    channel,
    storeId,
    territory,
    nowMs,
    timeZone,
    lines,
    couponCodes,
    overrides,
    manualDiscounts,
    nonSales,
    feeCents,
  ]);
}

/** What the node answers about this very cart, where the screen cannot know it all. */
function useNodePrice(client: Client<StoreContract>, cart: Cart): PricedDraft | undefined {
  const [answer, setAnswer] = useState<{ cart: Cart; priced: PricedDraft } | undefined>(undefined);
  useEffect(() => {
    if (!isForNode(cart)) return;
    let isCurrent = true;
    const timer = setTimeout(async () => {
      const result = await client.request('order.price', cart);
      const isLink = !result.ok && result.refusal.code.startsWith('link.');
      if (isCurrent && !isLink) setAnswer({ cart, priced: result });
    }, ASK_DELAY_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [client, cart]);
  return answer?.cart === cart ? answer.priced : undefined;
}

function isForNode({ couponCodes, loyaltyPoints, mode, addressId, lines }: Cart): boolean {
  if (lines.length === 0) return false;
  const isDelivered = mode === 'delivery' && addressId !== undefined;
  return couponCodes !== undefined || loyaltyPoints !== undefined || isDelivered;
}
