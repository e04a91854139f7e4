import type { SerialLine } from '#hardware/configuration.ts';
import { memoryTransport } from '#hardware/link/memory.ts';
import { serialTransport } from '#hardware/link/serial.ts';
import { tcpTransport } from '#hardware/link/tcp.ts';
import type { Transport } from '#hardware/link/transport.ts';
import type { VirtualTerminal } from '#hardware/terminal/virtual/server.ts';

import { pseudoTerminal } from '../../link/pseudo-terminal.ts';

export type Wired = {
  readonly transport: Transport;
  /** The cable is pulled. */
  readonly pull: () => Promise<void>;
};

/** The ways in which a till can be joined to a virtual Concert terminal. */
export const WIRES: readonly (readonly [string, (virtual: VirtualTerminal) => Promise<Wired>])[] = [
  ['memory', overMemory],
  ['TCP', overTcp],
  ['a serial line', overSerial],
];

function overMemory(virtual: VirtualTerminal): Promise<Wired> {
  const ends: { tear: () => void }[] = [];
  const transport = memoryTransport((far) => {
    ends.push(far);
    virtual.serve(far);
  });
  return Promise.resolve({
    transport,
    pull: () => Promise.resolve(ends.forEach((end) => end.tear())),
  });
}

function overTcp(virtual: VirtualTerminal): Promise<Wired> {
  const transport = tcpTransport({ host: '127.0.0.1', port: virtual.port });
  return Promise.resolve({ transport, pull: () => virtual.close() });
}

export async function overSerial(virtual: VirtualTerminal): Promise<Wired> {
  const device = await pseudoTerminal();
  virtual.serve({
    listen: (listener) => device.listen((bytes) => listener.received(Uint8Array.from(bytes))),
    write(bytes) {
      device.say(Buffer.from(bytes).toString('latin1'));
      return Promise.resolve(true);
    },
    close: () => undefined,
  });
  return { transport: serialTransport(lineAt(device.path)), pull: device.close };
}

export function lineAt(path: string): SerialLine {
  return { path, baudRate: 9_600, dataBits: 8, parity: 'none', stopBits: 1, flow: 'none' };
}
