import { createServer, type Server, type Socket } from 'node:net';

import { closeServer, listen, portOf } from '../../virtual/listen.ts';
import type { PrinterFault, PrinterMachine } from './machine.ts';

/** The network side of the virtual printer: one session at a time, and what can happen to a cable. */
export type Plug = {
  readonly port: number;
  readonly reply: (bytes: Uint8Array) => void;
  readonly isConnected: () => boolean;
  /** To be called after the machine got another fault. */
  readonly faultChanged: () => Promise<void>;
  readonly close: () => Promise<void>;
};

type Cable = { session: Socket | undefined; taken: number; isCut: boolean; isMute: boolean };

export async function openPlug(context: {
  readonly host: string;
  readonly port: number;
  readonly machine: PrinterMachine;
  readonly changed: () => void;
}): Promise<Plug> {
  const { host, machine, changed } = context;
  const cable: Cable = { session: undefined, taken: 0, isCut: false, isMute: false };
  const server = createServer((socket) => accept(socket, { cable, machine, changed }));
  await listen(server, { host, port: context.port });
  const port = portOf(server);

  return {
    port,
    reply(bytes) {
      if (!cable.isMute) cable.session?.write(bytes);
    },
    isConnected: () => cable.session !== undefined,
    async faultChanged() {
      const fault = machine.fault;
      const wasMute = cable.isMute;
      cable.taken = 0;
      cable.isCut = false;
      cable.isMute = fault.kind === 'half-open' && fault.afterBytes === 0;
      if (wasMute || fault.kind === 'off') cable.session?.destroy();
      if (fault.kind === 'off') await unplug(server);
      else if (!server.listening) await listen(server, { host, port });
    },
    async close() {
      machine.close();
      cable.session?.destroy();
      await unplug(server);
    },
  };
}

async function unplug(server: Server): Promise<void> {
  if (server.listening) await closeServer(server);
}

function accept(
  socket: Socket,
  { cable, machine, changed }: { cable: Cable; machine: PrinterMachine; changed: () => void },
): void {
  if (cable.session !== undefined || cable.isCut) {
    socket.resetAndDestroy();
    return;
  }
  cable.session = socket;
  changed();
  // A peer that vanishes is no event for a printer; `close` follows in any case.
  socket.on('error', () => undefined);
  socket.on('close', () => {
    cable.session = undefined;
    machine.release();
    changed();
  });
  socket.on('data', (bytes: Uint8Array) => {
    const passed = bytes.subarray(0, passing(machine.fault, cable.taken));
    cable.taken += bytes.length;
    if (passed.length > 0) machine.receive(passed);
    if (passed.length === bytes.length) return;
    if (machine.fault.kind === 'half-open') cable.isMute = true;
    else {
      cable.isCut = true;
      socket.resetAndDestroy();
    }
  });
}

/** How many more bytes the cable carries. */
function passing(fault: PrinterFault, taken: number): number | undefined {
  const hasLimit = fault.kind === 'cut-cable' || fault.kind === 'half-open';
  return hasLimit ? Math.max(0, fault.afterBytes - taken) : undefined;
}
