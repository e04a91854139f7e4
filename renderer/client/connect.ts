import { type Client, clientOver, type Contract } from '#app/contract/contract.ts';

import { ipcWire } from './ipc-wire.ts';
import { socketWire } from './socket-wire.ts';

const STORED_KEY = 'oc-pizza.device-key';

/**
 * The key this device was paired with. It arrives once, in the fragment of the address
 * (`/counter/#key=…`, which a browser never sends to a server), and is kept.
 */
function deviceKey(surface: string): string | undefined {
  const name = `${STORED_KEY}.${surface}`;
  const given = new URLSearchParams(window.location.hash.slice(1)).get('key');
  if (given !== null) {
    window.localStorage.setItem(name, given);
    window.history.replaceState(null, '', window.location.pathname + window.location.search);
  }
  return window.localStorage.getItem(name) ?? undefined;
}

/** Connects a surface to its node: over Electron's bridge where there is one, else over a socket. */
export function connectSurface<C extends Contract>(contract: C, surface: string): Client<C> {
  return clientOver(contract, ipcWire() ?? socketWire(window.location.origin, deviceKey(surface)));
}
