import { createServer, type Server, type Socket } from 'node:net';

import type { Connection, ConnectionEnd } from '../../link/transport.ts';
import { closeServer, listen, portOf } from '../../virtual/listen.ts';
import type { PrinterFault, PrinterMachine } from './machine.ts';

/** The printer's end of a line. `tear` is what a reset or a pulled cable looks like from here. */
export type PrinterEnd = Connection & { readonly tear: () => void };

/** The outside of the virtual printer: one session at a time, and what can happen to a cable. */
export type Plug = {
  readonly port: number;
  /** Plugs in a line that is no network: the far end of a memory or serial line. */
  readonly attach: (end: PrinterEnd) => void;
  readonly reply: (bytes: Uint8Array) => void;
  readonly isConnected: () => boolean;
  /** To be called after the machine got another fault. */
  readonly faultChanged: () => Promise<void>;
  readonly close: () => Promise<void>;
};

type Cable = { session: PrinterEnd | undefined; taken: number; isCut: boolean; isMute: boolean };
type Outside = {
  readonly cable: Cable;
  readonly machine: PrinterMachine;
  readonly changed: () => void;
  readonly powerLost: () => void;
  readonly isNetwork: boolean;
};

export async function openPlug(context: {
  readonly host: string;
  readonly port: number;
  readonly machine: PrinterMachine;
  readonly changed: () => void;
}): Promise<Plug> {
  const { host, machine, changed } = context;
  const cable: Cable = { session: undefined, taken: 0, isCut: false, isMute: false };
  const powerLost = (): void => void unplug(server);
  const outside = { cable, machine, changed, powerLost };
  const server = createServer({ noDelay: true }, (socket) =>
    accept(endOf(socket), { ...outside, isNetwork: true }),
  );
  await listen(server, { host, port: context.port });
  const port = portOf(server);

  return {
    port,
    attach: (end) => accept(end, { ...outside, isNetwork: false }),
    reply(bytes) {
      if (!cable.isMute) void cable.session?.write(bytes);
    },
    isConnected: () => cable.session !== undefined,
    async faultChanged() {
      const fault = machine.fault;
      const wasMute = cable.isMute;
      cable.taken = 0;
      cable.isCut = fault.kind === 'off';
      cable.isMute = fault.kind === 'half-open' && fault.afterBytes === 0;
      if (wasMute || fault.kind === 'off') cable.session?.tear();
      if (fault.kind === 'off') await unplug(server);
      else if (!server.listening) await listen(server, { host, port });
    },
    async close() {
      machine.close();
      cable.session?.tear();
      await unplug(server);
    },
  };
}

async function unplug(server: Server): Promise<void> {
  if (server.listening) await closeServer(server);
}

function accept(end: PrinterEnd, outside: Outside): void {
  const { cable, machine, changed, powerLost } = outside;
  if (cable.session !== undefined || cable.isCut) {
    end.tear();
    return;
  }
  cable.session = end;
  machine.connect(outside.isNetwork);
  changed();
  end.listen({
    received(bytes) {
      const passed = bytes.subarray(0, passing(machine.fault, cable.taken));
      cable.taken += bytes.length;
      if (passed.length > 0) machine.receive(passed);
      if (passed.length === bytes.length) return;
      if (machine.fault.kind === 'half-open') {
        cable.isMute = true;
        return;
      }
      cable.isCut = true;
      if (machine.fault.kind === 'power-cut') {
        machine.losePower();
        powerLost();
      }
      end.tear();
    },
    over() {
      if (cable.session !== end) return;
      cable.session = undefined;
      machine.release();
      changed();
    },
  });
}

/** How many more bytes the cable carries. */
function passing(fault: PrinterFault, taken: number): number | undefined {
  switch (fault.kind) {
    case 'cut-cable':
    case 'half-open':
    case 'power-cut':
      return Math.max(0, fault.afterBytes - taken);
    default:
      return undefined;
  }
}

function endOf(socket: Socket): PrinterEnd {
  let ended: ConnectionEnd | undefined;
  return {
    listen(listener) {
      const over = (end: ConnectionEnd): void => {
        if (ended !== undefined) return;
        ended = end;
        listener.over(end);
      };
      socket.on('data', (bytes: Uint8Array) => listener.received(bytes));
      // A peer that vanishes is no event for a printer; `close` follows in any case.
      socket.on('error', () => undefined);
      socket.on('close', () => over('broken'));
    },
    write: (bytes) =>
      new Promise((resolve) => {
        if (socket.destroyed) resolve(false);
        else socket.write(bytes, (error) => resolve(error === undefined || error === null));
      }),
    close: () => socket.destroy(),
    tear: () => socket.resetAndDestroy(),
  };
}
