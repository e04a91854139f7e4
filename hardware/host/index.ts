import { setImmediate as nextTurn } from 'node:timers/promises';

import { virtualUsbOf } from '../hid/virtual-usb.ts';
import { systemTimers } from '../link/timers.ts';
import { startHost } from './host.ts';
import type { HostMessage } from './messages.ts';

/**
 * The hardware host: every driver of a store in one process of its own, so that a driver that crashes
 * or hangs never takes the store node along. A child of Node, or a utility process of Electron. It
 * ends with whoever started it.
 */

/** Electron's `process.parentPort`. */
type ParentPort = {
  readonly postMessage: (message: unknown) => void;
  readonly on: (event: 'message', listener: (event: { readonly data: unknown }) => void) => void;
};

/** More than the 5 s that a terminal out of reach may take to connect. */
const CLOSE_TIMEOUT_MS = 6_000;

const { parentPort } = process as { parentPort?: ParentPort };

function post(message: HostMessage, onWritten: () => void = () => undefined): void {
  if (parentPort !== undefined) {
    parentPort.postMessage(message);
    void nextTurn().then(onWritten);
    return;
  }
  // A store node that is gone hears nothing; `disconnect` follows.
  process.send?.(message, undefined, undefined, onWritten);
}

let isEnding = false;
function end(): void {
  if (isEnding) return;
  isEnding = true;
  setTimeout(() => process.exit(1), CLOSE_TIMEOUT_MS).unref();
  // NOTE: it leaves once the last message is written, and with it every answer before.
  void host.close().then(
    () => post({ type: 'closed' }, () => process.exit(0)),
    () => process.exit(1),
  );
}

const host = startHost({
  now: () => new Date().toISOString(),
  timers: systemTimers,
  clocks: { wallMs: () => Date.now(), monotonicMs: () => performance.now() },
  random: () => Math.random(),
  // `stripe-secret-key` is in the environment as OC_PIZZA_STRIPE_SECRET_KEY, and nowhere else.
  secrets: (name) => process.env[`OC_PIZZA_${name.toUpperCase().replace(/[^A-Z\d]/g, '_')}`],
  // `npm run simulators` says what to put here.
  virtualUsb: virtualUsbOf(process.env['OC_PIZZA_VIRTUAL_USB']),
  post: (message) => post(message),
  onStop: end,
});
if (parentPort !== undefined) parentPort.on('message', ({ data }) => host.hear(data));
else process.on('message', (message) => host.hear(message));
// NOTE: without a store node there is nobody to tell how a payment ended; its next start says so.
process.on('disconnect', () => process.exit(0));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, end);
