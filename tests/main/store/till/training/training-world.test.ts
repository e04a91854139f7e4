import { existsSync } from 'node:fs';
import { join } from 'node:path';

import Database from 'better-sqlite3';
import { io, type Socket } from 'socket.io-client';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { Result } from '#app/lib/result.ts';
import { anOrderInput } from '#tests/world/order-input.ts';
import { NADIA, SOFIA } from '#tests/world/people.ts';
import { screenAuth } from '#tests/world/screens.ts';
import { aStore, COUNTER, type StoreOfTest } from '#tests/world/store.ts';

let store: StoreOfTest;
const sockets: Socket[] = [];
beforeEach(async () => {
  store = await aStore();
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.close();
  await store.remove();
});

async function aScreen(role: 'counter' | 'kitchen', device: string): Promise<Socket> {
  const socket = io(store.url, {
    transports: ['websocket'],
    reconnection: false,
    auth: screenAuth(store.keys[role], device),
  });
  sockets.push(socket);
  await new Promise((resolve) => socket.once('connect', () => resolve(undefined)));
  return socket;
}
async function aTill(device: string, who = SOFIA): Promise<Socket> {
  const till = await aScreen('counter', device);
  await value(till, 'staff.sign-in', who);
  return till;
}
async function ask(socket: Socket, method: string, input: unknown): Promise<Result<unknown>> {
  return (await socket.timeout(8_000).emitWithAck('request', method, input)) as Result<unknown>;
}
async function value(socket: Socket, method: string, input: unknown = {}) {
  const answer = await ask(socket, method, input);
  if (!answer.ok) throw new Error(`${method}: ${answer.refusal.code}`);
  return answer.value as Record<string, unknown>;
}
/** All topics that a screen hears, collected. */
function ears(socket: Socket) {
  const topics: string[] = [];
  let look = () => {};
  socket.on('changed', (changed: string[]) => {
    topics.push(...changed);
    look();
  });
  return {
    topics,
    until: (topic: string) =>
      new Promise<void>((resolve) => {
        look = () => topics.includes(topic) && resolve();
        look();
      }),
  };
}
/** Everything the real shop keeps: its whole journal and all its rows about sales. */
function realBooks(): string {
  const reader = new Database(join(store.folder, 'store.sqlite'), { readonly: true });
  const tables = ['journal', 'orders', 'order_line', 'payment', 'kitchen_ticket', 'print_job'];
  const rows = tables.map((table) => reader.prepare(`select * from ${table}`).all());
  reader.close();
  return JSON.stringify(rows);
}

async function paid(till: Socket, orderId: string): Promise<string> {
  const heard = ears(till);
  for (;;) {
    const { payments } = await value(till, 'order.detail', { orderId });
    const [payment] = payments as { status: string }[];
    if (payment !== undefined && payment.status !== 'asked') return payment.status;
    heard.topics.length = 0;
    await heard.until('payments');
  }
}

describe('the training world', () => {
  test('sells, cooks, prints and takes cards without touching turnover or the journal', async () => {
    const till = await aTill('till-1');
    await store.request('order.place', anOrderInput(), COUNTER);
    const before = realBooks();
    const head = store.head();

    await value(till, 'training.start');
    const cash = anOrderInput();
    expect(await value(till, 'order.place', cash)).toMatchObject({ number: 1 });
    const card = anOrderInput({ payment: 'card' });
    expect(await value(till, 'order.place', card)).toMatchObject({ number: 2 });
    expect(await paid(till, card.orderId)).toBe('paid');
    await value(till, 'receipt.print', { orderId: cash.orderId });
    expect(await value(till, 'order.detail', { orderId: cash.orderId })).toMatchObject({
      receipt: 'printed',
    });
    await value(till, 'order.start', { orderId: cash.orderId });
    await value(till, 'order.cancel', {
      orderId: card.orderId,
      reason: 'exercice',
      approval: NADIA,
    });
    const target = { kind: 'product', productId: 'reine' };
    await value(till, 'menu.mark-sold-out', { target });

    expect(realBooks()).toBe(before);
    expect(store.head()).toBe(head);
    expect(await store.request('menu.sold-outs', {}, COUNTER)).toEqual({ ok: true, value: [] });
  });

  test('says on every screen in it that it is not real', async () => {
    const till = await aTill('till-1');
    expect(await value(till, 'store.status')).toMatchObject({ isTraining: false });
    await value(till, 'training.start');
    expect(await value(till, 'store.status')).toMatchObject({
      isTraining: true,
      storeName: 'FACTICE · OC Pizza Lyon 3',
    });
    expect(await value(till, 'session.current')).toMatchObject({ session: { isTraining: true } });
    await value(till, 'training.stop');
    expect(await value(till, 'store.status')).toMatchObject({ isTraining: false });
  });

  test('is of one till; the kitchen that joins sees its tickets, the other does not', async () => {
    const trainee = await aTill('till-1', SOFIA);
    const seller = await aTill('till-2', NADIA);
    const realKitchen = await aScreen('kitchen', 'kitchen-1');
    const kitchen = await aScreen('kitchen', 'kitchen-2');
    await value(trainee, 'training.start');
    await value(kitchen, 'training.start');
    const order = anOrderInput();
    await value(trainee, 'order.place', order);
    expect(await value(kitchen, 'kitchen.board')).toMatchObject({
      tickets: [{ orderId: order.orderId }],
    });
    expect(await value(realKitchen, 'kitchen.board')).toMatchObject({ tickets: [] });
    expect(await value(seller, 'order.board')).toEqual([]);
  });

  test('wakes only its own screens', async () => {
    const trainee = await aTill('till-1', SOFIA);
    const seller = await aTill('till-2', NADIA);
    await value(trainee, 'training.start');
    const [inTraining, inReal] = [ears(trainee), ears(seller)];
    await value(trainee, 'order.place', anOrderInput());
    await inTraining.until('kitchen');
    await value(seller, 'order.place', anOrderInput());
    await inReal.until('kitchen');
    expect(inTraining.topics.filter((topic) => topic === 'kitchen')).toHaveLength(1);
    expect(inReal.topics.filter((topic) => topic === 'kitchen')).toHaveLength(1);
  });

  test('has a terminal that answers as the exercise wants', async () => {
    const till = await aTill('till-1');
    await value(till, 'training.start');
    for (const [answer, status] of [
      ['declined', 'declined'],
      ['unreachable', 'not-sent'],
    ]) {
      await value(till, 'training.terminal', { answer });
      const order = anOrderInput({ payment: 'card' });
      await value(till, 'order.place', order);
      expect(await paid(till, order.orderId)).toBe(status);
    }
  });

  test('has a telephone on which invented customers call', async () => {
    const till = await aTill('till-1');
    expect(await ask(till, 'training.ring', {})).toMatchObject({
      refusal: { code: 'training.not-here' },
    });
    await value(till, 'training.start');
    await value(till, 'training.ring');
    expect(await value(till, 'calls.current')).toMatchObject([
      { lineId: 'formation', customer: { customerId: expect.stringMatching(/^0de30000/) } },
    ]);
    expect(await store.request('calls.current', {}, COUNTER)).toEqual({ ok: true, value: [] });
  });

  test('ends with the session: the next person sells for real', async () => {
    const till = await aTill('till-1', SOFIA);
    await value(till, 'training.start');
    await value(till, 'staff.sign-in', NADIA);
    expect(await value(till, 'store.status')).toMatchObject({ isTraining: false });
  });

  test('holds a till that was in it through a restart of the node', async () => {
    const till = await aTill('till-1');
    await value(till, 'training.start');
    till.close();
    await store.close();
    store = await aStore({ folder: store.folder });
    const back = await aScreen('counter', 'till-1');
    expect(await value(back, 'store.status')).toMatchObject({ isTraining: true });
  });

  test('is opened only when somebody practises', async () => {
    await aTill('till-1');
    expect(existsSync(join(store.folder, 'training.sqlite'))).toBe(false);
  });
});

test('what somebody passed is in the real journal, and every manager sees the best try', async () => {
  const till = await aTill('till-1', SOFIA);
  const go = { exercise: 'card-sale', errors: 0, isPassed: true };
  expect(await ask(till, 'training.report', { ...go, seconds: 40 })).toMatchObject({
    refusal: { code: 'training.not-here' },
  });
  await value(till, 'training.start');
  await value(till, 'training.report', { ...go, seconds: 40 });
  await value(till, 'training.report', { ...go, seconds: 31 });
  await value(till, 'training.report', { ...go, seconds: 12, isPassed: false, errors: 3 });
  expect(await store.request('training.progress', {}, COUNTER)).toMatchObject({
    value: [
      { employeeId: SOFIA.employeeId, exercise: 'card-sale', isPassed: true, bestSeconds: 31 },
    ],
  });
});
