import { EventEmitter } from 'node:events';

import { expect, test } from 'vitest';

import type { HostEnd } from '#main/hardware-host/process.ts';
import { shellHostProcesses } from '#main/hardware-host/shell-process.ts';

/** The node's end of the port to the shell. */
function aDoor() {
  const events = new EventEmitter();
  const sent: unknown[] = [];
  const start = shellHostProcesses({
    postMessage: (message) => void sent.push(message),
    on: (event, listener) => events.on(event, listener),
  });
  const shellSays = (message: unknown) => events.emit('message', { data: message });
  return { sent, start, shellSays };
}

test('the shell is asked for a host, and what is said to it goes through the shell', () => {
  const { sent, start, shellSays } = aDoor();
  const host = start();
  const heard: unknown[] = [];
  host.onMessage((message) => heard.push(message));
  expect(host.post({ type: 'ping', id: 1 })).toBe(true);
  shellSays({ hardware: { type: 'said', host: 1, message: { type: 'ready' } } });
  host.kill();
  expect(sent).toEqual([
    { hardware: { type: 'start', host: 1 } },
    { hardware: { type: 'tell', host: 1, message: { type: 'ping', id: 1 } } },
    { hardware: { type: 'kill', host: 1 } },
  ]);
  expect(heard).toEqual([{ type: 'ready' }]);
});

test('a host that ended takes nothing more, and is not taken for the next one', () => {
  const { start, shellSays } = aDoor();
  const first = start();
  const ends: HostEnd[] = [];
  first.onExit((end) => ends.push(end));
  shellSays({ hardware: { type: 'ended', host: 1, code: 139, words: 'cut' } });
  expect(ends).toEqual([{ code: 139, words: 'cut' }]);
  expect(first.post({ type: 'stop' })).toBe(false);
  const heard: unknown[] = [];
  start().onMessage((message) => heard.push(message));
  shellSays({ hardware: { type: 'said', host: 1, message: 'late' } });
  shellSays({ hardware: { type: 'said', host: 2, message: 'mine' } });
  expect(heard).toEqual(['mine']);
});

test('the requests of the windows, which come over the same port, are none of its business', () => {
  const { start, shellSays } = aDoor();
  const heard: unknown[] = [];
  start().onMessage((message) => heard.push(message));
  shellSays({ id: 1, method: 'menu.current', input: {}, role: 'counter' });
  shellSays({ stop: true });
  expect(heard).toEqual([]);
});
