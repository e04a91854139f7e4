import { EventEmitter } from 'node:events';

import { expect, test } from 'vitest';

import { bridgeOver } from '#main/shell/bridge/exposed.ts';

function aRenderer() {
  const invoked: unknown[][] = [];
  const events = new EventEmitter();
  const zooms: number[] = [];
  const ipc = {
    invoke: (...message: unknown[]) => {
      invoked.push(message);
      return Promise.resolve({ ok: true, value: 1 });
    },
    on: (channel: string, listener: (...all: never[]) => void) =>
      events.on(channel, listener as (...all: unknown[]) => void),
    off: (channel: string, listener: (...all: never[]) => void) =>
      events.off(channel, listener as (...all: unknown[]) => void),
  };
  const exposed = bridgeOver(ipc, (factor) => void zooms.push(factor));
  return { exposed, invoked, events, zooms };
}

test('a page reaches its node and its own size on the screen, and nothing else', () => {
  expect(Object.keys(aRenderer().exposed).sort()).toEqual([
    'onChanged',
    'request',
    'setZoomFactor',
  ]);
});

test('a page that was calibrated is shown larger, and never too small or too large to read', () => {
  const { exposed, zooms } = aRenderer();
  for (const factor of [1.4, 0, 40, Number.NaN]) exposed.setZoomFactor(factor);
  expect(zooms).toEqual([1.4, 0.5, 3]);
});

test('a page cannot choose the channel', async () => {
  const { exposed, invoked } = aRenderer();
  await exposed.request('order.place', { a: 1 });
  expect(invoked).toEqual([['oc-pizza:request', 'order.place', { a: 1 }]]);
});

test('a page hears topics, never the event of Electron, and no more after it left', () => {
  const { exposed, events } = aRenderer();
  const heard: unknown[][] = [];
  const leave = exposed.onChanged((...all) => void heard.push(all));
  events.emit('oc-pizza:changed', { sender: 'ipcRenderer' }, ['orders']);
  leave();
  events.emit('oc-pizza:changed', {}, ['kitchen']);
  expect(heard).toEqual([[['orders']]]);
});
