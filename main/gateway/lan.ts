import type { Server as HttpServer } from 'node:http';

import { Server } from 'socket.io';

import type { Door } from '#app/contract/door.ts';
import { type Result, refuse } from '#app/lib/result.ts';

import { callerWith, type DeviceKeys } from './device-keys.ts';

/** A screen's largest question is an order of 100 lines. */
const REQUEST_MAX_BYTES = 200_000;

type FromScreen = {
  request: (method: unknown, input: unknown, reply: unknown) => void;
};
type ToScreen = { changed: (topics: readonly string[]) => void };

/** Serves the door to paired screens over Socket.IO, on the same port as their pages. */
export function serveOverLan({
  http,
  door,
  keys,
}: {
  http: HttpServer;
  door: Door;
  keys: DeviceKeys;
}): { announce: (topics: readonly string[]) => void; close: () => Promise<void> } {
  const io = new Server<FromScreen, ToScreen>(http, {
    maxHttpBufferSize: REQUEST_MAX_BYTES,
    serveClient: false,
    // A page of another origin (a rebound name, another site) may not speak for a screen.
    allowRequest: (request, decide) => decide(null, isOwnOrigin(request.headers)),
  });
  io.use((socket, next) => {
    const caller = callerWith(keys, socket.handshake.auth['deviceKey']);
    next(caller === undefined ? new Error('not-paired') : undefined);
  });
  io.on('connection', (socket) => {
    const caller = callerWith(keys, socket.handshake.auth['deviceKey']);
    if (caller === undefined) return;
    socket.on('request', (method, input, reply) => {
      const answer =
        typeof reply === 'function' ? (reply as (result: Result<unknown>) => void) : undefined;
      if (answer === undefined) return;
      door(method, input, caller).then(answer, () => answer(refuse({ code: 'request.failed' })));
    });
  });
  return {
    announce: (topics) => void io.emit('changed', topics),
    close: async () => {
      io.disconnectSockets(true);
      await io.close();
    },
  };
}

/** A browser names the page's origin; it must be this very server. Other programs name none. */
function isOwnOrigin(headers: { origin?: string | undefined; host?: string | undefined }): boolean {
  if (headers.origin === undefined) return true;
  return URL.canParse(headers.origin) && new URL(headers.origin).host === headers.host;
}
