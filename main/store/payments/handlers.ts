import type { Caller, Handlers } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import { mealVoucherRules } from '#app/domain/meal-voucher.ts';
import { mealVoucherEligibleCents } from '#app/domain/order/money/meal-vouchers.ts';
import { momentOf } from '#app/domain/menu/moment.ts';
import { isRestDay } from '#app/domain/rest-days.ts';
import { accept, refuse } from '#app/lib/result.ts';

import type { StoreContext } from '../context.ts';
import { doerOf } from '../doer.ts';
import { orderOf, runOrder } from '../run-order.ts';
import { refundPayment, reverse } from './give-back.ts';
import { pay } from './pay.ts';
import { withWrittenCode, writtenCode } from './voucher-code.ts';
import { voucherBalance } from './voucher-rows.ts';

type PaymentMethods = Pick<
  Handlers<StoreContract, Caller>,
  | 'order.pay'
  | 'payment.resolve'
  | 'payment.slip'
  | 'payment.reverse'
  | 'payment.refund'
  | 'voucher.find'
  | 'voucher.meal-rules'
>;

/** Money in and out. */
export function paymentHandlers(context: StoreContext): PaymentMethods {
  const { sql, journal, store } = context;
  return {
    'order.pay': (input, caller) => pay(context, withWrittenCode(input), caller),
    'payment.reverse': (input, caller) => reverse(context, input, caller),
    'payment.refund': (input, caller) => refundPayment(context, input, caller),
    async 'payment.resolve'({ orderId, paymentId, outcome, approval }, caller) {
      const approved = await context.approve({
        caller,
        right: 'payment.resolve',
        approval,
        orderId,
      });
      if (!approved.ok) return approved;
      const resolved = runOrder(journal, orderId, () => ({
        type: 'resolve',
        paymentId,
        outcome,
        ...doerOf(caller, approved.value.grantedBy),
      }));
      return resolved.ok ? accept({}) : resolved;
    },
    async 'payment.slip'({ orderId, paymentId }) {
      const order = orderOf(journal, orderId);
      const payment =
        order.status === 'draft'
          ? undefined
          : order.payments.find((known) => known.paymentId === paymentId);
      if (payment === undefined) return refuse({ code: 'payment.unknown' });
      return context.cards.printSlipAgain({ orderId, paymentId, amountCents: payment.amountCents });
    },
    'voucher.find'({ code: typed }) {
      const code = writtenCode(typed);
      const voucher = voucherBalance(sql, code);
      if (voucher === undefined) return refuse({ code: 'payment.voucher-unknown' });
      const { soldCents, balanceCents } = voucher;
      return accept({ code, soldCents, balanceCents });
    },
    'voucher.meal-rules'({ orderId }) {
      const { date } = momentOf(context.now(), store.zone);
      const { capCents, isPaperAccepted, isEveryDay } = mealVoucherRules(date);
      const order = orderId === undefined ? undefined : orderOf(journal, orderId);
      return accept({
        capCents,
        isPaperAccepted,
        isRestDay: !isEveryDay && isRestDay(date),
        ...(order === undefined || order.status === 'draft'
          ? {}
          : { eligibleCents: mealVoucherEligibleCents(order) }),
      });
    },
  };
}
