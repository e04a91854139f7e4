import { createServer, type Socket } from 'node:net';

import { closeServer, listen, portOf } from '../../virtual/listen.ts';
import { startPageServer } from '../../virtual/page-server.ts';
import { type Display, DisplayMachine } from './machine.ts';

export type VirtualDisplay = {
  readonly port: number;
  readonly pagePort: number;
  readonly display: () => Display;
  /** Bytes taken since the start. */
  readonly taken: () => number;
  readonly unknownCommands: () => number;
  /** Pulled out, its text gone; `plug` puts it back, blank. */
  readonly isPlugged: () => boolean;
  readonly unplug: () => void;
  readonly plug: () => void;
  /** The power went and came back behind a line that stayed open: blank, in its own letters. */
  readonly losePower: () => void;
  readonly onChange: (listener: () => void) => () => void;
  readonly close: () => Promise<void>;
};

/** A customer display behind a serial server (raw TCP), its two lines on a page. */
export async function startVirtualDisplay(options: {
  readonly name: string;
  readonly host?: string;
  /** 0 chooses a free one. */
  readonly port: number;
  readonly pagePort: number;
}): Promise<VirtualDisplay> {
  const host = options.host ?? '127.0.0.1';
  const machine = new DisplayMachine();
  const listeners = new Set<() => void>();
  const socket = await startSocket({ host, port: options.port }, machine, () => {
    for (const listener of listeners) listener();
  });
  const { port, setPlugged } = socket;
  const state = (): object => ({
    name: options.name,
    address: `${host}:${port}`,
    isPlugged: socket.isPlugged(),
    ...machine.display,
  });
  const page = await startPageServer({
    host,
    port: options.pagePort,
    folder: new URL('./page/', import.meta.url),
    state,
    answer({ method, path }) {
      if (method !== 'POST' || (path !== '/plug' && path !== '/unplug'))
        return Promise.resolve(undefined);
      setPlugged(path === '/plug');
      return Promise.resolve({ type: 'json', value: { isPlugged: socket.isPlugged() } });
    },
  }).catch(async (fault: unknown) => {
    await socket.close();
    throw fault;
  });
  listeners.add(page.changed);
  return {
    port,
    pagePort: page.port,
    display: () => machine.display,
    taken: socket.taken,
    unknownCommands: () => machine.unknown,
    isPlugged: socket.isPlugged,
    unplug: () => setPlugged(false),
    plug: () => setPlugged(true),
    losePower() {
      machine.reset();
      for (const listener of listeners) listener();
    },
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async close() {
      await Promise.all([socket.close(), page.close()]);
    },
  };
}

type DisplaySocket = {
  readonly port: number;
  readonly isPlugged: () => boolean;
  readonly setPlugged: (isPlugged: boolean) => void;
  readonly taken: () => number;
  readonly close: () => Promise<void>;
};

/** The cable of the display: what comes over it goes to the machine. */
async function startSocket(
  at: { readonly host: string; readonly port: number },
  machine: DisplayMachine,
  changed: () => void,
): Promise<DisplaySocket> {
  const sockets = new Set<Socket>();
  let isPlugged = true;
  let taken = 0;
  const server = createServer((socket) => {
    // A till that vanishes does not stop a display; `close` follows in any case.
    socket.on('error', () => undefined);
    if (!isPlugged) {
      socket.destroy();
      return;
    }
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('data', (bytes) => {
      taken += bytes.length;
      machine.receive(bytes);
      changed();
    });
  });
  const cut = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  await listen(server, at);
  return {
    port: portOf(server),
    isPlugged: () => isPlugged,
    setPlugged(next) {
      isPlugged = next;
      if (!next) machine.reset();
      cut();
      changed();
    },
    taken: () => taken,
    async close() {
      cut();
      await closeServer(server);
    },
  };
}
