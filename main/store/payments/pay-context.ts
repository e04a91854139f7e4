import { mealVoucherRules } from '#app/domain/meal-voucher.ts';
import { momentOf } from '#app/domain/menu/moment.ts';
import type { PayContext, PaymentAsked } from '#app/domain/order/money/pay.ts';
import { isRestDay } from '#app/domain/rest-days.ts';

import type { StoreContext } from '../context.ts';
import { voucherBalance } from './voucher-rows.ts';

/** What the rules of a payment must know of the day and of the voucher. */
export function payContextOf(
  { sql, store }: StoreContext,
  payment: PaymentAsked,
  at: string,
): PayContext {
  const { date } = momentOf(at, store.zone);
  const { capCents, isEveryDay } = mealVoucherRules(date);
  const voucher = payment.method === 'gift-voucher' ? voucherBalance(sql, payment.code) : undefined;
  return {
    mealVoucher: { capCents, isRestDay: !isEveryDay && isRestDay(date) },
    ...(voucher === undefined ? {} : { voucherBalanceCents: voucher.balanceCents }),
  };
}
