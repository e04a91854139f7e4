import type { Draft } from '../draft/draft.ts';

/**
 * What F12 does next: an order to be delivered first needs an address; one taken on the phone is
 * confirmed and paid at pick-up or at the door; every other one is paid.
 */
export function mainKeyOf(draft: Draft): 'pay' | 'validate' | 'address' {
  if (draft.mode === 'delivery' && draft.customer?.addressId === undefined) return 'address';
  return draft.channel === 'phone' && draft.editing === undefined ? 'validate' : 'pay';
}
