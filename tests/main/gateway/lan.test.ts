import { type ManagerOptions, io, type Socket, type SocketOptions } from 'socket.io-client';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { Result } from '#app/lib/result.ts';
import { anOrderInput } from '#tests/world/order-input.ts';
import { HUGO, NADIA, SOFIA } from '#tests/world/people.ts';
import { screenAuth, tillName } from '#tests/world/screens.ts';
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

const paired = (key: string, screen = 'a-screen') => ({ auth: screenAuth(key, screen) });

/** A till with somebody at it. */
async function aTill(device = 'till-1', who = SOFIA): Promise<Socket> {
  const socket = connect(paired(store.keys.counter, device));
  await outcomeOf(socket);
  expect(await ask(socket, 'staff.sign-in', who)).toMatchObject({ ok: true });
  return socket;
}

const heard = (socket: Socket, topic: string) =>
  new Promise<void>((resolve) => {
    socket.on('changed', (topics: string[]) => topics.includes(topic) && resolve());
  });

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
    ['a secret without a key', { auth: { deviceSecret: 'x'.repeat(32) } }],
  ])('is turned away with %s', async (_what, options) => {
    expect(await outcomeOf(connect(options))).toBe('not-paired');
  });

  test.each([
    ['no secret of its own', undefined],
    ['a secret that is too short to be one', 'till-1'],
    ['one that is no text', { $ne: '' }],
    ['one of any length', 'x'.repeat(500)],
  ])('is turned away with the right key and %s', async (_what, deviceSecret) => {
    const socket = connect({ auth: { deviceKey: store.keys.counter, deviceSecret } });
    expect(await outcomeOf(socket)).toBe('not-paired');
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
      auth: { ...screenAuth(store.keys.kitchen, 'kitchen-1'), role: 'counter' },
    });
    await outcomeOf(kitchen);
    expect(await ask(kitchen, 'order.place', anOrderInput())).toMatchObject({
      refusal: { code: 'request.forbidden' },
    });
  });

  test('hears that the kitchen has something new, and finds it there', async () => {
    const counter = await aTill();
    const kitchen = connect(paired(store.keys.kitchen));
    await outcomeOf(kitchen);
    const changed = heard(kitchen, 'kitchen');
    const input = anOrderInput();
    await ask(counter, 'order.place', input);
    await changed;
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

describe('a till', () => {
  test('sells nothing before somebody signed in', async () => {
    const socket = connect(paired(store.keys.counter));
    await outcomeOf(socket);
    expect(await ask(socket, 'order.place', anOrderInput())).toMatchObject({
      refusal: { code: 'staff.sign-in-first' },
    });
    expect(await ask(socket, 'staff.list', {})).toMatchObject({ ok: true });
  });

  test('keeps its session through a cut, and another till has its own', async () => {
    const first = await aTill('till-1', SOFIA);
    const second = await aTill('till-2', NADIA);
    first.close();
    const back = connect(paired(store.keys.counter, 'till-1'));
    await outcomeOf(back);
    expect(await ask(back, 'session.current', {})).toMatchObject({
      value: { device: tillName('till-1'), session: { firstName: 'Sofia', role: 'cashier' } },
    });
    expect(await ask(second, 'session.current', {})).toMatchObject({
      value: { session: { firstName: 'Nadia', rights: expect.arrayContaining(['order.refund']) } },
    });
  });

  test('has its session to itself: whoever knows its name and the key of the tills has none', async () => {
    await aTill('till-1', NADIA);
    const window = { role: 'counter', name: 'counter', device: 'till-main' } as const;
    expect(await store.request('staff.sign-in', NADIA, window)).toMatchObject({ ok: true });
    for (const name of [tillName('till-1'), 'till-main']) {
      const screen = connect({ auth: { ...screenAuth(store.keys.counter, name), device: name } });
      await outcomeOf(screen);
      const current = await ask(screen, 'session.current', {});
      expect(current).toEqual({ ok: true, value: { device: tillName(name) } });
      expect(await ask(screen, 'order.place', anOrderInput())).toMatchObject({
        refusal: { code: 'staff.sign-in-first' },
      });
    }
  });

  test('changes hands by a PIN, without signing out first', async () => {
    const till = await aTill('till-1', SOFIA);
    expect(await ask(till, 'staff.sign-in', HUGO)).toMatchObject({ value: { firstName: 'Hugo' } });
    expect(await ask(till, 'staff.sign-out', {})).toMatchObject({ ok: true });
    expect(await ask(till, 'session.current', {})).toEqual({
      ok: true,
      value: { device: tillName('till-1') },
    });
  });

  test('that is locked opens for its owner and for a manager, for nobody else', async () => {
    const till = await aTill('till-1', SOFIA);
    await ask(till, 'staff.lock', {});
    expect(await ask(till, 'order.place', anOrderInput())).toMatchObject({
      refusal: { code: 'staff.locked' },
    });
    expect(await ask(till, 'staff.sign-in', HUGO)).toMatchObject({
      refusal: { code: 'staff.locked-by-another' },
    });
    expect(await ask(till, 'staff.sign-in', SOFIA)).toMatchObject({ value: { isLocked: false } });
    await ask(till, 'staff.lock', {});
    expect(await ask(till, 'staff.sign-in', NADIA)).toMatchObject({
      value: { firstName: 'Nadia' },
    });
  });

  test('sees which other tills are there, and who stands at them', async () => {
    const first = await aTill('till-1', SOFIA);
    const second = await aTill('till-2', NADIA);
    const list = () => ask(first, 'till.list', {});
    expect(await list()).toEqual({
      ok: true,
      value: [{ device: tillName('till-2'), firstName: 'Nadia', isOnline: true }],
    });
    const gone = heard(first, 'session');
    second.close();
    await gone;
    expect(await list()).toMatchObject({
      value: [{ device: tillName('till-2'), isOnline: false }],
    });
  });

  test('shows its customer what it sells, and the customer display nothing else', async () => {
    const till = await aTill('till-1');
    const display = connect(paired(store.keys.display, 'display-1'));
    await outcomeOf(display);
    const changed = heard(display, 'display');
    const shown = {
      lines: [{ quantity: 1, text: 'Reine M', detail: ['sans oignon'], grossCents: 1_190 }],
      discounts: [],
      totalCents: 1_190,
      dueCents: 1_190,
      stage: 'ordering',
    };
    expect(await ask(till, 'display.show', shown)).toMatchObject({ ok: true });
    await changed;
    expect(await ask(display, 'display.current', { device: tillName('till-1') })).toMatchObject({
      value: { storeName: 'OC Pizza Lyon 3', isTraining: false, shown },
    });
    for (const method of ['order.board', 'customer.search', 'display.show'])
      expect(await ask(display, method, {})).toMatchObject({
        refusal: { code: 'request.forbidden' },
      });
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
