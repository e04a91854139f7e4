import { useEffect, useState } from 'react';

import type { Client, Output } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';

export type MealRules = Output<StoreContract, 'voucher.meal-rules'>;

/** The rules of titres-restaurant today, and of a placed order what they may pay. */
export function useMealRules(
  client: Client<StoreContract>,
  orderId: string | undefined,
): MealRules | undefined {
  const [rules, setRules] = useState<MealRules | undefined>(undefined);
  useEffect(() => {
    let isCurrent = true;
    const ask = async () => {
      const result = await client.request(
        'voucher.meal-rules',
        orderId === undefined ? {} : { orderId },
      );
      if (isCurrent && result.ok) setRules(result.value);
    };
    void ask();
    return () => {
      isCurrent = false;
    };
  }, [client, orderId]);
  return rules;
}
