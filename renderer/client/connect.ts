import { type Client, clientOver, type Contract } from '#app/contract/contract.ts';

import { ipcWire } from './ipc-wire.ts';
import { socketWire } from './socket-wire.ts';

const STORED_KEY = 'oc-pizza.device-key';
const STORED_SECRET = 'oc-pizza.device-secret';
const SECRET_BYTES = 24;

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
  // Another key given to a page that is open changes only the fragment, which loads nothing.
  window.addEventListener('hashchange', () => window.location.reload());
  return window.localStorage.getItem(name) ?? undefined;
}

/**
 * What tells this device from every other: made once, kept here and shown to nobody but the node,
 * which makes the name of the device from it (`till-3f9c…`). So a session stays with its screen.
 */
function deviceSecret(surface: string): string {
  const name = `${STORED_SECRET}.${surface}`;
  const known = window.localStorage.getItem(name);
  if (known !== null) return known;
  const bytes = crypto.getRandomValues(new Uint8Array(SECRET_BYTES));
  const made = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
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
        deviceSecret: deviceSecret(surface),
      }),
  );
}
