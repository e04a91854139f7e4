import { MessageChannel } from 'node:worker_threads';

import { afterEach, expect, test } from 'vitest';

import {
  PORT_WAITING_MAX,
  type PortService,
  portOfParent,
  serveOverPort,
  wireOverPort,
} from '#app/contract/port.ts';
import { accept, refuse } from '#app/lib/result.ts';

const open: { close: () => void }[] = [];
afterEach(() => {
  for (const port of open.splice(0)) port.close();
});

/** A shell's end and a store node's end, over a real channel. */
function connected(service: Partial<PortService> = {}) {
  const { port1, port2 } = new MessageChannel();
  open.push(port1, port2);
  const wire = wireOverPort(port1);
  const ready = new Promise<void>((resolve) => wire.onReady(resolve));
  const served = serveOverPort(port2, {
    answer: (method, input, role) => Promise.resolve(accept({ method, input, role })),
    ...service,
  });
  return { wire, ready, served, raw: port1 };
}

test('an answer comes back to the request it belongs to, though another was quicker', async () => {
  const { wire } = connected({
    answer: async (_method, input) => {
      if (input === 'slow') await new Promise((resolve) => setImmediate(resolve));
      return accept(input);
    },
  });
  const [slow, quick] = await Promise.all([
    wire.request('order.place', 'slow', 'counter'),
    wire.request('order.place', 'quick', 'counter'),
  ]);
  expect(slow).toEqual(accept('slow'));
  expect(quick).toEqual(accept('quick'));
});

test('the store node hears which window asks, as a device', async () => {
  const { wire } = connected({
    answer: (_method, _input, role, device) => Promise.resolve(accept({ role, device })),
  });
  expect(await wire.request('order.place', {}, 'counter', 'till-main')).toEqual(
    accept({ role: 'counter', device: 'till-main' }),
  );
});

test('the store node hears the role that the shell gave the window', async () => {
  const { wire } = connected();
  expect(await wire.request('kitchen.board', {}, 'kitchen')).toEqual(
    accept({ method: 'kitchen.board', input: {}, role: 'kitchen' }),
  );
});

test('the shell learns when the store node is ready and what has changed', async () => {
  const { wire, ready, served } = connected();
  await ready;
  const changed = new Promise((resolve) => wire.onChanged(resolve));
  served.announce(['kitchen']);
  expect(await changed).toEqual(['kitchen']);
});

test('a request without a method or with a role no till has is reported and goes no further', async () => {
  const faults: unknown[] = [];
  const asked: string[] = [];
  const { wire, raw } = connected({
    answer: async (method) => {
      asked.push(method);
      return accept(1);
    },
    onFault: (fault) => faults.push(fault),
  });
  raw.postMessage({ id: 1, method: 'order.place', input: {}, role: 'head-office' });
  raw.postMessage({ id: 2, input: {}, role: 'counter' });
  raw.postMessage('hello');
  raw.postMessage(null);
  await wire.request('order.list', {}, 'counter');
  expect(faults).toHaveLength(4);
  expect(asked).toEqual(['order.list']);
});

test('a door that breaks is a refusal for the screen and a fault for the log', async () => {
  const faults: unknown[] = [];
  const { wire } = connected({
    answer: () => Promise.reject(new Error('the disk is gone')),
    onFault: (fault) => faults.push(fault),
  });
  expect(await wire.request('order.place', {}, 'counter')).toMatchObject({
    refusal: { code: 'request.failed' },
  });
  expect(String(faults[0])).toContain('the disk is gone');
});

test('a store node that ends leaves no screen waiting, and later requests are refused at once', async () => {
  const { wire } = connected({ answer: () => new Promise(() => {}) });
  const waiting = wire.request('order.place', {}, 'counter');
  wire.cut({ code: 'link.down' });
  expect(await waiting).toEqual(refuse({ code: 'link.down' }));
  expect(await wire.request('order.place', {}, 'counter')).toEqual(refuse({ code: 'link.down' }));
});

test('a store node that does not answer is not flooded with questions', async () => {
  const { wire } = connected({ answer: () => new Promise(() => {}) });
  const waiting = Array.from({ length: PORT_WAITING_MAX }, () => wire.request('m', {}, 'counter'));
  expect(await wire.request('m', {}, 'counter')).toEqual(refuse({ code: 'link.busy' }));
  wire.cut({ code: 'link.down' });
  expect(await Promise.all(waiting)).toHaveLength(PORT_WAITING_MAX);
});

test('the shell asks for an orderly end', async () => {
  const stopped = new Promise<string>((resolve) => {
    const { wire } = connected({ onStop: () => resolve('closing the database') });
    wire.stop();
  });
  expect(await stopped).toBe('closing the database');
});

test('the port of a utility process unwraps the event around each message', () => {
  const listeners: ((event: { data: unknown }) => void)[] = [];
  const sent: unknown[] = [];
  const port = portOfParent({
    postMessage: (message) => void sent.push(message),
    on: (_event, listener) => void listeners.push(listener),
  });
  const heard: unknown[] = [];
  port.on('message', (message) => void heard.push(message));
  for (const listener of listeners) listener({ data: 'bonjour' });
  port.postMessage('bonsoir');
  expect({ heard, sent }).toEqual({ heard: ['bonjour'], sent: ['bonsoir'] });
});
