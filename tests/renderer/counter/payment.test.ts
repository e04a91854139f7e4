import { describe, expect, test } from 'vitest';

import type { PaymentState } from '#app/contract/shapes.ts';
import { eraseDigit, typeDigits } from '#renderer/ui/keys/digits.ts';
import { stageOf } from '#renderer/counter/payment/stage.ts';

function payment(status: PaymentState['status'], paymentId = 'one'): PaymentState {
  return {
    paymentId,
    method: 'card',
    direction: 'payment',
    amountCents: 1290,
    tipCents: 0,
    status,
    startedAt: '2026-11-22T18:00:00.000Z',
  };
}

describe('what the payment sheet shows', () => {
  test('an order nobody has paid asks how', () => {
    expect(stageOf({ dueCents: 1290, payments: [] })).toEqual({ status: 'choosing' });
  });

  test('while the customer has the terminal, nothing else can be chosen', () => {
    const asked = payment('asked');
    expect(stageOf({ dueCents: 1290, payments: [asked] })).toEqual({
      status: 'card-asked',
      payment: asked,
    });
  });

  test('a refused card is said, and the ways are there again', () => {
    const declined = payment('declined');
    expect(stageOf({ dueCents: 1290, payments: [declined] })).toEqual({
      status: 'choosing',
      failed: declined,
    });
  });

  test('a second attempt hides the failure of the first', () => {
    const payments = [payment('declined'), payment('asked', 'two')];
    expect(stageOf({ dueCents: 1290, payments }).status).toBe('card-asked');
  });

  test('a payment in doubt is settled by a person before anything else', () => {
    const payments = [payment('in-doubt'), payment('declined', 'two')];
    expect(stageOf({ dueCents: 1290, payments })).toEqual({
      status: 'in-doubt',
      payment: payments[0],
    });
  });

  test('when nothing is due any more, it is paid', () => {
    expect(stageOf({ dueCents: 0, payments: [payment('paid')] })).toEqual({ status: 'paid' });
  });
});

describe('the number pad', () => {
  test('digits are cents from the right: 2, 0, 00 is 20 euros', () => {
    expect(['2', '0', '00'].reduce(typeDigits, 0)).toBe(2000);
  });

  test('a zero typed first changes nothing', () => {
    expect(typeDigits(typeDigits(0, '00'), '5')).toBe(5);
  });

  test('more than the contract takes is not typed', () => {
    expect(typeDigits(9_999_999, '9')).toBe(9_999_999);
  });

  test('the eraser takes the last digit', () => {
    expect(eraseDigit(2050)).toBe(205);
    expect(eraseDigit(5)).toBe(0);
  });
});
