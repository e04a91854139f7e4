import type { Caller, Handlers } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';

import type { StoreContext } from './context.ts';
import { orderHandlers } from './orders.ts';
import { receiptHandlers } from './receipts.ts';
import { viewHandlers } from './views.ts';

/** Everything a screen can ask of a store node, one file a subject. */
export function storeHandlers(context: StoreContext): Handlers<StoreContract, Caller> {
  return {
    ...viewHandlers(context),
    ...orderHandlers(context),
    ...receiptHandlers(context),
  };
}
