import { type Client, clientOver, type Contract } from '#app/contract/contract.ts';

import { ipcWire } from './ipc-wire.ts';
import { socketWire } from './socket-wire.ts';

const STORED_KEY = 'oc-pizza.device-key';
const STORED_DEVICE = 'oc-pizza.device';
/** Letters and digits of the name of a device: never the same twice in a chain. */
const DEVICE_LETTERS = 12;

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

/**
 * What this device is called, made once and kept: `till-4k2v…`, `kitchen-…`. It tells one till from
 * another, so that a session stays with its screen; it is no secret and proves nothing.
 */
function deviceName(surface: string): string {
  const name = `${STORED_DEVICE}.${surface}`;
  const known = window.localStorage.getItem(name);
  if (known !== null) return known;
  const letters = Array.from(crypto.getRandomValues(new Uint8Array(DEVICE_LETTERS)), (byte) =>
    (byte % 36).toString(36),
  );
  const made = `${surface === 'counter' ? 'till' : surface}-${letters.join('')}`;
  window.localStorage.setItem(name, made);
  return made;
}

/** Connects a surface to its node: over Electron's bridge where there is one, else over a socket. */
export function connectSurface<C extends Contract>(contract: C, surface: string): Client<C> {
  return clientOver(
    contract,
    ipcWire() ??
      socketWire(window.location.origin, {
        deviceKey: deviceKey(surface),
        device: deviceName(surface),
      }),
  );
}
