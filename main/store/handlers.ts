import type { Caller, Handlers } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import { refuse } from '#app/lib/result.ts';

import { isDiskFull } from '../database/disk-faults.ts';
import type { StoreContext } from './context.ts';
import { callHandlers } from './calls/handlers.ts';
import { customerHandlers } from './customers/handlers.ts';
import { deviceHandlers } from './devices/handlers.ts';
import { inputHandlers } from './devices/inputs.ts';
import { menuHandlers } from './menu/sold-outs.ts';
import { orderHandlers } from './orders/handlers.ts';
import { paperHandlers } from './papers/handlers.ts';
import { paymentHandlers } from './payments/handlers.ts';
import { staffHandlers } from './staff/handlers.ts';
import { tillHandlers } from './till/handlers.ts';
import { orderViews } from './views/orders.ts';
import { shopViews } from './views/shop.ts';

/** Everything a screen can ask of a store node, one folder a subject. */
export function storeHandlers(context: StoreContext): Handlers<StoreContract, Caller> {
  return sayingFullDisk(context, {
    ...menuHandlers(context),
    ...orderHandlers(context),
    ...paymentHandlers(context),
    ...paperHandlers(context),
    ...customerHandlers(context),
    ...callHandlers(context),
    ...deviceHandlers(context),
    ...inputHandlers(context),
    ...staffHandlers(context),
    ...tillHandlers(context),
    ...orderViews(context),
    ...shopViews(context),
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
    async (input, caller) => {
      try {
        return await handle(input, caller);
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
