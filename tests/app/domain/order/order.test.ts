import { describe, expect, test } from 'vitest';

import { dueCents, isForKitchen, orderFrom } from '#app/domain/order/order.ts';
import {
  aPlaceCommand,
  aPricedCart,
  aPricedLine,
  BY,
  cancelled,
  cardAnswered,
  cardAsked,
  delivered,
  finished,
  given,
  handedOver,
  ORDER_ID,
  paidInCash,
  placed,
  recalled,
  started,
} from '#tests/world/orders.ts';

const start = { type: 'start', by: BY } as const;
const finish = { type: 'finish', by: BY } as const;
const recall = { type: 'recall', by: BY } as const;
const handOver = { type: 'hand-over', by: BY } as const;
const cancel = { type: 'cancel', reason: 'client parti', mayUndoStarted: false, by: BY } as const;
const cancelWithRight = { ...cancel, mayUndoStarted: true };

describe('placing an order', () => {
  test('an order to be paid later is placed, and nothing is paid', () => {
    given().when(aPlaceCommand()).gives(placed());
  });

  test('an order keeps its note and the delivery fee with it', () => {
    const cart = {
      ...aPricedCart(),
      feeParts: [{ vatRateBp: 1000, grossCents: 250 }],
      totalCents: 1440,
    };
    given()
      .when(aPlaceCommand({ cart, note: 'sans couverts' }))
      .gives(placed({ feeParts: cart.feeParts, totalCents: 1440, note: 'sans couverts' }));
  });

  test('cash is paid as the order is placed, with its change', () => {
    const payment = { method: 'cash', paymentId: 'p1', tenderedCents: 2000 } as const;
    given()
      .when(aPlaceCommand({ payment }))
      .gives(placed(), paidInCash({ tenderedCents: 2000 }));
  });

  test('a card is written down as asked before the terminal hears of it', () => {
    given()
      .when(aPlaceCommand({ payment: { method: 'card', paymentId: 'p1' } }))
      .gives(placed(), cardAsked());
  });

  test('cash that does not cover the price places nothing', () => {
    const payment = { method: 'cash', paymentId: 'p1', tenderedCents: 1000 } as const;
    given()
      .when(aPlaceCommand({ payment }))
      .refuses('payment.too-little', { dueCents: 1190, tenderedCents: 1000 });
  });

  test('an order without a line is refused', () => {
    given()
      .when(aPlaceCommand({ cart: aPricedCart([]) }))
      .refuses('order.empty');
  });

  test('an order shown at another total is refused with both totals', () => {
    given()
      .when(aPlaceCommand({ shownTotalCents: 1090 }))
      .refuses('order.price-changed', { shownTotalCents: 1090, totalCents: 1190 });
  });

  test('an order placed twice is placed once, whatever became of it', () => {
    for (const past of [[placed()], [placed(), started], [placed(), cancelled()]]) {
      given(...past)
        .when(aPlaceCommand())
        .refuses('order.already-placed', { number: 41 });
    }
  });
});

describe('nothing can be done to an order that was never placed', () => {
  test.each([
    start,
    finish,
    recall,
    handOver,
    cancel,
    { type: 'pay', payment: { method: 'card', paymentId: 'p1' }, by: BY } as const,
    { type: 'resolve', paymentId: 'p1', outcome: 'paid', by: BY } as const,
    {
      type: 'record-payment',
      paymentId: 'p1',
      result: { status: 'declined', reason: 'x' },
    } as const,
  ])('$type', (command) => {
    given().when(command).refuses('order.not-found');
  });
});

describe('the kitchen', () => {
  test('a placed order can be started, once', () => {
    given(placed()).when(start).gives(started);
    given(placed(), started).when(start).refuses('order.already-started');
    given(placed(), started, finished).when(start).refuses('order.already-prepared');
  });

  test('an order is finished once, after it was started', () => {
    given(placed(), started).when(finish).gives(finished);
    given(placed()).when(finish).refuses('order.not-started');
    given(placed(), started, finished).when(finish).refuses('order.already-prepared');
  });

  test('a finished order can be called back and finished again', () => {
    given(placed(), started, finished).when(recall).gives(recalled);
    given(placed(), started, finished, recalled).when(finish).gives(finished);
    given(placed()).when(recall).refuses('order.not-ready');
    given(placed(), started).when(recall).refuses('order.not-ready');
  });

  test('pizzas and sides are for the kitchen, the rest is on a shelf', () => {
    const kinds = ['pizza', 'side', 'drink', 'beer', 'dessert'] as const;
    expect(kinds.filter((kind) => isForKitchen({ kind }))).toEqual(['pizza', 'side']);
  });
});

describe('giving the order to the customer', () => {
  const ready = [placed(), started, finished];

  test('an order ready and paid is handed over', () => {
    given(...ready, paidInCash())
      .when(handOver)
      .gives(handedOver);
  });

  test('a delivered order is delivered, not handed over', () => {
    given(placed({ mode: 'delivery' }), started, finished, paidInCash())
      .when(handOver)
      .gives(delivered);
  });

  test('an order that still owes something stays at the counter', () => {
    given(...ready)
      .when(handOver)
      .refuses('order.not-paid', { dueCents: 1190 });
    given(...ready, cardAsked())
      .when(handOver)
      .refuses('order.not-paid');
    given(...ready, cardAsked(), cardAnswered('in-doubt'))
      .when(handOver)
      .refuses('order.not-paid');
  });

  test('an order that is not ready stays in the kitchen', () => {
    given(placed(), paidInCash()).when(handOver).refuses('order.not-ready');
    given(placed(), paidInCash(), started).when(handOver).refuses('order.not-ready');
    given(...ready, paidInCash(), recalled)
      .when(handOver)
      .refuses('order.not-ready');
  });

  test('a can needs no kitchen: it is handed over as soon as it is paid', () => {
    const can = placed({ lines: [aPricedLine({ kind: 'drink' })] });
    given(can, paidInCash()).when(handOver).gives(handedOver);
    given(can).when(handOver).refuses('order.not-paid');
  });

  test('what was given away is over: neither made, called back, cancelled nor given again', () => {
    for (const gone of [handedOver, delivered]) {
      for (const command of [start, finish, recall, cancel, handOver]) {
        given(...ready, paidInCash(), gone)
          .when(command)
          .refuses('order.already-given');
      }
    }
  });
});

describe('cancelling', () => {
  test('an order that waits can be cancelled, and says what to take off the figures', () => {
    given(placed()).when(cancel).gives(cancelled());
  });

  test('an order that the kitchen has begun is cancelled only with the right to undo it', () => {
    for (const past of [
      [placed(), started],
      [placed(), started, finished],
    ]) {
      given(...past)
        .when(cancel)
        .refuses('order.needs-right', { right: 'order.undo-started' });
      given(...past)
        .when(cancelWithRight)
        .gives(cancelled());
    }
  });

  test('a paid order can be cancelled: what was paid is then owed to the customer', () => {
    given(placed(), paidInCash()).when(cancel).gives(cancelled());
    expect(dueCents(orderFrom([placed(), paidInCash(), cancelled()]))).toBe(-1190);
  });

  test('an order whose card is asked or in doubt is not cancelled before the answer', () => {
    given(placed(), cardAsked()).when(cancel).refuses('payment.open');
    given(placed(), cardAsked(), cardAnswered('in-doubt')).when(cancel).refuses('payment.open');
    given(placed(), cardAsked(), cardAnswered('declined')).when(cancel).gives(cancelled());
  });

  test('nothing more happens to a cancelled order, and it owes nothing', () => {
    const past = [placed(), cancelled()];
    for (const command of [start, finish, recall, cancel, handOver]) {
      given(...past)
        .when(command)
        .refuses('order.cancelled');
    }
    given(...past)
      .when({
        type: 'pay',
        payment: { method: 'cash', paymentId: 'p1', tenderedCents: 2000 },
        by: BY,
      })
      .refuses('order.cancelled');
    expect(dueCents(orderFrom(past))).toBe(0);
  });
});

describe('a journal that does not add up stops the store rather than being guessed at', () => {
  test.each([
    ['a start without an order', [started]],
    ['the same order twice', [placed(), placed()]],
    ['a start after a cancellation', [placed(), cancelled(), started]],
    ['an answer to a card that was never asked', [placed(), cardAnswered('declined')]],
  ])('%s', (_, past) => {
    expect(() => orderFrom(past)).toThrow('Assertion failed');
  });
});

test('an order remembers what was placed', () => {
  expect(orderFrom([placed(), started])).toMatchObject({
    status: 'preparing',
    orderId: ORDER_ID,
    number: 41,
    businessDay: '2026-11-20',
    placedAt: '2026-11-20T18:42:07.000Z',
    totalCents: 1190,
    promisedAt: '2026-11-20T18:58:00.000Z',
    payments: [],
  });
});
