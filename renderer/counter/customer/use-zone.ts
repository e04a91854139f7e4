import type { Draft } from '../draft/draft.ts';
import { useSheet, type Zone } from './current-customer.tsx';

/** What delivering this order costs; nothing unless it is delivered to an address in a zone. */
export function useZoneOf(draft: Draft): Zone | undefined {
  const sheet = useSheet(draft.customer?.customerId);
  if (draft.mode !== 'delivery') return undefined;
  return sheet?.customer.addresses.find(({ addressId }) => addressId === draft.customer?.addressId)
    ?.zone;
}
