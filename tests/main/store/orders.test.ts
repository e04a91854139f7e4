import { randomBytes } from 'node:crypto';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { demonstrationMenu } from '#app/demonstration/menu.ts';
import { uuidV7 } from '#app/lib/ids.ts';
import { anOrderInput, newId } from '#tests/world/order-input.ts';
import { aStore, COUNTER, KITCHEN, type StoreOfTest } from '#tests/world/store.ts';

let store: StoreOfTest;
beforeEach(async () => {
  store = await aStore();
});
afterEach(() => store.remove());

async function ask<T = unknown>(method: string, input: unknown, caller = COUNTER): Promise<T> {
  const answer = await store.request(method, input, caller);
  if (!answer.ok) throw new Error(`${method} refused: ${answer.refusal.code}`);
  return answer.value as T;
}

async function refusalOf(method: string, input: unknown, caller = COUNTER): Promise<string> {
  const answer = await store.request(method, input, caller);
  return answer.ok ? 'accepted' : answer.refusal.code;
}

type Board = {
  tickets: { orderId: string; status: string; number: number }[];
  recent: { orderId: string }[];
};
type Detail = { status: string; dueCents: number; number: number; payments: { status: string }[] };

describe('an order at the counter', () => {
  test('is on the kitchen screen as soon as it is placed, with the next number of the day', async () => {
    const [first, second] = [anOrderInput(), anOrderInput()];
    expect(await ask('order.place', first)).toMatchObject({
      number: 1,
      dueCents: 0,
      changeCents: 0,
    });
    expect(await ask('order.place', second)).toMatchObject({ number: 2 });
    const board = await ask<Board>('kitchen.board', {}, KITCHEN);
    expect(board.tickets.map(({ orderId }) => orderId)).toEqual([first.orderId, second.orderId]);
  });

  test('placed twice because the answer was lost is placed once, and answered the same', async () => {
    const input = anOrderInput();
    const first = await ask('order.place', input);
    expect(await ask('order.place', input)).toEqual(first);
    expect((await ask<Board>('kitchen.board', {})).tickets).toHaveLength(1);
  });

  test('tapped twice at the same instant is placed once', async () => {
    const input = anOrderInput();
    const answers = await Promise.all([ask('order.place', input), ask('order.place', input)]);
    expect(answers[0]).toEqual(answers[1]);
    expect((await ask<unknown[]>('order.board', {})).length).toBe(1);
  });

  test('under an id already used for another order is refused', async () => {
    const input = anOrderInput();
    await ask('order.place', input);
    const other = anOrderInput({
      lines: [{ productId: 'reine', sizeId: 'm', quantity: 2, changes: [] }],
    });
    expect(await refusalOf('order.place', { ...other, orderId: input.orderId })).toBe(
      'order.already-placed',
    );
  });

  test('shown with another price than the till computes is refused, and nothing is sold', async () => {
    const input = anOrderInput({ payment: 'later' });
    const tampered = { ...input, shownTotalCents: input.shownTotalCents - 100 };
    expect(await refusalOf('order.place', tampered)).toBe('order.price-changed');
    expect(await ask('order.board', {})).toEqual([]);
  });

  test('goes from the kitchen to the customer, and both screens say the same', async () => {
    const input = anOrderInput();
    const { orderId } = input;
    await ask('order.place', input);
    await ask('order.start', { orderId }, KITCHEN);
    await ask('order.finish', { orderId }, KITCHEN);
    const ready = await ask<Board>('kitchen.board', {}, KITCHEN);
    expect(ready.tickets).toEqual([]);
    expect(ready.recent.map((ticket) => ticket.orderId)).toEqual([orderId]);
    await ask('order.recall', { orderId }, KITCHEN);
    expect((await ask<Board>('kitchen.board', {})).tickets[0]).toMatchObject({
      status: 'preparing',
    });
    await ask('order.finish', { orderId }, KITCHEN);
    await ask('order.hand-over', { orderId });
    expect(await ask<Detail>('order.detail', { orderId })).toMatchObject({ status: 'handed-over' });
    expect((await ask<Board>('kitchen.board', {})).recent).toEqual([]);
  });

  test('is not cancelled without the right once the kitchen has begun', async () => {
    const input = anOrderInput({ payment: 'later' });
    await ask('order.place', input);
    await ask('order.start', { orderId: input.orderId }, KITCHEN);
    expect(
      await refusalOf('order.cancel', { orderId: input.orderId, reason: 'client parti' }),
    ).toBe('staff.right-needed');
  });

  test('paid later in cash with a large note gives the change back', async () => {
    const input = anOrderInput({ payment: 'later' });
    const placed = await ask<{ totalCents: number }>('order.place', input);
    const payment = { method: 'cash', paymentId: newId(), tenderedCents: 5_000 };
    expect(await ask('order.pay', { orderId: input.orderId, payment })).toEqual({
      dueCents: 0,
      changeCents: 5_000 - placed.totalCents,
    });
  });

  test('paid twice because the answer was lost is paid once, and answered the same', async () => {
    const input = anOrderInput({ payment: 'later' });
    const { orderId } = input;
    await ask('order.place', input);
    const payment = { method: 'cash', paymentId: newId(), tenderedCents: 5_000 };
    const first = await ask('order.pay', { orderId, payment });
    expect(await ask('order.pay', { orderId, payment })).toEqual(first);
    expect((await ask<Detail>('order.detail', { orderId })).payments).toHaveLength(1);
    const another = { ...payment, paymentId: newId() };
    expect(await refusalOf('order.pay', { orderId, payment: another })).toBe('payment.nothing-due');
  });

  test('is never paid with the payment of another order', async () => {
    const [first, second] = [anOrderInput(), anOrderInput()];
    await ask('order.place', first);
    const { payment } = first;
    expect(await refusalOf('order.place', { ...second, payment })).toBe('payment.already-asked');
    await ask('order.place', { ...second, payment: { method: 'later' } });
    expect(await refusalOf('order.pay', { orderId: second.orderId, payment })).toBe(
      'payment.already-asked',
    );
    expect(await ask<Detail>('order.detail', { orderId: second.orderId })).toMatchObject({
      payments: [],
      dueCents: second.shownTotalCents,
    });
  });

  test('placed before the menu changed is answered the same after, when its answer was lost', async () => {
    const input = anOrderInput();
    const first = await ask('order.place', input);
    await store.close();
    const products = demonstrationMenu.products.filter(({ id }) => id !== 'reine');
    store = await aStore({ folder: store.folder, menu: { ...demonstrationMenu, products } });
    expect(await refusalOf('order.place', anOrderInput())).toBe('pricing.unknown-product');
    expect(await ask('order.place', input)).toEqual(first);
  });

  test('still in the kitchen at the end of the business day stays before the counter', async () => {
    await store.remove();
    let clockMs = Date.parse('2026-11-22T02:00:00Z');
    store = await aStore({ clock: () => clockMs });
    const input = anOrderInput({ payment: 'later' });
    await ask('order.place', input);
    clockMs = Date.parse('2026-11-22T10:00:00Z');
    const next = anOrderInput();
    await ask('order.place', next);
    expect(await ask('order.board', {})).toMatchObject([
      { orderId: input.orderId, number: 1 },
      { orderId: next.orderId, number: 1 },
    ]);
  });

  test('stands in the kitchen in the order of placing, whatever the clock of the screen says', async () => {
    const late = anOrderInput();
    const early = { ...anOrderInput(), orderId: uuidV7(0, randomBytes(10)) };
    await ask('order.place', late);
    await ask('order.place', early);
    const board = await ask<Board>('kitchen.board', {}, KITCHEN);
    expect(board.tickets.map(({ number }) => number)).toEqual([1, 2]);
  });

  test('paid by card without a terminal is kept, and says that the terminal was not asked', async () => {
    const input = anOrderInput({ payment: 'card' });
    await ask('order.place', input);
    await expect
      .poll(async () => (await ask<Detail>('order.detail', { orderId: input.orderId })).payments)
      .toMatchObject([{ status: 'not-sent' }]);
    expect((await ask<Board>('kitchen.board', {})).tickets).toHaveLength(1);
  });

  test('is still there after the store node was stopped and started', async () => {
    const input = anOrderInput();
    await ask('order.place', input);
    await store.close();
    store = await aStore({ folder: store.folder });
    expect((await ask<Board>('kitchen.board', {})).tickets).toHaveLength(1);
    expect(await ask('order.place', anOrderInput())).toMatchObject({ number: 2 });
  });
});

describe('the door of a store node', () => {
  test.each([
    ['an unknown method', 'order.steal', {}, 'request.unknown-method'],
    ['a method of every object', 'constructor', {}, 'request.unknown-method'],
    ['a question without its answer', 'order.place', { lines: 'two' }, 'request.malformed'],
    [
      'a negative quantity',
      'order.place',
      {
        ...anOrderInput(),
        lines: [{ productId: 'reine', sizeId: 'm', quantity: -1, changes: [] }],
      },
      'request.malformed',
    ],
    [
      'a field nobody asked for',
      'order.place',
      { ...anOrderInput(), isFree: true },
      'request.malformed',
    ],
    [
      'a product that does not exist',
      'order.place',
      anOrderInputOf('caviar'),
      'pricing.unknown-product',
    ],
    [
      'text that could command a printer',
      'order.place',
      { ...anOrderInput(), note: '\u001bp0' },
      'request.malformed',
    ],
  ])('refuses %s, and changes nothing', async (_what, method, input, code) => {
    expect(await refusalOf(method, input)).toBe(code);
    expect(await ask('order.board', {})).toEqual([]);
  });

  test('refuses the kitchen what is for the counter', async () => {
    expect(await refusalOf('order.place', anOrderInput(), KITCHEN)).toBe('request.forbidden');
  });
});

function anOrderInputOf(productId: string) {
  return { ...anOrderInput(), lines: [{ productId, sizeId: 'm', quantity: 1, changes: [] }] };
}
