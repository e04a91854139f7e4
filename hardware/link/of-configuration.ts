import { assert, assertNever } from '#app/lib/assert.ts';

import type { TransportConfiguration } from '../configuration.ts';
import { fileTransport } from './file.ts';
import { serialTransport } from './serial.ts';
import { tcpTransport } from './tcp.ts';
import { systemTimers, type Timers } from './timers.ts';
import type { Transport } from './transport.ts';

/**
 * The way to a device, as a store has configured it. A queue of the operating system is no line: it
 * takes files and answers nothing, and is a printer of its own.
 */
export function transportOf(
  configuration: TransportConfiguration,
  timers: Timers = systemTimers,
): Transport {
  assert(configuration.kind !== 'spooler', 'a spooler is no transport');
  switch (configuration.kind) {
    case 'tcp':
      return tcpTransport(configuration);
    case 'serial':
      return serialTransport(configuration);
    case 'file':
      return fileTransport(configuration.path, timers);
    default:
      return assertNever(configuration);
  }
}
