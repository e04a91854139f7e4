import { io } from 'socket.io-client';

import type { LinkState, Wire } from '#app/contract/contract.ts';
import { type Result, refuse } from '#app/lib/result.ts';

/** Longer than any durable commit, shorter than a person's patience. */
const REPLY_TIMEOUT_MS = 5_000;

/** A screen that was turned away asks again this often: it may be paired meanwhile. */
const PAIRED_AGAIN_MS = 5_000;

/**
 * A screen in a plain browser. `deviceKey` is the key that the node gave this device when it was
 * paired, `deviceSecret` what tells it from others; without a key the session cookie speaks (head
 * office).
 */
export function socketWire(
  url: string,
  {
    deviceKey,
    deviceSecret,
  }: { readonly deviceKey?: string | undefined; readonly deviceSecret?: string },
): Wire & { close: () => void } {
  const socket = io(url, {
    auth: deviceKey === undefined ? {} : { deviceKey, deviceSecret },
    transports: ['websocket'],
    reconnectionDelay: 300,
    reconnectionDelayMax: 3_000,
  });
  const listeners = new Set<(state: LinkState) => void>();
  let state: LinkState = { status: 'down', sinceMs: Date.now() };
  const become = (next: LinkState) => {
    state = next;
    for (const listener of listeners) listener(next);
  };
  socket.on('connect', () => become({ status: 'up' }));
  socket.on('disconnect', () => become({ status: 'down', sinceMs: Date.now() }));
  let again: ReturnType<typeof setTimeout> | undefined;
  socket.on('connect_error', ({ message }) => {
    // The node answered, and turned this screen away: Socket.IO does not try again by itself.
    if (message !== 'not-paired') return;
    become({ status: 'not-paired' });
    again = setTimeout(() => socket.connect(), PAIRED_AGAIN_MS);
  });

  return {
    async request(method, input) {
      if (!socket.connected) return refuse({ code: 'link.down' });
      try {
        const reply: unknown = await socket
          .timeout(REPLY_TIMEOUT_MS)
          .emitWithAck('request', method, input);
        return reply as Result<unknown>;
      } catch {
        return refuse({ code: 'link.no-answer', detail: { method, timeoutMs: REPLY_TIMEOUT_MS } });
      }
    },
    onChanged(listener) {
      socket.on('changed', listener);
      return () => void socket.off('changed', listener);
    },
    onLink(listener) {
      listeners.add(listener);
      listener(state);
      return () => void listeners.delete(listener);
    },
    close: () => {
      clearTimeout(again);
      socket.close();
    },
  };
}
