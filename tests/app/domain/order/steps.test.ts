import { describe, test } from 'vitest';

import type { OrderEvent } from '#app/domain/order/events.ts';
import type { OrderCommand } from '#app/domain/order/order.ts';
import {
  aPlaceCommand,
  aPricedLine,
  BY,
  cancelled,
  finished,
  given,
  handedOver,
  ORDER_ID,
  paidInCash,
  placed,
  started,
} from '#tests/world/orders.ts';

const by = { orderId: ORDER_ID, by: BY };
const gone = [placed(), started, finished, paidInCash(), handedOver];

describe('another time', () => {
  const later: OrderCommand = {
    type: 'reschedule',
    promisedAt: '2026-11-20T20:30:00.000Z',
    isScheduled: true,
    by: BY,
  };
  const moved: OrderEvent = {
    type: 'order.rescheduled',
    data: { ...by, promisedAt: '2026-11-20T20:30:00.000Z', isScheduled: true },
  };

  test('an order moves to another time, once', () => {
    given(placed()).when(later).gives(moved);
    given(placed(), moved).when(later).gives();
  });

  test('what was given or cancelled has no time any more', () => {
    given(...gone)
      .when(later)
      .refuses('order.already-given');
    given(placed(), cancelled()).when(later).refuses('order.cancelled');
  });
});

describe('another till', () => {
  const toTill2: OrderCommand = { type: 'transfer', toDevice: 'till-2', by: BY, device: 'till-1' };
  const moved: OrderEvent = {
    type: 'order.transferred',
    data: { ...by, device: 'till-1', toDevice: 'till-2' },
  };

  test('takes an order over, once', () => {
    given(placed({ device: 'till-1' }))
      .when(toTill2)
      .gives(moved);
    given(placed({ device: 'till-1' }), moved)
      .when(toTill2)
      .gives();
  });

  test('takes over nothing that was given', () => {
    given(...gone)
      .when(toTill2)
      .refuses('order.already-given');
  });
});

describe('what the kitchen has seen', () => {
  const seen = (revision: number): OrderCommand => ({ type: 'acknowledge', revision, by: 'karim' });
  const acknowledged = (revision: number): OrderEvent => ({
    type: 'order.acknowledged',
    data: { orderId: ORDER_ID, by: 'karim', revision },
  });

  test('a cancellation is seen once', () => {
    given(placed(), cancelled()).when(seen(1)).gives(acknowledged(1));
    given(placed(), cancelled(), acknowledged(1)).when(seen(1)).gives();
  });

  test('an order that nobody changed has nothing to be seen, and no revision of tomorrow', () => {
    given(placed()).when(seen(1)).gives();
    given(placed()).when(seen(2)).refuses('order.unknown-revision', { revision: 1 });
  });
});

describe('the kitchen and the shelf', () => {
  test('an order of cans has nothing to make', () => {
    given(placed({ lines: [aPricedLine({ kind: 'drink' })] }))
      .when({ type: 'start', by: BY })
      .refuses('order.nothing-to-make');
  });
});

describe('who did it', () => {
  test('the till and the manager who allowed it stand in the entry', () => {
    const doer = { by: BY, device: 'till-1', grantedBy: 'manon' };
    given(placed())
      .when({ type: 'start', ...doer })
      .gives({ type: 'order.started', data: { orderId: ORDER_ID, ...doer } });
    given().when(aPlaceCommand(doer)).gives(placed(doer));
  });

  test('two lines of one name are refused: an edit could not tell them apart', () => {
    const twice = [aPricedLine({ lineId: 'a' }), aPricedLine({ lineId: 'a' })];
    const command = aPlaceCommand();
    given()
      .when({
        ...command,
        cart: { ...command.cart, lines: twice },
        shownTotalCents: command.cart.totalCents,
      })
      .refuses('order.line-exists', { lineId: 'a' });
  });
});
