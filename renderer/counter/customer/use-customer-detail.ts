import { useText } from '../../ui/settings/settings.tsx';
import { useNow } from '../../ui/time/now.tsx';
import type { Draft } from '../draft/draft.ts';
import { useSheet } from './current-customer.tsx';
import { addressLine, recencyWord } from './customer-words.ts';
import { customerText } from './text.ts';

const HOUR_MS = 3_600_000;

/** What to know of the customer at a glance: where to deliver, else since when they come. */
export function useCustomerDetail(draft: Draft): string | undefined {
  const text = useText(customerText);
  const nowMs = useNow(HOUR_MS);
  const sheet = useSheet(draft.customer?.customerId);
  if (sheet === undefined) return undefined;
  const address =
    draft.mode === 'delivery'
      ? sheet.customer.addresses.find(({ addressId }) => addressId === draft.customer?.addressId)
      : undefined;
  if (address !== undefined) return addressLine(address);
  const { orders } = sheet.customer;
  const recency = recencyWord(sheet.customer, nowMs, text);
  return orders === 0 ? recency : `${recency} · ${text.orders(orders)}`;
}
