import type { Server as HttpServer } from 'node:http';

import { Server } from 'socket.io';

import type { Caller } from '#app/contract/contract.ts';
import type { Door } from '#app/contract/door.ts';
import { type Result, refuse } from '#app/lib/result.ts';

import type { Presence } from '../store/staff/presence.ts';
import { type DeviceKeys, roleWith } from './device-keys.ts';
import { deviceName } from './device-name.ts';

/** A screen's largest question is an order of 100 lines. */
const REQUEST_MAX_BYTES = 200_000;

type FromScreen = {
  request: (method: unknown, input: unknown, reply: unknown) => void;
};
type ToScreen = { changed: (topics: readonly string[]) => void };

/** The real shop, or the one to practise in. */
export type World = 'real' | 'training';

export type ServedLan = {
  /** Tells the screens of one world what changed in it. */
  readonly announce: (topics: readonly string[], world?: World) => void;
  /** Tells one device, whichever world it is in. */
  readonly announceTo: (device: string, topics: readonly string[]) => void;
  readonly close: () => Promise<void>;
};

/**
 * Serves the door to paired screens over Socket.IO, on the same port as their pages. The key that a
 * screen shows gives its role; the secret that it keeps gives its name, and thereby its session,
 * which the door looks up at every request. The windows of the machine itself (`till-main`) come by
 * another way, and no secret has their name.
 */
export function serveOverLan({
  http,
  door,
  keys,
  presence,
  isInTraining,
}: {
  http: HttpServer;
  door: Door;
  keys: DeviceKeys;
  presence: Pick<Presence, 'connect'>;
  isInTraining: (device: string) => boolean;
}): ServedLan {
  const io = new Server<FromScreen, ToScreen>(http, {
    maxHttpBufferSize: REQUEST_MAX_BYTES,
    serveClient: false,
    // A page of another origin (a rebound name, another site) may not speak for a screen.
    allowRequest: (request, decide) => decide(null, isOwnOrigin(request.headers)),
  });
  const deviceOf = new Map<string, string>();
  io.use((socket, next) => {
    const caller = callerOf(keys, socket.handshake.auth);
    next(caller === undefined ? new Error('not-paired') : undefined);
  });
  io.on('connection', (socket) => {
    const caller = callerOf(keys, socket.handshake.auth);
    if (caller === undefined) return;
    deviceOf.set(socket.id, caller.device);
    const leave = presence.connect(caller.device, caller.role);
    socket.on('disconnect', () => {
      deviceOf.delete(socket.id);
      leave();
    });
    socket.on('request', (method, input, reply) => {
      const answer =
        typeof reply === 'function' ? (reply as (result: Result<unknown>) => void) : undefined;
      if (answer === undefined) return;
      door(method, input, caller).then(answer, () => answer(refuse({ code: 'request.failed' })));
    });
  });

  const tell = (topics: readonly string[], isMeant: (device: string) => boolean) => {
    for (const [socketId, device] of deviceOf)
      if (isMeant(device)) io.to(socketId).emit('changed', topics);
  };
  return {
    announce: (topics, world = 'real') =>
      tell(topics, (device) => isInTraining(device) === (world === 'training')),
    announceTo: (device, topics) => tell(topics, (each) => each === device),
    close: async () => {
      io.disconnectSockets(true);
      // NOTE: closing the sockets closes the HTTP server, which would wait for a request cut off midway.
      http.closeAllConnections();
      await io.close();
    },
  };
}

/** Who speaks; undefined for a stranger, and for a screen that cannot be told from another. */
function callerOf(
  keys: DeviceKeys,
  auth: Readonly<Record<string, unknown>>,
): (Caller & { device: string }) | undefined {
  const role = roleWith(keys, auth['deviceKey']);
  if (role === undefined) return undefined;
  const device = deviceName(role, auth['deviceSecret']);
  return device === undefined ? undefined : { role, name: role, device };
}

/** A browser names the page's origin; it must be this very server. Other programs name none. */
function isOwnOrigin(headers: { origin?: string | undefined; host?: string | undefined }): boolean {
  if (headers.origin === undefined) return true;
  return URL.canParse(headers.origin) && new URL(headers.origin).host === headers.host;
}
