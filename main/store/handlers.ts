import type { Caller, Handlers } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import { refuse } from '#app/lib/result.ts';

import { isDiskFull } from '../database/disk-faults.ts';
import type { StoreContext } from './context.ts';
import { orderHandlers } from './orders.ts';
import { receiptHandlers } from './receipts.ts';
import { viewHandlers } from './views.ts';

/** Everything a screen can ask of a store node, one file a subject. */
export function storeHandlers(context: StoreContext): Handlers<StoreContract, Caller> {
  return sayingFullDisk(context, {
    ...viewHandlers(context),
    ...orderHandlers(context),
    ...receiptHandlers(context),
  });
}

type Handler = (input: never, caller: Caller) => unknown;

/**
 * A full disk is a refusal, not a fault: nothing was written, the person can act on it, and
 * selling goes on as soon as there is room. Every handler that writes does so at once.
 */
function sayingFullDisk<All extends Record<string, Handler>>(
  { log }: StoreContext,
  handlers: All,
): All {
  const guarded = Object.entries(handlers).map(([method, handle]): [string, Handler] => [
    method,
    (input, caller) => {
      try {
        return handle(input, caller);
      } catch (fault) {
        if (!isDiskFull(fault)) throw fault;
        log.error({ method, err: fault }, 'the disk is full');
        return refuse({ code: 'store.disk-full' });
      }
    },
  ]);
  // The same methods, each answering what it answered or a refusal.
  return Object.fromEntries(guarded) as All;
}
