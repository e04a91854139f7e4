import { describe, expect, test } from 'vitest';

import type { OrderEvent } from '#app/domain/order/events.ts';
import { dueCents, type OrderCommand, orderFrom } from '#app/domain/order/order.ts';
import {
  A_CARD,
  BY,
  cancelled,
  cardAnswered,
  cardAsked,
  cardPaid,
  finished,
  given,
  handedOver,
  ORDER_ID,
  paidInCash,
  placed,
  started,
} from '#tests/world/orders.ts';

const by = { orderId: ORDER_ID, by: BY };

function reverse(paymentId = 'p1'): OrderCommand {
  return { type: 'reverse-payment', paymentId, reason: 'erreur de touche', by: BY };
}

function giveBack(amountCents?: number, ofPaymentId = 'p1'): OrderCommand {
  const part = amountCents === undefined ? {} : { amountCents };
  return { type: 'refund-payment', paymentId: 'back', ofPaymentId, ...part, by: BY };
}

const reversed: OrderEvent = {
  type: 'payment.reversed',
  data: { ...by, paymentId: 'p1', reason: 'erreur de touche' },
};
const backInCash = (amountCents: number): OrderEvent => ({
  type: 'payment.paid',
  data: {
    ...by,
    paymentId: 'back',
    method: 'cash',
    amountCents,
    direction: 'refund',
    ofPaymentId: 'p1',
    tenderedCents: amountCents,
    changeCents: 0,
  },
});
const backOnCard: OrderEvent = {
  type: 'payment.started',
  data: {
    ...by,
    paymentId: 'back',
    method: 'card',
    amountCents: 1190,
    direction: 'refund',
    ofPaymentId: 'p1',
  },
};
const titles: OrderEvent = {
  type: 'payment.paid',
  data: { ...by, paymentId: 'p1', method: 'meal-voucher', amountCents: 950, titlesCents: [950] },
};

describe('a payment pressed by mistake', () => {
  test('is taken back as long as the order is in the shop: all is due again', () => {
    given(placed(), paidInCash()).when(reverse()).gives(reversed);
    given(placed(), titles).when(reverse()).gives(reversed);
    expect(dueCents(orderFrom([placed(), paidInCash(), reversed]))).toBe(1190);
  });

  test('is taken back once', () => {
    given(placed(), paidInCash(), reversed).when(reverse()).refuses('payment.already-reversed');
    given(placed()).when(reverse()).refuses('payment.unknown');
  });

  test('is not taken back once the order was given', () => {
    given(placed(), paidInCash(), started, finished, handedOver)
      .when(reverse())
      .refuses('order.already-given');
  });

  test('is not taken back where a terminal took it, nor half given back already', () => {
    given(placed(), cardAsked(), cardPaid()).when(reverse()).refuses('payment.not-reversible');
    given(placed(), paidInCash(), cancelled(), backInCash(500))
      .when(reverse())
      .refuses('payment.not-reversible');
  });
});

describe('money that is owed to the customer', () => {
  const owedInCash = [placed(), paidInCash(), cancelled()];
  const owedOnCard = [placed(), cardAsked(), cardPaid(), cancelled()];

  test('goes back in cash to what came in cash', () => {
    given(...owedInCash)
      .when(giveBack())
      .gives(backInCash(1190));
    expect(dueCents(orderFrom([...owedInCash, backInCash(1190)]))).toBe(0);
  });

  test('goes back in parts, never more than is owed nor than that payment brought', () => {
    given(...owedInCash, backInCash(500))
      .when({ ...giveBack(691), paymentId: 'again' } as OrderCommand)
      .refuses('payment.refund-too-large', { maximumCents: 690 });
  });

  test('goes back on the card through the terminal, which is asked first', () => {
    given(...owedOnCard)
      .when(giveBack())
      .gives(backOnCard);
    expect(dueCents(orderFrom([...owedOnCard, backOnCard]))).toBe(-1190);
    given(...owedOnCard, backOnCard)
      .when({ type: 'record-payment', paymentId: 'back', result: { status: 'paid', card: A_CARD } })
      .gives({
        type: 'payment.paid',
        data: { ...backOnCard.data, by: 'terminal', card: A_CARD } as Extract<
          OrderEvent,
          { type: 'payment.paid' }
        >['data'],
      });
  });

  test('stays owed when the terminal declines, and can be tried again', () => {
    const declined = cardAnswered('declined', { paymentId: 'back' });
    const past = [...owedOnCard, backOnCard, declined];
    expect(dueCents(orderFrom(past))).toBe(-1190);
    given(...past)
      .when(giveBack())
      .refuses('payment.already-asked');
    const again: OrderEvent = { ...backOnCard, data: { ...backOnCard.data, paymentId: 'again' } };
    given(...past)
      .when({ ...giveBack(), paymentId: 'again' } as OrderCommand)
      .gives(again);
  });

  test('waits while the terminal has not answered', () => {
    given(...owedOnCard, backOnCard)
      .when({ ...giveBack(), paymentId: 'again' } as OrderCommand)
      .refuses('payment.open');
  });

  test('never goes back for paper titles, nor where nothing is owed', () => {
    given(placed(), titles, cancelled()).when(giveBack()).refuses('payment.not-refundable');
    given(placed(), paidInCash()).when(giveBack()).refuses('payment.nothing-owed');
    given(...owedInCash)
      .when(giveBack(undefined, 'none'))
      .refuses('payment.unknown');
  });

  test('goes back on the gift voucher that it came by', () => {
    const used: OrderEvent = {
      type: 'payment.paid',
      data: { ...by, paymentId: 'p1', method: 'gift-voucher', amountCents: 1190, code: 'BON-1' },
    };
    given(placed(), used, cancelled())
      .when(giveBack())
      .gives({
        type: 'payment.paid',
        data: {
          ...by,
          paymentId: 'back',
          method: 'gift-voucher',
          amountCents: 1190,
          direction: 'refund',
          ofPaymentId: 'p1',
          code: 'BON-1',
        },
      });
  });

  test('keeps the order at the counter until it is given back', () => {
    const edited: OrderEvent = {
      type: 'order.refunded',
      data: {
        ...by,
        refundId: 'r1',
        lines: [{ lineId: '1', quantity: 1, grossCents: 1190, vatRateBp: 1000, name: 'Reine' }],
        totalCents: -1190,
        vat: [{ rateBp: 1000, grossCents: -1190, netCents: -1082, vatCents: -108 }],
        reason: 'brûlée',
        difference: {
          placedAt: '2026-11-20T19:00:00.000Z',
          businessDay: '2026-11-20',
          totalCents: -1190,
          netCents: -1082,
          lines: [],
        },
      },
    };
    given(placed(), paidInCash(), started, finished, edited)
      .when({ type: 'hand-over', by: BY })
      .refuses('order.owed', { owedCents: 1190 });
  });
});
