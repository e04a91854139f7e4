import { createSocket } from 'node:dgram';

import type { Timers } from '../link/timers.ts';
import { ENPC_FUNCTIONS, ENPC_PORT, enpcBytes, enpcMessage, modelIn } from './enpc.ts';

const FOUND_MAX = 50;

export type FoundPrinter = { readonly host: string; readonly model?: string };

/**
 * Asks one address, at a person's request, and listens for `waitMs`: that of a printer, or the
 * broadcast address of the shop's network. Throws what the system says (no network, no right).
 */
export function askEpsonPrinters(asked: {
  readonly host: string;
  readonly port?: number;
  readonly waitMs: number;
  readonly timers: Timers;
}): Promise<FoundPrinter[]> {
  const found = new Map<string, FoundPrinter>();
  const socket = createSocket('udp4');
  return new Promise((resolve, reject) => {
    const end = (): void => {
      socket.close();
      resolve([...found.values()]);
    };
    socket.on('error', (fault) => {
      socket.close();
      reject(fault);
    });
    socket.on('message', (bytes, { address }) => {
      const message = enpcMessage(bytes);
      if (message?.kind !== 'q' || found.size >= FOUND_MAX) return;
      const model = modelIn(message);
      found.set(address, { host: address, ...(model === undefined ? {} : { model }) });
    });
    socket.bind(0, () => {
      socket.setBroadcast(true);
      const question = { kind: 'Q', function: ENPC_FUNCTIONS.basicInformation } as const;
      const bytes = enpcBytes({ ...question, data: new Uint8Array() });
      socket.send(bytes, asked.port ?? ENPC_PORT, asked.host);
      asked.timers.after(asked.waitMs, end);
    });
  });
}
