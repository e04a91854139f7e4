import type { Input } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';

export type PlaceInput = Input<StoreContract, 'order.place'>;

const KEPT_KEY = 'oc-pizza.counter.sending';

/**
 * Keeps an order from before it is first sent until it is answered: after a reload in between it is
 * sent again as it was, under the same identifiers, and counts once.
 */
export function keepSale(input: PlaceInput): void {
  // The PIN of an approval is never written down: after a reload it is asked again.
  const { approval: _approval, ...kept } = input;
  window.localStorage.setItem(KEPT_KEY, JSON.stringify(kept));
}

export function forgetSale(): void {
  window.localStorage.removeItem(KEPT_KEY);
}

export function keptSale(): PlaceInput | undefined {
  const text = window.localStorage.getItem(KEPT_KEY);
  // Written by `keepSale` on this very device; the node validates it like any other.
  return text === null ? undefined : (JSON.parse(text) as PlaceInput);
}
