import type { Caller, Handlers } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import { accept } from '#app/lib/result.ts';

import type { StoreContext } from '../context.ts';
import { customersOfNumber } from '../customers/of-number.ts';
import { lastOrderOf, openOrdersOf } from '../customers/orders-of-customer.ts';
import { deviceOf } from '../staff/handlers.ts';
import { type Call, callService } from './call-service.ts';

type CallMethods = Pick<
  Handlers<StoreContract, Caller>,
  'calls.current' | 'call.answer' | 'call.dismiss'
>;

/** Who is on the telephone. Needs `sql`, `now`, `announce` and `area` of the context. */
export function callHandlers(context: StoreContext): CallMethods {
  const calls = callService(context);
  return {
    'calls.current': () => accept(calls.current().map((call) => cardOf(context, call))),
    'call.answer': ({ callId }, caller) => calls.answer(callId, deviceOf(caller)),
    'call.dismiss': ({ callId }) => calls.dismiss(callId),
  };
}

/** A call with whoever has its number, and what they last ordered. */
function cardOf(context: StoreContext, { e164, device, ...call }: Call) {
  const [customer, ...others] = e164 === undefined ? [] : customersOfNumber(context, e164);
  const lastOrder = customer && lastOrderOf(context.sql, customer.customerId);
  return {
    ...call,
    ...(e164 === undefined ? {} : { e164 }),
    ...(device === undefined ? {} : { device }),
    ...(customer === undefined ? {} : { customer }),
    others: others.length,
    ...(lastOrder === undefined ? {} : { lastOrder }),
    openOrders: customer === undefined ? [] : openOrdersOf(context.sql, customer.customerId),
  };
}
