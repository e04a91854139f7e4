import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { OrderEvent } from '#app/domain/order/events.ts';
import type { StoreEvent } from '#app/domain/store-event.ts';
import { A_HALF_AND_HALF, aLife, THREE_REINES } from '#tests/world/centre/lives.ts';
import {
  aPlaceCommand,
  aPricedCart,
  aPricedLine,
  BY,
  cancelled,
  ORDER_ID,
  placed,
} from '#tests/world/orders.ts';
import { aProjectedStore, factsOf, type ProjectedStore } from '#tests/world/projected.ts';

const by = { orderId: ORDER_ID, by: BY };
let store: ProjectedStore;
let written = 0;
beforeEach(async () => {
  store = await aProjectedStore();
  written = 0;
});
afterEach(() => {
  store.database.close();
});

function happens(...events: readonly StoreEvent[]): void {
  store.apply(factsOf(events, written + 1));
  written += events.length;
}

describe('gift vouchers', () => {
  const voucher = {
    nonSaleId: 'n',
    kind: 'gift-voucher',
    label: 'Bon d’achat',
    cents: 5000,
    code: 'BON-1',
  } as const;
  const paidWith = (paymentId: string, back: object = {}): OrderEvent => ({
    type: 'payment.paid',
    data: { ...by, paymentId, method: 'gift-voucher', amountCents: 1190, code: 'BON-1', ...back },
  });
  const left = () => store.rows('voucher_entry').reduce((sum, { cents }) => sum + Number(cents), 0);

  test('what is sold, used and put back adds up to what is left', () => {
    happens(placed({ nonSales: [voucher] }));
    expect(left()).toBe(5000);
    happens(paidWith('p1'));
    expect(left()).toBe(3810);
    happens({ type: 'payment.reversed', data: { ...by, paymentId: 'p1', reason: 'erreur' } });
    expect(left()).toBe(5000);
    happens(paidWith('p2'), paidWith('p3', { direction: 'refund', ofPaymentId: 'p2' }));
    expect(left()).toBe(5000);
  });

  test('a voucher of a cancelled order is worth nothing', () => {
    happens(placed({ nonSales: [voucher] }), cancelled());
    expect(left()).toBe(0);
  });

  test('a deposit is on the order and on no voucher', () => {
    const deposit = {
      nonSaleId: 'd',
      kind: 'container-deposit',
      label: 'Consigne',
      cents: 200,
    } as const;
    happens(placed({ nonSales: [deposit] }));
    expect(store.rows('voucher_entry')).toEqual([]);
    expect(store.rows('orders')).toMatchObject([{ non_sale_cents: 200, total_cents: 1190 }]);
  });
});

describe('points', () => {
  const points = (count: number) => ({ customerId: 'c', orderId: ORDER_ID, points: count });
  const balance = () =>
    store.rows('loyalty_entry').reduce((sum, row) => sum + Number(row['points']), 0);

  test('earned, used and taken back add up, and the same fact of an order counts once', () => {
    happens({ type: 'loyalty.earned', data: points(20) });
    happens({ type: 'loyalty.earned', data: points(20) });
    happens({ type: 'loyalty.used', data: points(5) });
    expect(balance()).toBe(15);
    const back = { type: 'loyalty.reversed', data: { ...points(-8), refundId: 'r1' } } as const;
    happens(back, back);
    expect(balance()).toBe(7);
  });
});

describe('what is out', () => {
  const target = { kind: 'variant', productId: 'reine', sizeId: 'g' } as const;

  test('is out once, with the newest reason, until it is back', () => {
    happens({ type: 'menu.sold-out', data: { target, by: BY } });
    // The same target, its fields in another order.
    const again = { sizeId: 'g', kind: 'variant', productId: 'reine' } as const;
    happens({ type: 'menu.sold-out', data: { target: again, reason: 'plus de pâte', by: BY } });
    expect(store.rows('sold_out')).toMatchObject([{ reason: 'plus de pâte', until: null }]);
    happens({ type: 'menu.back', data: { target: again, by: BY } });
    expect(store.rows('sold_out')).toEqual([]);
  });
});

describe('promotions used', () => {
  const promoted = aPricedLine({
    lineId: 'r',
    grossCents: 1000,
    discounts: [{ source: 'promotion', id: 'ten', name: 'Dix', cents: 190 }],
  });

  test('each order that a promotion gave something on counts once, for its customer', () => {
    happens(placed({ lines: [promoted, { ...promoted, lineId: 's' }], customerId: 'c' }));
    expect(store.rows('coupon_use')).toEqual([
      { promotion_id: 'ten', order_id: ORDER_ID, customer_id: 'c', cents: 380 },
    ]);
  });

  test('an edit counts afresh, and a cancelled order used none', () => {
    const cart = aPricedCart([promoted]);
    const life = aLife(
      aPlaceCommand({ cart, shownTotalCents: cart.totalCents, customerId: 'c' }),
      {
        type: 'edit',
        editId: 'e',
        revisionSeen: 1,
        cart: aPricedCart([promoted, { ...promoted, lineId: 's' }]),
        touched: { added: ['s'], changed: [], removed: [] },
        mode: 'take-away',
        mayUndoStarted: false,
        by: BY,
      },
      { type: 'cancel', reason: 'client parti', mayUndoStarted: false, by: BY },
    );
    happens(...life.slice(0, 2));
    expect(store.rows('coupon_use')).toMatchObject([{ customer_id: 'c', cents: 380 }]);
    happens(...life.slice(2));
    expect(store.rows('coupon_use')).toEqual([]);
  });
});

describe('what is sold', () => {
  test('a half and half is one pizza, and half of each of its two', () => {
    happens(placed({ lines: [A_HALF_AND_HALF, THREE_REINES] }));
    expect(store.rows('order_line')).toMatchObject([
      { product_id: 'reine', line_id: 'h', quantity: 1, quarters: 2, gross_cents: 645 },
      { product_id: 'calzone', line_id: 'h', quantity: 0, quarters: 2, gross_cents: 646 },
      { product_id: 'reine', line_id: 'r', quantity: 3, quarters: 12, gross_cents: 3499 },
    ]);
  });
});

test('an invoice has one number, and an exercise keeps every go', () => {
  happens({ type: 'invoice.issued', data: { ...by, invoiceNumber: 'lyon-3-000001' } });
  expect(store.rows('invoice')).toMatchObject([{ invoice_number: 'lyon-3-000001' }]);
  const go = { employeeId: 'ana', exercise: 'card-sale', seconds: 9, errors: 0, isPassed: true };
  happens({ type: 'training.reported', data: go }, { type: 'training.reported', data: go });
  expect(store.rows('training_result')).toMatchObject([
    { employee_id: 'ana', is_passed: 1 },
    { employee_id: 'ana', is_passed: 1 },
  ]);
});
