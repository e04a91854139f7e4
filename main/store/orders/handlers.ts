import type { Caller, Handlers } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import { sellAgain } from '#app/domain/menu/sell-again.ts';
import { momentOf } from '#app/domain/menu/moment.ts';
import { priceCart } from '#app/domain/pricing.ts';
import { accept, refuse } from '#app/lib/result.ts';

import type { StoreContext } from '../context.ts';
import { soldOutsNow } from '../menu/sold-outs.ts';
import { orderOf } from '../run-order.ts';
import { cartOf } from './cart-of.ts';
import { edit } from './edit.ts';
import { historyOf } from './history.ts';
import { place } from './place.ts';
import { withWrittenCode } from '../payments/voucher-code.ts';
import { stepHandlers } from './steps.ts';
import { cancel, refund } from './undo.ts';

type OrderMethods = Pick<
  Handlers<StoreContract, Caller>,
  | 'order.price'
  | 'order.place'
  | 'order.edit'
  | 'order.cancel'
  | 'order.refund'
  | 'order.history'
  | 'order.again'
> &
  ReturnType<typeof stepHandlers>;

/** The life of an order, from its price to its last step. */
export function orderHandlers(context: StoreContext): OrderMethods {
  return {
    ...stepHandlers(context),
    'order.price'(input) {
      const cart = cartOf(context, input, { at: context.now() });
      const priced = cart.ok ? priceCart(cart.value) : cart;
      if (!priced.ok) return priced;
      const nonSaleCents = (input.nonSales ?? []).reduce((sum, { cents }) => sum + cents, 0);
      const { lines, feeParts, totalCents, netCents, vatCents, vat, unusedCoupons } = priced.value;
      return accept({
        lines: [...lines],
        ...(feeParts === undefined ? {} : { feeParts: [...feeParts] }),
        totalCents,
        nonSaleCents,
        netCents,
        vatCents,
        vat: [...vat],
        unusedCoupons: [...unusedCoupons],
      } as never);
    },
    'order.place': (input, caller) => place(context, withWrittenCode(input), caller),
    'order.edit': (input, caller) => edit(context, input, caller),
    'order.cancel': (input, caller) => cancel(context, input, caller),
    'order.refund': (input, caller) => refund(context, input, caller),
    'order.history': ({ orderId }) => historyOf(context, orderId),
    'order.again'({ orderId }) {
      const order = orderOf(context.journal, orderId);
      if (order.status === 'draft') return refuse({ code: 'order.not-found' });
      const at = context.now();
      return accept(
        sellAgain(order.lines, {
          menu: context.menu,
          storeId: context.store.id,
          channel: order.channel,
          mode: order.mode,
          at: momentOf(at, context.store.zone),
          territory: context.store.territory,
          date: context.calendar.dayOf(at),
          soldOuts: soldOutsNow(context.sql, at),
        }) as never,
      );
    },
  };
}
