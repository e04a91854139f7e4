import type { Input } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';

import type { Kept } from '../../draft/use-kept.ts';

export type PlaceInput = Input<StoreContract, 'order.place'>;

/** The order placed last from this screen, with what its answer said at once. */
export type LastSale = {
  readonly orderId: string;
  readonly number?: number;
  readonly totalCents?: number;
  readonly changeCents?: number;
};

/** Its customer stands at the counter for so long: they wait for their change, or ask for a receipt. */
const LAST_SALE_MS = 15 * 60_000;

/**
 * Keeps an order from before it is first sent until it is answered: after a reload in between it is
 * sent again as it was, under the same identifiers, and counts once.
 */
export function keepSale(kept: Kept, input: PlaceInput): void {
  // The PIN of an approval is never written down: after a reload it is asked again.
  const { approval: _approval, ...sale } = input;
  kept.write('sending', JSON.stringify(sale));
}

export function forgetSale(kept: Kept): void {
  kept.remove('sending');
}

export function keptSale(kept: Kept): PlaceInput | undefined {
  const text = kept.read('sending');
  // Written by `keepSale` on this very device; the node validates it like any other.
  return text === null ? undefined : (JSON.parse(text) as PlaceInput);
}

/** Keeps what was just placed: its change is still to be given back after a reload. */
export function keepLastSale(kept: Kept, sale: LastSale, nowMs: number): void {
  const { orderId, number, totalCents, changeCents } = sale;
  kept.write('last-sale', JSON.stringify({ orderId, number, totalCents, changeCents, nowMs }));
}

export function keptLastSale(kept: Kept, nowMs: number): LastSale | undefined {
  const text = kept.read('last-sale');
  if (text === null) return undefined;
  // Written by `keepLastSale` on this very device.
  const { nowMs: placedMs, ...sale } = JSON.parse(text) as LastSale & { readonly nowMs: number };
  return Math.abs(nowMs - placedMs) < LAST_SALE_MS ? sale : undefined;
}
