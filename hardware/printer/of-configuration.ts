import type { PrinterConfiguration } from '../configuration.ts';
import type { Log } from '../link/log.ts';
import { transportOf } from '../link/of-configuration.ts';
import type { Timers } from '../link/timers.ts';
import { printerOver, type ReceiptPrinter } from './device.ts';
import type { PrinterTimes } from './link.ts';
import { profileFor } from './profiles/of-configuration.ts';
import { profileOf } from './profiles/profiles.ts';
import { spoolerPrinter } from './spooler/spooler.ts';

/** The driver of a printer as the settings describe it. */
export function printerOf(
  configuration: PrinterConfiguration,
  context: {
    /** ISO 8601 in UTC. */
    readonly now: () => string;
    readonly timers: Timers;
    readonly log: Log;
    /** Where the usual times do not fit: a test, or a printer known to be slow. */
    readonly times?: Partial<PrinterTimes> | undefined;
  },
): ReceiptPrinter {
  const { transport } = configuration;
  if (profileOf(configuration.profile) === undefined) {
    const { id, profile } = configuration;
    context.log.warn({ printer: id, profile }, 'unknown printer model, taken for the plainest');
  }
  const profile = profileFor(configuration);
  if (transport.kind === 'spooler') {
    return spoolerPrinter({ queue: transport.queue, profile, now: context.now, log: context.log });
  }
  const { now, timers, log, times } = context;
  return printerOver(transportOf(transport, timers), {
    ...{ profile, now, timers, log },
    isShared: configuration.isShared ?? false,
    ...(times === undefined ? {} : { times }),
  });
}
