import { expect, test } from 'vitest';

import type { PaymentState } from '#app/contract/shapes.ts';
import { refundPlan, worthCents } from '#renderer/counter/orders/acts/refund-plan.ts';
import { aPricedLine } from '#tests/world/orders.ts';

function aPayment(paymentId: string, part: Partial<PaymentState> = {}): PaymentState {
  return {
    paymentId,
    method: 'card',
    direction: 'payment',
    amountCents: 1_000,
    tipCents: 0,
    status: 'paid',
    startedAt: '2026-11-20T18:00:00.000Z',
    ...part,
  };
}
const said = (payments: PaymentState[], owedCents: number) =>
  refundPlan(payments, owedCents).map(({ payment, cents }) => [payment.paymentId, cents]);

test('money goes back to the newest payment first, then to the one before', () => {
  expect(said([aPayment('first'), aPayment('last')], 1_500)).toEqual([
    ['last', 1_000],
    ['first', 500],
  ]);
});

test('a payment takes back no more than what is left of it', () => {
  const back = aPayment('back', { direction: 'refund', ofPaymentId: 'one', amountCents: 700 });
  expect(said([aPayment('one'), back], 1_000)).toEqual([['one', 300]]);
});

test('nothing goes back on paper titles, nor to a payment that was refused or taken back', () => {
  const payments = [
    aPayment('paper', { method: 'meal-voucher' }),
    aPayment('declined', { status: 'declined' }),
    aPayment('reversed', { status: 'reversed' }),
  ];
  expect(said(payments, 500)).toEqual([]);
});

test('two of three articles for 10,00 € are worth what the node gives back for them', () => {
  const sold = {
    lines: [aPricedLine({ lineId: '1', quantity: 3, grossCents: 1_000 })],
    refunded: [],
  };
  expect(worthCents(sold, [{ lineId: '1', quantity: 2 }])).toBe(667);
  const last = { ...sold, refunded: [{ lineId: '1', quantity: 2 }] };
  expect(worthCents(last, [{ lineId: '1', quantity: 1 }])).toBe(333);
  expect(worthCents(sold, [])).toBe(0);
});
