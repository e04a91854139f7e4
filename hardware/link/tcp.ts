import { createConnection, type Socket } from 'node:net';

import type {
  Connection,
  ConnectionEnd,
  ConnectionListener,
  OpenFailure,
  Opening,
  Transport,
} from './transport.ts';

/** A dead line is found by the system after this long, even when nobody writes. */
const KEEP_ALIVE_MS = 10_000;

export function tcpTransport(target: { readonly host: string; readonly port: number }): Transport {
  return {
    address: `${target.host}:${target.port}`,
    open: (timeoutMs) => openSocket(target, timeoutMs),
  };
}

function openSocket(
  target: { readonly host: string; readonly port: number },
  timeoutMs: number,
): Promise<Opening> {
  return new Promise((resolve) => {
    const socket = createConnection({
      host: target.host,
      port: target.port,
      noDelay: true,
      keepAlive: true,
      keepAliveInitialDelay: KEEP_ALIVE_MS,
    });
    const fail = (reason: OpenFailure, detail: string): void => {
      socket.destroy();
      resolve({ status: 'failed', reason, detail });
    };
    socket.setTimeout(timeoutMs, () =>
      fail(
        'connect-timeout',
        `no connection to ${target.host}:${target.port} within ${timeoutMs} ms`,
      ),
    );
    const refused = (error: NodeJS.ErrnoException): void =>
      fail(error.code === 'ECONNREFUSED' ? 'connection-refused' : 'unreachable', error.message);
    socket.once('error', refused);
    socket.once('connect', () => {
      socket.setTimeout(0);
      socket.removeAllListeners('timeout');
      socket.removeListener('error', refused);
      resolve({ status: 'open', connection: connectionOver(socket) });
    });
  });
}

function connectionOver(socket: Socket): Connection {
  let listener: ConnectionListener | undefined;
  let end: ConnectionEnd | undefined;
  const early: Uint8Array[] = [];
  const finish = (why: ConnectionEnd): void => {
    if (end !== undefined) return;
    end = why;
    listener?.over(why);
  };
  socket.on('data', (bytes: Uint8Array) => {
    if (end !== undefined) return;
    if (listener === undefined) early.push(bytes);
    else listener.received(bytes);
  });
  socket.on('end', () => {
    finish('ended');
    socket.destroy();
  });
  socket.on('error', () => finish('broken'));
  socket.on('close', () => finish('broken'));
  return {
    listen(added) {
      listener = added;
      for (const bytes of early.splice(0)) added.received(bytes);
      if (end !== undefined) added.over(end);
    },
    write: (bytes) =>
      new Promise((resolve) => {
        if (end !== undefined || socket.destroyed) {
          resolve(false);
          return;
        }
        socket.write(bytes, (error) => resolve(error === undefined || error === null));
      }),
    close() {
      finish('closed');
      socket.destroy();
    },
  };
}
