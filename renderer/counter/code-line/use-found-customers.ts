import { useEffect, useState } from 'react';

import type { Client } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';

import type { Customer } from './choices.ts';

const NOBODY: readonly Customer[] = [];
/** Between two letters of a quick hand. */
const ASK_DELAY_MS = 80;

/** The customers that a name, a number or a street gives; nobody while nothing is asked. */
export function useFoundCustomers(
  client: Client<StoreContract>,
  asked: string,
): readonly Customer[] {
  const [found, setFound] = useState<{ asked: string; customers: readonly Customer[] }>({
    asked: '',
    customers: NOBODY,
  });
  useEffect(() => {
    if (asked === '') return;
    let isCurrent = true;
    const timer = setTimeout(async () => {
      const result = await client.request('customer.search', { text: asked.slice(0, 80) });
      if (isCurrent && result.ok) setFound({ asked, customers: result.value });
    }, ASK_DELAY_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [client, asked]);
  return found.asked === asked ? found.customers : NOBODY;
}
