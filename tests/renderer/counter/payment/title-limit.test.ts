import { expect, test } from 'vitest';

import type { PaymentState } from '#app/contract/shapes.ts';
import { eligibleOf, titleLimit } from '#renderer/counter/payment/panels/title-limit.ts';

const lines = [
  { kind: 'pizza', leftCents: 2_990 },
  { kind: 'beer', leftCents: 350 },
];
const paid: PaymentState = {
  paymentId: 'one',
  method: 'meal-voucher',
  direction: 'payment',
  amountCents: 900,
  tipCents: 0,
  status: 'paid',
  startedAt: '2026-11-20T18:00:00.000Z',
};

test('a titre-restaurant pays no alcohol, and no more than the limit of the day (E12)', () => {
  expect(eligibleOf(lines)).toBe(2_990);
  const bill = { capCents: 2_500, eligibleCents: 2_990, dueCents: 3_340, payments: [] };
  expect(titleLimit(bill)).toEqual({ cents: 2_500, because: 'cap' });
});

test('paper and card titles of one order share one limit', () => {
  const bill = { capCents: 2_500, eligibleCents: 2_990, dueCents: 2_440, payments: [paid] };
  expect(titleLimit(bill)).toEqual({ cents: 1_600, because: 'cap' });
});

test('a title taken back leaves its limit free again', () => {
  const payments = [{ ...paid, status: 'reversed' as const }];
  const bill = { capCents: 2_500, eligibleCents: 2_990, dueCents: 3_340, payments };
  expect(titleLimit(bill).cents).toBe(2_500);
});

test('with less to pay than the limit, what is due is the limit', () => {
  const bill = { capCents: 2_500, eligibleCents: 1_190, dueCents: 690, payments: [] };
  expect(titleLimit(bill)).toEqual({ cents: 690, because: 'due' });
});

test('a bill of beer alone leaves nothing for titles', () => {
  const bill = { capCents: 2_500, eligibleCents: 0, dueCents: 350, payments: [] };
  expect(titleLimit(bill)).toEqual({ cents: 0, because: 'eligible' });
});
