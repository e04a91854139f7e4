import { EventEmitter } from 'node:events';

import { expect, test } from 'vitest';

import { bridgeOver } from '#main/shell/bridge/exposed.ts';

function aRenderer() {
  const invoked: unknown[][] = [];
  const events = new EventEmitter();
  const exposed = bridgeOver({
    invoke: (...message) => {
      invoked.push(message);
      return Promise.resolve({ ok: true, value: 1 });
    },
    on: (channel, listener) => events.on(channel, listener),
    off: (channel, listener) => events.off(channel, listener),
  });
  return { exposed, invoked, events };
}

test('a page reaches two functions and nothing else', () => {
  expect(Object.keys(aRenderer().exposed).sort()).toEqual(['onChanged', 'request']);
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
