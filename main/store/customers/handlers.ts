import type { Caller, Handlers } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import { zoneOf } from '#app/domain/delivery-zone.ts';
import { momentOf } from '#app/domain/menu/moment.ts';
import { sellAgain } from '#app/domain/menu/sell-again.ts';
import { accept, refuse, type Result } from '#app/lib/result.ts';

import type { StoreContext } from '../context.ts';
import { doerOf } from '../doer.ts';
import { soldOutsNow } from '../menu/sold-outs.ts';
import { orderOf } from '../run-order.ts';
import { customerView, zoneView } from './customer-view.ts';
import { eraseCustomer } from './erase.ts';
import { lastOrdersOf, lastPlaceOf, openOrdersOf } from './orders-of-customer.ts';
import { saveCustomer } from './save.ts';
import { searchCustomers } from './search.ts';

type CustomerMethods = Pick<
  Handlers<StoreContract, Caller>,
  | 'customer.search'
  | 'customer.sheet'
  | 'customer.save'
  | 'customer.erase'
  | 'address.complete'
  | 'address.zone'
>;

const LAST_ORDERS_MAX = 5;

/**
 * Who is ordering. Needs `sql`, `journal`, `now`, `announce`, `menu`, `store`, `area` and
 * `addresses` of the context.
 */
export function customerHandlers(context: StoreContext): CustomerMethods {
  const { sql, announce } = context;
  return {
    'customer.search': ({ text }) => accept(searchCustomers(context, text)),
    'customer.sheet'({ customerId }) {
      const customer = customerView(context, customerId);
      if (customer === undefined) return refuse({ code: 'customer.not-found' });
      const again = againOf(context, customerId);
      return accept({
        customer,
        lastOrders: lastOrdersOf(sql, customerId, LAST_ORDERS_MAX),
        openOrders: openOrdersOf(sql, customerId),
        ...(again === undefined ? {} : { again }),
      });
    },
    'customer.save'(input) {
      const outcome = saveCustomer(sql, input, context.now());
      if (outcome.ok) announce(['customers']);
      return outcome;
    },
    'customer.erase': (input, caller) => erase(context, input, caller),
    'address.complete': ({ text }) => accept([...context.addresses.complete(text)]),
    'address.zone'(place) {
      const zone = zoneOf(context.area, place);
      return accept(zone === undefined ? {} : { zone: zoneView(zone) });
    },
  };
}

/** Only who they were is forgotten, so an order under way must come to its end first: it needs the address. */
async function erase(
  context: StoreContext,
  { customerId, approval }: Parameters<CustomerMethods['customer.erase']>[0],
  caller: Caller,
): Promise<Result<Record<string, never>>> {
  const { sql, journal, announce } = context;
  const [open] = openOrdersOf(sql, customerId);
  if (open !== undefined)
    return refuse({ code: 'customer.has-open-order', detail: { number: open.number } });
  if (customerView(context, customerId) === undefined) return accept({});
  const approved = await context.approve({ caller, right: 'customer.erase', approval });
  if (!approved.ok) return approved;
  const written = journal.decideOn(`customer-${customerId}`, () => {
    const data = { customerId, ...doerOf(caller, approved.value.grantedBy) };
    return accept({ events: [{ type: 'customer.erased', data }], value: undefined });
  });
  if (!written.ok) return written;
  eraseCustomer(sql, customerId);
  announce(['customers', 'orders', 'calls', 'drafts']);
  return accept({});
}

/** The last order as it can be sold again now, by the journal: rows keep no change of a line. */
function againOf(context: StoreContext, customerId: string) {
  const { sql, journal, menu, store, calendar } = context;
  const last = lastPlaceOf(sql, customerId);
  const order = last && orderOf(journal, last.orderId);
  if (last === undefined || order === undefined || order.status === 'draft') return undefined;
  const at = context.now();
  const { lines, missing } = sellAgain(order.lines, {
    menu,
    storeId: store.id,
    channel: order.channel,
    mode: order.mode,
    at: momentOf(at, store.zone),
    territory: store.territory,
    date: calendar.dayOf(at),
    soldOuts: soldOutsNow(sql, at),
  });
  return {
    // The wire only reads them: the contract's arrays are mutable, the domain's are not.
    lines: structuredClone(lines) as never,
    missing: structuredClone(missing) as never,
    mode: order.mode,
    ...(last.addressId === undefined ? {} : { addressId: last.addressId }),
  };
}
