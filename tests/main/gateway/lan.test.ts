import { type ManagerOptions, io, type Socket, type SocketOptions } from 'socket.io-client';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { Result } from '#app/lib/result.ts';
import { anOrderInput } from '#tests/world/order-input.ts';
import { aStore, type StoreOfTest } from '#tests/world/store.ts';

let store: StoreOfTest;
const sockets: Socket[] = [];
beforeEach(async () => {
  store = await aStore();
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.close();
  await store.remove();
});

function connect(options: Partial<ManagerOptions & SocketOptions>): Socket {
  const socket = io(store.url, { transports: ['websocket'], reconnection: false, ...options });
  sockets.push(socket);
  return socket;
}

async function outcomeOf(socket: Socket): Promise<string> {
  return new Promise((resolve) => {
    socket.once('connect', () => resolve('connected'));
    socket.once('connect_error', (fault) => resolve(fault.message));
  });
}

const paired = (key: string) => ({ auth: { deviceKey: key } });

async function ask(socket: Socket, method: unknown, input: unknown): Promise<Result<unknown>> {
  return (await socket.timeout(5_000).emitWithAck('request', method, input)) as Result<unknown>;
}

describe('a screen on the network of the shop', () => {
  test('is let in with the key of a paired device', async () => {
    expect(await outcomeOf(connect(paired(store.keys.counter)))).toBe('connected');
  });

  test.each([
    ['no key', {}],
    ['a wrong key', paired('guess')],
    ['a key that is not a text', { auth: { deviceKey: { $ne: '' } } }],
  ])('is turned away with %s', async (_what, options) => {
    expect(await outcomeOf(connect(options))).toBe('not-paired');
  });

  test('is turned away when its page comes from another site', async () => {
    const socket = connect({
      ...paired(store.keys.counter),
      extraHeaders: { origin: 'http://evil.example' },
    });
    expect(await outcomeOf(socket)).not.toBe('connected');
  });

  test('has the role of its key, whatever it says', async () => {
    const kitchen = connect({
      auth: { deviceKey: store.keys.kitchen, role: 'counter' },
    });
    await outcomeOf(kitchen);
    expect(await ask(kitchen, 'order.place', anOrderInput())).toMatchObject({
      refusal: { code: 'request.forbidden' },
    });
  });

  test('hears that the kitchen has something new, and finds it there', async () => {
    const counter = connect(paired(store.keys.counter));
    const kitchen = connect(paired(store.keys.kitchen));
    await Promise.all([outcomeOf(counter), outcomeOf(kitchen)]);
    const changed = new Promise<string[]>((resolve) => kitchen.once('changed', resolve));
    const input = anOrderInput();
    await ask(counter, 'order.place', input);
    expect(await changed).toContain('kitchen');
    expect(await ask(kitchen, 'kitchen.board', {})).toMatchObject({
      ok: true,
      value: { tickets: [{ orderId: input.orderId, number: 1 }] },
    });
  });

  test('that sends nonsense gets a refusal, and the others go on', async () => {
    const counter = connect(paired(store.keys.counter));
    await outcomeOf(counter);
    for (const [method, input] of [
      [undefined, undefined],
      [42, {}],
      ['order.place', null],
      ['__proto__', {}],
    ])
      expect(await ask(counter, method, input)).toMatchObject({ ok: false });
    counter.emit('request', 'order.place');
    counter.emit('request');
    expect(await ask(counter, 'store.status', {})).toMatchObject({ ok: true });
  });
});

describe('the pages of a store node', () => {
  test('come with a policy that lets no foreign script in', async () => {
    const answer = await fetch(`${store.url}/health`);
    expect(await answer.json()).toMatchObject({ status: 'ok', storeId: 'lyon-3' });
    expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'");
  });

  test('never lead out of their folder', async () => {
    for (const path of ['/../package.json', '/%2e%2e/package.json', '/..%2fpackage.json'])
      expect((await fetch(store.url + path)).status).toBeGreaterThanOrEqual(400);
  });
});
