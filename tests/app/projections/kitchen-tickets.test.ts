import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { OrderEvent, PricedLine } from '#app/domain/order/events.ts';
import type { StoreEvent } from '#app/domain/store-event.ts';
import {
  aPricedCart,
  aPricedLine,
  cancelled,
  finished,
  handedOver,
  ORDER_ID,
  placed,
  recalled,
  started,
} from '#tests/world/orders.ts';
import { aProjectedStore, factsOf, type ProjectedStore } from '#tests/world/projected.ts';

const by = { orderId: ORDER_ID, by: 'sofia' };
const reine = aPricedLine({ lineId: 'r' });
const calzone = aPricedLine({ lineId: 'c', productId: 'calzone', name: 'Calzone' });
const cola = aPricedLine({ lineId: 'k', productId: 'coca', kind: 'drink', name: 'Coca' });

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

function edited(
  revision: number,
  lines: readonly PricedLine[],
  touched: { added?: string[]; changed?: string[]; removed?: string[] },
): OrderEvent {
  const { totalCents, vat, lines: standing } = aPricedCart(lines);
  return {
    type: 'order.edited',
    data: {
      ...by,
      editId: `e${revision}`,
      revision,
      mode: 'take-away',
      lines: standing,
      totalCents,
      vat,
      difference: {
        placedAt: '2026-11-20T18:42:07.000Z',
        businessDay: '2026-11-20',
        totalCents: 0,
        netCents: 0,
        lines: [],
      },
      added: [],
      changed: [],
      removed: [],
      ...touched,
    },
  };
}

function seen(revision: number): OrderEvent {
  return { type: 'order.acknowledged', data: { ...by, revision } };
}

function ticket() {
  const [row] = store.rows('kitchen_ticket');
  return row;
}

/** `Reine`, or `Reine +` with its mark. */
function lines(): string[] {
  const found = JSON.parse(String(ticket()?.['lines'])) as { name: string; mark?: string }[];
  return found.map(({ name, mark }) => (mark === undefined ? name : `${name} ${mark}`));
}

describe('what the kitchen sees of an edit', () => {
  test('a pizza added to an order that is being made is marked, and nothing else is', () => {
    happens(placed({ lines: [reine] }), started, edited(2, [reine, calzone], { added: ['c'] }));
    expect(lines()).toEqual(['Reine', 'Calzone added']);
    expect(ticket()).toMatchObject({ status: 'preparing', pizzas: 2, revision: 2 });
  });

  test('a pizza left out stays, struck, until the kitchen has seen it', () => {
    happens(placed({ lines: [reine, calzone] }), started, edited(2, [calzone], { removed: ['r'] }));
    expect(lines()).toEqual(['Calzone', 'Reine removed']);
    expect(ticket()).toMatchObject({ pizzas: 1, acknowledged_revision: 1 });
    happens(seen(2));
    expect(lines()).toEqual(['Calzone']);
    expect(ticket()).toMatchObject({ acknowledged_revision: 2 });
  });

  test('what was changed after the kitchen looked stays marked', () => {
    happens(
      placed({ lines: [reine] }),
      edited(2, [reine, calzone], { added: ['c'] }),
      edited(3, [{ ...reine, quantity: 2 }, calzone], { changed: ['r'] }),
      seen(2),
    );
    expect(lines()).toEqual(['Reine changed', 'Calzone']);
  });

  test('an added pizza that changes before anybody saw it is still an added one', () => {
    happens(
      placed({ lines: [reine] }),
      edited(2, [reine, calzone], { added: ['c'] }),
      edited(3, [reine, { ...calzone, quantity: 2 }], { changed: ['c'] }),
    );
    expect(lines()).toEqual(['Reine', 'Calzone added']);
  });

  test('beginning a ticket is to have read it: no mark is left', () => {
    happens(placed({ lines: [reine] }), edited(2, [reine, calzone], { added: ['c'] }), started);
    expect(lines()).toEqual(['Reine', 'Calzone']);
  });

  test('an order called back for one more pizza shows that one as new', () => {
    happens(
      placed({ lines: [reine] }),
      started,
      finished,
      edited(2, [reine, calzone], { added: ['c'] }),
      recalled,
    );
    expect(ticket()).toMatchObject({ status: 'preparing', finished_at: null });
    expect(lines()).toEqual(['Reine', 'Calzone added']);
  });

  test('an order of cans is on no screen until a pizza is added to it', () => {
    happens(placed({ lines: [cola] }));
    expect(ticket()).toMatchObject({ status: 'shelf', pizzas: 0 });
    happens(edited(2, [cola, reine], { added: ['r'] }));
    expect(ticket()).toMatchObject({ status: 'placed', pizzas: 1, number: 41 });
    happens(edited(3, [cola], { removed: ['r'] }));
    expect(ticket()).toMatchObject({ status: 'placed', pizzas: 0 });
    happens(seen(3));
    expect(ticket()).toMatchObject({ status: 'shelf' });
  });
});

describe('a cancelled order', () => {
  test('stays before the kitchen, counting nothing, until it is seen', () => {
    happens(placed({ lines: [reine] }), started, cancelled());
    expect(ticket()).toMatchObject({ status: 'cancelled', pizzas: 0 });
    happens(seen(1));
    expect(ticket()).toBeUndefined();
  });

  test('of cans was never there', () => {
    happens(placed({ lines: [cola] }), cancelled());
    expect(ticket()).toBeUndefined();
  });
});

describe('a scheduled order', () => {
  test('is begun twenty minutes before its time, and moves with it', () => {
    happens(placed({ promisedAt: '2026-11-20T20:00:00.000Z', isScheduled: true }));
    expect(ticket()).toMatchObject({ start_at: '2026-11-20T19:40:00.000Z' });
    const promisedAt = '2026-11-20T21:00:00.000Z';
    happens({ type: 'order.rescheduled', data: { ...by, promisedAt, isScheduled: true } });
    expect(ticket()).toMatchObject({
      promised_at: promisedAt,
      start_at: '2026-11-20T20:40:00.000Z',
    });
    happens({ type: 'order.rescheduled', data: { ...by, promisedAt, isScheduled: false } });
    expect(ticket()).toMatchObject({ start_at: null });
  });

  test('leaves the kitchen with its customer', () => {
    happens(placed(), started, finished, handedOver);
    expect(ticket()).toBeUndefined();
  });
});
