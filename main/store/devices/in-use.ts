import type { Logger } from 'pino';

import type { Sql } from '#app/journal/sql.ts';
import type { PrinterConfiguration } from '#hardware/configuration.ts';
import type { ConfiguredDevice } from '#hardware/host/messages.ts';

import type { StoreOptions } from '../start/start-store.ts';
import { configuredDevices, receiptPrinterOf, terminalOf } from './configured.ts';
import { readDevices } from './device-rows.ts';

/** The devices that a store works with, from its settings or its command line. */
export type DevicesInUse = {
  readonly all: () => readonly ConfiguredDevice[];
  /** Those of the settings. */
  readonly savedIds: () => ReadonlySet<string>;
  readonly printers: () => readonly PrinterConfiguration[];
  readonly displayIds: () => readonly string[];
  readonly receiptPrinterId: () => string | undefined;
  readonly terminalId: () => string | undefined;
  /** The settings have changed. */
  readonly readAgain: () => void;
};

export function devicesInUse(sql: Sql, options: StoreOptions & { log: Logger }): DevicesInUse {
  let saved = readDevices(sql, options.log);
  let devices = configuredDevices(saved, options);
  return {
    all: () => devices,
    savedIds: () => new Set(saved.map(({ id }) => id)),
    printers: () =>
      devices.flatMap(({ configuration }) =>
        configuration.kind === 'printer' ? [configuration] : [],
      ),
    displayIds: () =>
      devices.flatMap(({ configuration: { kind, id } }) =>
        kind === 'customer-display' ? [id] : [],
      ),
    receiptPrinterId: () => receiptPrinterOf(devices),
    terminalId: () => terminalOf(devices),
    readAgain() {
      saved = readDevices(sql, options.log);
      devices = configuredDevices(saved, options);
    },
  };
}
