import { createServer, type Socket } from 'node:net';

import { closeServer, listen, portOf } from '../../virtual/listen.ts';
import { bytesOfHex, hexOfBytes } from '../../link/capture.ts';
import type { HidDevice } from '../port.ts';

/**
 * A USB bus on TCP, for simulators: whoever connects sees the devices that are plugged in, one JSON
 * object a line. From the bus: `plug`, `unplug`, `in`. To the bus: `open`, `close`, `out`, `feature`.
 */
export type BusLine =
  | { readonly say: 'plug'; readonly device: HidDevice }
  | { readonly say: 'unplug' | 'open' | 'close'; readonly path: string }
  | { readonly say: 'in' | 'out' | 'feature'; readonly path: string; readonly hex: string };

export type HidBus = {
  readonly port: number;
  readonly plug: (device: HidDevice) => void;
  readonly unplug: (path: string) => void;
  readonly report: (path: string, report: Uint8Array) => void;
  /** Whether some driver has it open. */
  readonly isOpen: (path: string) => boolean;
  readonly close: () => Promise<void>;
};

/** One line of the bus, or `undefined` for anything else. */
export function busLineOf(text: string): BusLine | undefined {
  try {
    const line: unknown = JSON.parse(text);
    if (typeof line !== 'object' || line === null || !('say' in line)) return undefined;
    const { say, path, hex, device } = line as Record<string, unknown>;
    // A device is what our own simulator says it is.
    if (say === 'plug' && typeof device === 'object') return { say, device: device as HidDevice };
    if (typeof path !== 'string') return undefined;
    if (say === 'unplug' || say === 'open' || say === 'close') return { say, path };
    const isReport = say === 'in' || say === 'out' || say === 'feature';
    return isReport && typeof hex === 'string' ? { say, path, hex } : undefined;
  } catch {
    // No JSON: not from a bus.
    return undefined;
  }
}

/** Gives each whole line of a socket; what has no end is not kept for ever. */
export function eachBusLine(socket: Socket, give: (line: BusLine) => void): void {
  let rest = '';
  socket.setEncoding('utf8');
  socket.on('data', (text) => {
    const lines = `${rest}${String(text)}`.split('\n');
    rest = (lines.pop() ?? '').slice(-LINE_MAX);
    for (const line of lines) {
      const read = busLineOf(line);
      if (read !== undefined) give(read);
    }
  });
}

const LINE_MAX = 20_000;

export async function startHidBus(context: {
  readonly host: string;
  readonly port: number;
  readonly changed: () => void;
  readonly onWritten: (path: string, kind: 'out' | 'feature', report: Uint8Array) => void;
}): Promise<HidBus> {
  const devices = new Map<string, HidDevice>();
  const drivers = new Map<Socket, Set<string>>();
  const server = createServer((socket) => {
    const open = new Set<string>();
    drivers.set(socket, open);
    // A till that vanishes lets go of its devices; `close` follows in any case.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      drivers.delete(socket);
      context.changed();
    });
    for (const device of devices.values()) say(socket, { say: 'plug', device });
    eachBusLine(socket, (line) => {
      if (line.say === 'open') open.add(line.path);
      else if (line.say === 'close') open.delete(line.path);
      else if (line.say === 'out' || line.say === 'feature') {
        context.onWritten(line.path, line.say, bytesOfHex(line.hex));
      }
      context.changed();
    });
  });
  await listen(server, context);
  return {
    port: portOf(server),
    plug(device) {
      devices.set(device.path, device);
      for (const socket of drivers.keys()) say(socket, { say: 'plug', device });
      context.changed();
    },
    unplug(path) {
      devices.delete(path);
      for (const [socket, open] of drivers) {
        open.delete(path);
        say(socket, { say: 'unplug', path });
      }
      context.changed();
    },
    report(path, report) {
      for (const [socket, open] of drivers) {
        if (open.has(path)) say(socket, { say: 'in', path, hex: hexOfBytes(report) });
      }
    },
    isOpen: (path) => [...drivers.values()].some((open) => open.has(path)),
    async close() {
      for (const socket of drivers.keys()) socket.destroy();
      await closeServer(server);
    },
  };
}

export function say(socket: Socket, line: BusLine): void {
  socket.write(`${JSON.stringify(line)}\n`);
}
