import { useCallback, useEffect, useState } from 'react';

import type { Client } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';

/** What the machine of the node has, asked once and again when somebody says so: it is costly. */
export function useListing<Listing>(
  client: Client<StoreContract>,
  method: 'serial.ports' | 'hid.list',
): readonly [Listing | undefined, () => void] {
  const [listing, setListing] = useState<Listing | undefined>(undefined);
  const ask = useCallback(() => {
    void client.request(method, {}).then((result) => {
      // The method says which of the two listings it is.
      if (result.ok) setListing(result.value as Listing);
    });
  }, [client, method]);
  useEffect(ask, [ask]);
  return [listing, ask];
}
