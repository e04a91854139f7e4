import type { Caller, Handlers } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import { accept, type Result, refuse } from '#app/lib/result.ts';

import type { StoreContext } from '../context.ts';
import { doerOf } from '../doer.ts';
import { placedOrder } from '../orders/order-rows.ts';
import { invoiceOf, issueInvoice } from './invoices.ts';
import { queueMail } from './mail-rows.ts';

type PaperMethods = Pick<
  Handlers<StoreContract, Caller>,
  'receipt.print' | 'receipt.share' | 'receipt.email' | 'invoice.issue' | 'drawer.open'
>;
type Print = Parameters<PaperMethods['receipt.print']>[0];

/** Receipts, notes, invoices, and the drawer. */
export function paperHandlers(context: StoreContext): PaperMethods {
  const { sql } = context;
  return {
    'receipt.print': (input, caller) => print(context, input, caller),
    'receipt.share'({ orderId }) {
      if (placedOrder(sql, orderId) === undefined) return refuse({ code: 'order.not-found' });
      if (context.receiptsUrl === undefined) return refuse({ code: 'receipt.no-centre' });
      // The id was drawn at random by the till: who has it has the receipt, and nobody guesses it.
      return accept({ url: `${context.receiptsUrl}/r/${context.store.id}/${orderId}` });
    },
    'receipt.email'({ orderId, address }) {
      if (placedOrder(sql, orderId) === undefined) return refuse({ code: 'order.not-found' });
      if (!context.mail.isConfigured) return refuse({ code: 'receipt.no-mail' });
      queueMail(sql, { orderId, address, at: context.now() });
      context.mail.nudge();
      return accept({});
    },
    'invoice.issue': (input, caller) => issueInvoice(context, input, caller),
    async 'drawer.open'({ reason, approval }, caller) {
      const approved = await context.approve({ caller, right: 'drawer.open', approval, reason });
      if (!approved.ok) return approved;
      const written = context.journal.decideOn('drawer', () =>
        accept({
          events: [
            {
              type: 'drawer.opened',
              data: { reason, ...doerOf(caller, approved.value.grantedBy) },
            },
          ],
          value: undefined,
        }),
      );
      if (!written.ok) return written;
      return context.printing.openDrawer();
    },
  };
}

/** Paper only when somebody asks (R-TICK-02); every print after the first is a numbered duplicate. */
function print(
  context: StoreContext,
  { orderId, document = 'receipt' }: Print,
  caller: Caller,
): Result<{ copy: number }> {
  const { sql, journal } = context;
  if (placedOrder(sql, orderId) === undefined) return refuse({ code: 'order.not-found' });
  if (document === 'invoice' && invoiceOf(sql, orderId) === undefined)
    return refuse({ code: 'invoice.none' });
  const outcome = journal.decideOn(`receipt-${orderId}`, (past) => {
    const copy = past.filter(
      (event) =>
        event.type === 'receipt.requested' && (event.data.document ?? 'receipt') === document,
    ).length;
    const { by } = doerOf(caller);
    const data = { orderId, copy, by, ...(document === 'receipt' ? {} : { document }) };
    return accept({ events: [{ type: 'receipt.requested', data }], value: copy });
  });
  if (!outcome.ok) return outcome;
  context.printing.nudge();
  return accept({ copy: outcome.value });
}
