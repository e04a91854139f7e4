import { mealVoucherRules } from '#app/domain/meal-voucher.ts';
import { momentOf } from '#app/domain/menu/moment.ts';
import type { PayContext, PaymentAsked } from '#app/domain/order/money/pay.ts';
import { isRestDay } from '#app/domain/rest-days.ts';

import type { StoreContext } from '../context.ts';
import { isVoucherUnpaid, voucherBalance } from './voucher-rows.ts';

/** What the rules of a payment must know of the day and of the voucher. */
export function payContextOf(
  { sql, store }: StoreContext,
  payment: PaymentAsked,
  at: string,
): PayContext {
  const voucher = payment.method === 'gift-voucher' ? voucherBalance(sql, payment.code) : undefined;
  return {
    mealVoucher: isByTitle(payment) ? mealVoucherOf(at, store.zone) : NO_TITLE,
    ...(voucher === undefined
      ? {}
      : {
          voucherBalanceCents: voucher.balanceCents,
          isVoucherUnpaid: isVoucherUnpaid(sql, voucher.soldBy),
        }),
  };
}

/** Titres-restaurant are not asked for: on the commonest sale their calendar is not looked up. */
const NO_TITLE: PayContext['mealVoucher'] = { capCents: 0, isRestDay: false };

function isByTitle({ method }: PaymentAsked): boolean {
  return method === 'meal-voucher' || method === 'meal-voucher-card';
}

function mealVoucherOf(at: string, zone: string): PayContext['mealVoucher'] {
  const { date } = momentOf(at, zone);
  const { capCents, isEveryDay } = mealVoucherRules(date);
  return { capCents, isRestDay: !isEveryDay && isRestDay(date) };
}
