import type { Output } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';

export type Call = Output<StoreContract, 'calls.current'>[number];

/** The calls that nobody has taken, in the order in which they rang. */
export function ringing(calls: readonly Call[]): Call[] {
  return calls.filter(({ state, device }) => state === 'ringing' && device === undefined);
}
