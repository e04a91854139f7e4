import type { Caller } from '#app/contract/contract.ts';
import type { Doer } from '#app/domain/order/events.ts';

/** Who does it, as an entry says it: the employee signed in, else the screen. */
export function doerOf(caller: Caller, grantedBy?: string): Doer {
  return {
    by: caller.employee?.id ?? caller.name,
    ...(caller.device === undefined ? {} : { device: caller.device }),
    ...(grantedBy === undefined ? {} : { grantedBy }),
  };
}
