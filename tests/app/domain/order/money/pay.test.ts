import { describe, expect, test } from 'vitest';

import type { OrderEvent } from '#app/domain/order/events.ts';
import { dueCents, type OrderCommand, orderFrom } from '#app/domain/order/order.ts';
import type { PayContext, PaymentAsked } from '#app/domain/order/money/pay.ts';
import {
  A_CARD,
  aPlaceCommand,
  aPricedLine,
  BY,
  cardAsked,
  cardPaid,
  given,
  ORDER_ID,
  paidInCash,
  placed,
} from '#tests/world/orders.ts';

const WEEKDAY: PayContext = { mealVoucher: { capCents: 2500, isRestDay: false } };
const SUNDAY: PayContext = { mealVoucher: { capCents: 2500, isRestDay: true } };

function pay(payment: PaymentAsked, context: PayContext = WEEKDAY): OrderCommand {
  return { type: 'pay', payment, context, by: BY };
}

function due(...events: readonly OrderEvent[]): number {
  return dueCents(orderFrom(events));
}

const by = { orderId: ORDER_ID, by: BY };

describe('an order paid in parts', () => {
  test('each part takes what it says, and the rest stays due', () => {
    const first = paidInCash({ paymentId: 'p1', amountCents: 500, tenderedCents: 1000 });
    given(placed())
      .when(pay({ method: 'cash', paymentId: 'p1', amountCents: 500, tenderedCents: 1000 }))
      .gives(first);
    expect(due(placed(), first)).toBe(690);
    given(placed(), first)
      .when(pay({ method: 'card', paymentId: 'p2' }))
      .gives(cardAsked({ paymentId: 'p2', amountCents: 690 }));
  });

  test('no part is above what is due', () => {
    given(placed())
      .when(pay({ method: 'card', paymentId: 'p1', amountCents: 1191 }))
      .refuses('payment.too-much', { maximumCents: 1190 });
  });

  test('split by lines, each line is paid for once, at its own price', () => {
    const beer = aPricedLine({ lineId: 'b', kind: 'beer', grossCents: 350, unitPriceCents: 350 });
    const order = placed({ lines: [aPricedLine({ lineId: 'r' }), beer] });
    const paid = {
      ...paidInCash({ amountCents: 350, tenderedCents: 350 }).data,
      lineIds: ['b'],
    };
    const byLine = pay({ method: 'cash', paymentId: 'p1', lineIds: ['b'], tenderedCents: 350 });
    given(order)
      .when(byLine)
      .gives({ type: 'payment.paid', data: paid } as OrderEvent);
    const past = [order, { type: 'payment.paid', data: paid } as OrderEvent];
    given(...past)
      .when(pay({ method: 'cheque', paymentId: 'p2', lineIds: ['b'] }))
      .refuses('payment.line-paid', { lineId: 'b' });
    given(...past)
      .when(pay({ method: 'cheque', paymentId: 'p2', lineIds: ['x'] }))
      .refuses('order.unknown-line', { lineId: 'x' });
  });

  test('a tip is asked on top: it is neither due nor taken off what is due (R-PAY-06)', () => {
    const asked: OrderEvent = {
      type: 'payment.started',
      data: { ...by, paymentId: 'p1', method: 'card', amountCents: 1190, tipCents: 200 },
    };
    given(placed())
      .when(pay({ method: 'card', paymentId: 'p1', tipCents: 200 }))
      .gives(asked);
    const accepted: OrderCommand = {
      type: 'record-payment',
      paymentId: 'p1',
      result: { status: 'paid', card: A_CARD },
    };
    const paid: OrderEvent = {
      type: 'payment.paid',
      data: { ...cardPaid().data, tipCents: 200 } as Extract<
        OrderEvent,
        { type: 'payment.paid' }
      >['data'],
    };
    given(placed(), asked).when(accepted).gives(paid);
    expect(due(placed(), asked, paid)).toBe(0);
  });

  test('a gift voucher sold with the order and a deposit are due beside the turnover', () => {
    const nonSales = [
      { nonSaleId: 'n', kind: 'gift-voucher', label: 'Bon', cents: 2000, code: 'BON-1' } as const,
    ];
    given()
      .when(aPlaceCommand({ nonSales, payment: { method: 'card', paymentId: 'p1' } }))
      .gives(placed({ nonSales }), cardAsked({ amountCents: 3190 }));
    expect(due(placed({ nonSales }))).toBe(3190);
  });

  test('all the cash of one order together stays within 1 000 € (R-PAY-04)', () => {
    const dear = placed({ lines: [aPricedLine({ grossCents: 150_000, unitPriceCents: 150_000 })] });
    const first = paidInCash({ amountCents: 60_000, tenderedCents: 60_000 });
    given(dear, first)
      .when(pay({ method: 'cash', paymentId: 'p2', amountCents: 40_000, tenderedCents: 40_000 }))
      .gives(paidInCash({ paymentId: 'p2', amountCents: 40_000, tenderedCents: 40_000 }));
    given(dear, first)
      .when(pay({ method: 'cash', paymentId: 'p2', amountCents: 40_001, tenderedCents: 40_001 }))
      .refuses('payment.cash-limit', { limitCents: 100_000 });
  });

  test('a card typed on a terminal that we do not drive, and a cheque, are paid at once', () => {
    given(placed())
      .when(pay({ method: 'card-manual', paymentId: 'p1', authorisation: '4217' }))
      .gives({
        type: 'payment.paid',
        data: {
          ...by,
          paymentId: 'p1',
          method: 'card-manual',
          amountCents: 1190,
          authorisation: '4217',
        },
      });
    given(placed())
      .when(pay({ method: 'cheque', paymentId: 'p1', chequeNumber: '99' }))
      .gives({
        type: 'payment.paid',
        data: { ...by, paymentId: 'p1', method: 'cheque', amountCents: 1190, chequeNumber: '99' },
      });
  });
});

describe('titres-restaurant (E12)', () => {
  /** 33,40 € of which a beer at 3,50 €. */
  const order = placed({
    lines: [
      aPricedLine({ lineId: 'r', grossCents: 2990, unitPriceCents: 2990 }),
      aPricedLine({ lineId: 'b', kind: 'beer', grossCents: 350, unitPriceCents: 350 }),
    ],
  });
  const titles = (...titlesCents: number[]): PaymentAsked => ({
    method: 'meal-voucher',
    paymentId: 'p1',
    titlesCents,
  });
  const paidByTitles = (...titlesCents: number[]): OrderEvent => ({
    type: 'payment.paid',
    data: {
      ...by,
      paymentId: 'p1',
      method: 'meal-voucher',
      amountCents: titlesCents.reduce((sum, cents) => sum + cents, 0),
      titlesCents,
    },
  });

  test('two titles of 9,50 € are taken, the rest is 14,40 €, and there is no change', () => {
    given(order)
      .when(pay(titles(950, 950)))
      .gives(paidByTitles(950, 950));
    expect(due(order, paidByTitles(950, 950))).toBe(1440);
  });

  test('a third one is above the limit of the day, all at once or one after the other', () => {
    given(order)
      .when(pay(titles(950, 950, 950)))
      .refuses('payment.meal-voucher-cap', { maximumCents: 2500 });
    given(order, paidByTitles(950, 950))
      .when(pay({ method: 'meal-voucher', paymentId: 'p2', titlesCents: [950] }))
      .refuses('payment.meal-voucher-cap', { maximumCents: 600 });
  });

  test('a digital one takes 25,00 € and leaves 8,40 € to another', () => {
    const asked: OrderEvent = {
      type: 'payment.started',
      data: { ...by, paymentId: 'p1', method: 'meal-voucher-card', amountCents: 2500 },
    };
    given(order)
      .when(pay({ method: 'meal-voucher-card', paymentId: 'p1' }))
      .gives(asked);
    given(order)
      .when(pay({ method: 'meal-voucher-card', paymentId: 'p1', amountCents: 2501 }))
      .refuses('payment.meal-voucher-cap', { maximumCents: 2500 });
    const answered: OrderCommand = {
      type: 'record-payment',
      paymentId: 'p1',
      result: { status: 'paid', card: A_CARD },
    };
    const paid: OrderEvent = {
      type: 'payment.paid',
      data: {
        orderId: ORDER_ID,
        by: 'terminal',
        paymentId: 'p1',
        method: 'meal-voucher-card',
        amountCents: 2500,
        card: A_CARD,
      },
    };
    given(order, asked).when(answered).gives(paid);
    expect(due(order, asked, paid)).toBe(840);
  });

  test('they do not pay for alcohol: 29,90 € is all that is eligible (R-PAY-03)', () => {
    const high: PayContext = { mealVoucher: { capCents: 5000, isRestDay: false } };
    given(order)
      .when(pay({ method: 'meal-voucher-card', paymentId: 'p1', amountCents: 3340 }, high))
      .refuses('payment.not-eligible', { maximumCents: 2990 });
  });

  test('no change is given on a title above what is due (R-PAY-02)', () => {
    given(placed())
      .when(pay(titles(950, 950)))
      .refuses('payment.not-eligible', { maximumCents: 1190 });
    const almost = paidInCash({ paymentId: 'p0', amountCents: 1000, tenderedCents: 1000 });
    given(placed(), almost)
      .when(pay(titles(950)))
      .refuses('payment.no-change-on-vouchers', { maximumCents: 190 });
  });

  test('on a Sunday or a public holiday paper ones need a reason, which is kept', () => {
    given(order)
      .when(pay(titles(950), SUNDAY))
      .refuses('payment.rest-day');
    const data = paidByTitles(950).data;
    given(order)
      .when(pay({ ...titles(950), holidayReason: 'travaille' } as PaymentAsked, SUNDAY))
      .gives({ type: 'payment.paid', data: { ...data, holidayReason: 'travaille' } } as OrderEvent);
  });
});

describe('a gift voucher', () => {
  const voucher = (amountCents?: number): PaymentAsked => ({
    method: 'gift-voucher',
    paymentId: 'p1',
    code: 'BON-1',
    ...(amountCents === undefined ? {} : { amountCents }),
  });
  const with15 = { ...WEEKDAY, voucherBalanceCents: 1500 };
  const with5 = { ...WEEKDAY, voucherBalanceCents: 500 };
  const paid = (amountCents: number): OrderEvent => ({
    type: 'payment.paid',
    data: { ...by, paymentId: 'p1', method: 'gift-voucher', amountCents, code: 'BON-1' },
  });

  test('pays what is due, or all that is left on it', () => {
    given(placed()).when(pay(voucher(), with15)).gives(paid(1190));
    given(placed()).when(pay(voucher(), with5)).gives(paid(500));
  });

  test('never pays more than is left on it, and not at all if unknown or empty', () => {
    given(placed())
      .when(pay(voucher(501), with5))
      .refuses('payment.voucher-too-little', { maximumCents: 500 });
    given(placed())
      .when(pay(voucher(), { ...WEEKDAY, voucherBalanceCents: 0 }))
      .refuses('payment.voucher-empty');
    given(placed()).when(pay(voucher(), WEEKDAY)).refuses('payment.voucher-unknown');
  });
});
