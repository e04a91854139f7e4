import { describe, expect, test } from 'vitest';

import type { EditCommand } from '#app/domain/order/commands.ts';
import type { OrderEvent, PricedLine } from '#app/domain/order/events.ts';
import { decide, evolve, type Order, orderFrom } from '#app/domain/order/order.ts';
import {
  aPricedCart,
  aPricedLine,
  BY,
  cancelled,
  finished,
  given,
  ORDER_ID,
  handedOver,
  paidInCash,
  placed,
  recalled,
  started,
} from '#tests/world/orders.ts';

const reine = aPricedLine({ lineId: 'r' });
const calzone = aPricedLine({
  lineId: 'c',
  productId: 'calzone',
  name: 'Calzone',
  unitPriceCents: 1290,
  grossCents: 1290,
});
const cola = aPricedLine({
  lineId: 'k',
  productId: 'coca',
  kind: 'drink',
  name: 'Coca',
  unitPriceCents: 250,
  grossCents: 250,
  vatRateBp: 550,
});

type Asked = Partial<Omit<EditCommand, 'cart' | 'touched'>> & {
  readonly touched?: Partial<EditCommand['touched']>;
};

/** To make these lines of the order. */
function edit(lines: readonly PricedLine[], { touched, ...command }: Asked = {}): EditCommand {
  return {
    type: 'edit',
    editId: 'e1',
    revisionSeen: 1,
    cart: aPricedCart(lines),
    touched: { added: [], changed: [], removed: [], ...touched },
    mode: 'take-away',
    mayUndoStarted: false,
    by: BY,
    ...command,
  };
}

const order = placed({ lines: [reine, cola] });
const addCalzone = edit([reine, cola, calzone], { touched: { added: ['c'] } });
const removeReine = edit([cola], { touched: { removed: ['r'] } });
const removeCola = edit([reine], { touched: { removed: ['k'] } });
const doubleReine = edit([{ ...reine, quantity: 2, grossCents: 2380 }, cola], {
  touched: { changed: ['r'] },
});

function eventsOf(past: readonly OrderEvent[], command: EditCommand): OrderEvent[] {
  const outcome = decide(orderFrom(past), command);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
}

describe('changing an order whose card is at the terminal', () => {
  const amountCents = 1190 + 250;
  const atTerminal: OrderEvent = {
    type: 'payment.started',
    data: { orderId: ORDER_ID, paymentId: 'p1', method: 'card', amountCents, by: BY },
  };

  test('to less than it takes waits for its answer: nobody pays for what was taken out', () => {
    expect(decide(orderFrom([order, atTerminal]), removeCola)).toEqual({
      ok: false,
      refusal: { code: 'payment.open' },
    });
  });

  test('to less is done where it was paid otherwise: the money is owed', () => {
    const [edited] = eventsOf([order, paidInCash({ amountCents })], removeCola);
    expect(edited).toMatchObject({ type: 'order.edited', data: { totalCents: 1190 } });
  });

  test('to more goes in at once: the rest is due', () => {
    const [edited] = eventsOf([order, atTerminal], addCalzone);
    expect(edited).toMatchObject({ type: 'order.edited', data: { totalCents: 2730 } });
  });
});

describe('changing a placed order', () => {
  test('the entry says what the order is now, what changed, and what the kitchen must look at', () => {
    expect(eventsOf([order], addCalzone)).toMatchObject([
      {
        type: 'order.edited',
        data: {
          revision: 2,
          totalCents: 1190 + 250 + 1290,
          added: ['c'],
          changed: [],
          removed: [],
          difference: {
            businessDay: '2026-11-20',
            totalCents: 1290,
            netCents: 1173,
            lines: [{ productId: 'calzone', quantity: 1, grossCents: 1290 }],
          },
        },
      },
    ]);
  });

  test('a smaller number of the same takes only the difference off the figures', () => {
    const two = placed({ lines: [{ ...reine, quantity: 2, grossCents: 2380 }] });
    const [edited] = eventsOf([two], edit([reine], { touched: { changed: ['r'] } }));
    expect(edited).toMatchObject({
      data: { difference: { lines: [{ productId: 'reine', quantity: -1, grossCents: -1190 }] } },
    });
  });

  test('the same edit twice is one, and answers the revision it made', () => {
    given(order, ...eventsOf([order], addCalzone))
      .when(addCalzone)
      .refuses('order.already-edited', { revision: 2 });
  });

  test('an edit made on an older state of the order is refused', () => {
    given(order, ...eventsOf([order], addCalzone))
      .when({ ...removeCola, editId: 'e2' })
      .refuses('order.edited-meanwhile', { revision: 2 });
  });

  test('an edit that changes nothing, or leaves nothing, is refused', () => {
    given(order)
      .when(edit([reine, cola]))
      .refuses('order.nothing-to-change');
    given(order)
      .when(edit([], { touched: { removed: ['r', 'k'] } }))
      .refuses('order.empty');
  });

  test('another mode or another note alone is a change', () => {
    expect(eventsOf([order], edit([reine, cola], { mode: 'on-site' }))).toHaveLength(1);
    expect(eventsOf([order], edit([reine, cola], { note: 'sans couverts' }))).toMatchObject([
      { data: { note: 'sans couverts' } },
    ]);
  });

  test('what was given or cancelled is no longer changed', () => {
    given(order, paidInCash({ amountCents: 1440 }), started, finished, handedOver)
      .when(addCalzone)
      .refuses('order.already-given');
    given(order, cancelled()).when(addCalzone).refuses('order.cancelled');
  });
});

describe('once the kitchen has begun', () => {
  const begun = [order, started];

  test('adding is always allowed', () => {
    expect(eventsOf(begun, addCalzone)).toHaveLength(1);
  });

  test('leaving out or changing a pizza takes a right, a can does not', () => {
    for (const command of [removeReine, doubleReine]) {
      given(...begun)
        .when(command)
        .refuses('order.needs-right', { right: 'order.undo-started' });
      expect(eventsOf(begun, { ...command, mayUndoStarted: true })).toHaveLength(1);
    }
    expect(eventsOf(begun, removeCola)).toHaveLength(1);
  });

  test('a pizza added to an order that was ready calls it back to the kitchen; a can does not', () => {
    const ready = [...begun, finished];
    expect(eventsOf(ready, addCalzone).map(({ type }) => type)).toEqual([
      'order.edited',
      'order.recalled',
    ]);
    const secondCola = { ...cola, lineId: 'k2' };
    const addCola = edit([reine, cola, secondCola], { touched: { added: ['k2'] } });
    expect(eventsOf(ready, addCola).map(({ type }) => type)).toEqual(['order.edited']);
    expect(orderFrom([...ready, ...eventsOf(ready, addCola)]).status).toBe('ready');
  });

  test('a pizza that is ready is not left out any more, even with the right: it is refunded', () => {
    given(...begun, finished)
      .when({ ...removeReine, mayUndoStarted: true })
      .refuses('order.already-prepared');
    given(...begun, finished, recalled)
      .when({ ...removeReine, mayUndoStarted: true })
      .gives(...eventsOf([...begun, finished, recalled], { ...removeReine, mayUndoStarted: true }));
  });
});

describe('what was given back stands still', () => {
  const outcome = decide(orderFrom([order]), {
    type: 'refund',
    refundId: 'r1',
    lines: [{ lineId: 'r', quantity: 1 }],
    reason: 'brûlée',
    at: '2026-11-20T19:00:00.000Z',
    businessDay: '2026-11-20',
    by: BY,
  });
  const refunded = outcome.ok ? outcome.value : [];

  test('a refunded line is neither removed nor sold at another price', () => {
    for (const command of [
      removeReine,
      doubleReine,
      edit([{ ...reine, grossCents: 1000 }, cola], { touched: {} }),
    ]) {
      given(order, ...refunded)
        .when(command)
        .refuses('order.line-refunded', { name: 'Reine' });
    }
  });

  test('the other lines still change', () => {
    expect(eventsOf([order, ...refunded], removeCola)).toHaveLength(1);
  });
});

test('an order remembers each edit: its revision, who it was for, and which line changed when', () => {
  const past: OrderEvent[] = [order, ...eventsOf([order], addCalzone)];
  const after: Order = past.reduce(evolve, { status: 'draft' });
  expect(after).toMatchObject({
    revision: 2,
    editIds: ['e1'],
    totalCents: 2730,
    lineRevisions: { r: 1, k: 1, c: 2 },
  });
});
