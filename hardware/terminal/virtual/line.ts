import type { Socket } from 'node:net';

import type { Connection, ConnectionEnd, ConnectionListener } from '../../link/transport.ts';

/** The terminal's end of a line: TCP, serial or memory. `tear` breaks it without a goodbye. */
export type TerminalLine = Connection & { readonly tear?: () => void };

/** A connection that a till has opened. */
export function lineOver(socket: Socket): TerminalLine {
  let listener: ConnectionListener | undefined;
  let end: ConnectionEnd | undefined;
  const finish = (why: ConnectionEnd): void => {
    if (end !== undefined) return;
    end = why;
    listener?.over(why);
  };
  // A till that vanishes does not stop a terminal; `close` follows in any case.
  socket.on('error', () => undefined);
  socket.on('end', () => finish('ended'));
  socket.on('close', () => finish('broken'));
  socket.on('data', (bytes: Uint8Array) => listener?.received(bytes));
  return {
    listen(added) {
      listener = added;
    },
    write: (bytes) =>
      new Promise((resolve) => {
        if (!socket.writable) resolve(false);
        else socket.write(bytes, (error) => resolve(error === undefined || error === null));
      }),
    close: () => void socket.end(),
    tear: () => void socket.resetAndDestroy(),
  };
}
