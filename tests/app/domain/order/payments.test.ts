import { describe, expect, test } from 'vitest';

import type { OrderEvent } from '#app/domain/order/events.ts';
import { dueCents, type Order, orderFrom } from '#app/domain/order/order.ts';
import { hasOpenPayment, RESOLVED_BY_A_PERSON } from '#app/domain/order/payments.ts';
import {
  A_CARD,
  aPlaceCommand,
  aPricedCart,
  aPricedLine,
  BY,
  cardAnswered,
  cardAsked,
  cardPaid,
  given,
  handedOver,
  paidInCash,
  placed,
  resolved,
  started,
} from '#tests/world/orders.ts';

const cash = (tenderedCents: number, paymentId = 'p2') =>
  ({ type: 'pay', payment: { method: 'cash', paymentId, tenderedCents }, by: BY }) as const;
const card = (paymentId = 'p2') =>
  ({ type: 'pay', payment: { method: 'card', paymentId }, by: BY }) as const;
const answer = (status: 'declined' | 'not-sent' | 'in-doubt', paymentId = 'p1') =>
  ({ type: 'record-payment', paymentId, result: { status, reason: 'refus' } }) as const;
const accepted = (paymentId = 'p1') =>
  ({ type: 'record-payment', paymentId, result: { status: 'paid', card: A_CARD } }) as const;
const resolve = (outcome: 'paid' | 'not-paid', paymentId = 'p1') =>
  ({ type: 'resolve', paymentId, outcome, by: BY }) as const;

const asked = [placed(), cardAsked()];
const doubtful = [...asked, cardAnswered('in-doubt')];

function paymentsOf(order: Order) {
  return order.status === 'draft' ? [] : order.payments;
}

describe('paying what is due', () => {
  test('in cash, with the change', () => {
    given(placed())
      .when(cash(2000))
      .gives(paidInCash({ paymentId: 'p2' }));
    given(placed())
      .when(cash(1190))
      .gives(paidInCash({ paymentId: 'p2', tenderedCents: 1190 }));
  });

  test('in cash, never with less than is due', () => {
    given(placed())
      .when(cash(1189))
      .refuses('payment.too-little', { dueCents: 1190, tenderedCents: 1189 });
  });

  test('by card, which is asked first and paid when the terminal says so', () => {
    given(placed())
      .when(card())
      .gives(cardAsked({ paymentId: 'p2' }));
    given(...asked)
      .when(accepted())
      .gives(cardPaid());
    expect(dueCents(orderFrom([...asked, cardPaid()]))).toBe(0);
  });

  test('the answer of the terminal is signed by whoever asked it', () => {
    given(...asked)
      .when({ ...accepted(), by: 'lecteur' })
      .gives(cardPaid({ by: 'lecteur' }));
  });

  test('an order paid in full takes no more money (R-PAY-01)', () => {
    given(placed(), paidInCash()).when(cash(1190)).refuses('payment.nothing-due');
    given(...asked, cardPaid())
      .when(card())
      .refuses('payment.nothing-due');
    given(placed(), started, paidInCash(), handedOver).when(card()).refuses('payment.nothing-due');
  });

  test('later is not a way to pay now', () => {
    given(placed())
      .when({ type: 'pay', payment: { method: 'later' }, by: BY })
      .refuses('payment.not-now');
  });

  test('the same payment asked twice is taken once', () => {
    given(placed(), paidInCash()).when(cash(2000, 'p1')).refuses('payment.already-asked');
    given(...asked)
      .when(card('p1'))
      .refuses('payment.already-asked');
    given(...asked, cardAnswered('declined'))
      .when(card('p1'))
      .refuses('payment.already-asked');
  });

  test('after a card is declined or was not sent, another payment can be tried', () => {
    for (const status of ['declined', 'not-sent'] as const) {
      given(...asked, cardAnswered(status))
        .when(cash(2000))
        .gives(paidInCash({ paymentId: 'p2' }));
      given(...asked, cardAnswered(status))
        .when(card())
        .gives(cardAsked({ paymentId: 'p2' }));
    }
  });

  test('while a card is asked or in doubt, nothing else is taken: it would be paid twice (R-PAY-10)', () => {
    for (const past of [asked, doubtful]) {
      given(...past)
        .when(cash(2000))
        .refuses('payment.open');
      given(...past)
        .when(card())
        .refuses('payment.open');
    }
  });
});

describe('cash above 1 000 € (R-PAY-04)', () => {
  const dear = (cents: number) => [aPricedLine({ grossCents: cents, unitPriceCents: cents })];
  const notes = { method: 'cash', paymentId: 'p1', tenderedCents: 100_100 } as const;

  test('1 000 € may be paid in cash, one cent more may not', () => {
    const limit = { ...placed({ lines: dear(100_000) }) };
    given(limit)
      .when(cash(100_000))
      .gives(paidInCash({ paymentId: 'p2', amountCents: 100_000, tenderedCents: 100_000 }));
    given(placed({ lines: dear(100_001) }))
      .when(cash(100_001))
      .refuses('payment.cash-limit', { limitCents: 100_000 });
  });

  test('nor when the order is placed, while a card may', () => {
    const cart = aPricedCart(dear(100_001));
    given()
      .when(aPlaceCommand({ cart, payment: notes }))
      .refuses('payment.cash-limit');
    given()
      .when(aPlaceCommand({ cart, payment: { method: 'card', paymentId: 'p1' } }))
      .gives(placed({ lines: cart.lines }), cardAsked({ amountCents: 100_001 }));
  });
});

describe('what the terminal answers', () => {
  test.each(['declined', 'not-sent', 'in-doubt'] as const)(
    '%s is written with its reason',
    (status) => {
      given(...asked)
        .when(answer(status))
        .gives(cardAnswered(status));
      expect(paymentsOf(orderFrom([...asked, cardAnswered(status)]))).toEqual([
        {
          status,
          paymentId: 'p1',
          method: 'card',
          direction: 'payment',
          amountCents: 1190,
          tipCents: 0,
          lineIds: [],
          reason: 'refus',
        },
      ]);
      expect(dueCents(orderFrom([...asked, cardAnswered(status)]))).toBe(1190);
    },
  );

  test('a late answer settles a doubt', () => {
    given(...doubtful)
      .when(accepted())
      .gives(cardPaid());
    given(...doubtful)
      .when(answer('declined'))
      .gives(cardAnswered('declined'));
    given(...doubtful)
      .when(answer('not-sent'))
      .gives(cardAnswered('not-sent'));
  });

  test('a doubt that stays a doubt is not written again', () => {
    given(...doubtful)
      .when(answer('in-doubt'))
      .refuses('payment.already-in-doubt');
  });

  const settled: OrderEvent[][] = [
    [...asked, cardPaid()],
    [...asked, cardAnswered('declined')],
    [...asked, cardAnswered('not-sent')],
    [...doubtful, resolved('paid')],
    [...doubtful, resolved('not-paid')],
    [placed(), paidInCash()],
  ];
  test.each(settled)('a second answer changes nothing of what is settled', (...past) => {
    given(...past)
      .when(accepted())
      .refuses('payment.already-settled');
    given(...past)
      .when(answer('declined'))
      .refuses('payment.already-settled');
    given(...past)
      .when(resolve('paid'))
      .refuses('payment.already-settled');
  });

  test('an answer about a payment that nobody asked is refused', () => {
    given(...asked)
      .when(accepted('p9'))
      .refuses('payment.unknown');
    given(...asked)
      .when(resolve('paid', 'p9'))
      .refuses('payment.unknown');
  });
});

describe('a person settles a doubt from the slip', () => {
  test('as paid: nothing is due any more', () => {
    given(...doubtful)
      .when(resolve('paid'))
      .gives(resolved('paid'));
    expect(dueCents(orderFrom([...doubtful, resolved('paid')]))).toBe(0);
  });

  test('as not paid: all is due again and another payment can be taken', () => {
    const past = [...doubtful, resolved('not-paid')];
    given(...doubtful)
      .when(resolve('not-paid'))
      .gives(resolved('not-paid'));
    expect(dueCents(orderFrom(past))).toBe(1190);
    expect(paymentsOf(orderFrom(past))).toMatchObject([
      { status: 'declined', reason: RESOLVED_BY_A_PERSON },
    ]);
    given(...past)
      .when(cash(2000))
      .gives(paidInCash({ paymentId: 'p2' }));
  });

  test('only a doubt can be settled so: the terminal may still answer what it was asked', () => {
    given(...asked)
      .when(resolve('not-paid'))
      .refuses('payment.not-in-doubt');
  });

  test('an attempt is open from asked to settled', () => {
    const isOpen = (past: OrderEvent[]) => hasOpenPayment(paymentsOf(orderFrom(past)));
    expect([[placed()], asked, doubtful, [...doubtful, resolved('paid')]].map(isOpen)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});
