import type { Caller, Handlers } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import { accept, refuse } from '#app/lib/result.ts';

import type { StoreContext } from './context.ts';
import { placedOrder } from './order-rows.ts';

/** Paper only when somebody asks (R-TICK-02); every print after the first is a numbered duplicate. */
export function receiptHandlers(
  context: StoreContext,
): Pick<Handlers<StoreContract, Caller>, 'receipt.print'> {
  return {
    'receipt.print'({ orderId }, { name }) {
      if (placedOrder(context.sql, orderId) === undefined)
        return refuse({ code: 'order.not-found' });
      const outcome = context.journal.decideOn(`receipt-${orderId}`, (past) => {
        const copy = past.length;
        return accept({
          events: [{ type: 'receipt.requested', data: { orderId, copy, by: name } }],
          value: copy,
        });
      });
      if (!outcome.ok) return outcome;
      context.printing.nudge();
      return accept({ copy: outcome.value });
    },
  };
}
