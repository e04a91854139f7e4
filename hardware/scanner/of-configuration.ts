import type { DeviceState, ScannerConfiguration } from '../configuration.ts';
import { deviceBoard } from '../device-board.ts';
import { HeldDevice } from '../hid/held-device.ts';
import { nodeHidPort } from '../hid/node-hid-port.ts';
import type { HidPort } from '../hid/port.ts';
import { type Log, silentLog } from '../link/log.ts';
import { systemTimers, type Timers } from '../link/timers.ts';
import { scanReader, symbologyOf } from './frame.ts';
import { scannerMakerOf } from './models.ts';

export type Scan = {
  readonly code: string;
  /** `qr-code`, `ean`, `code-128`; absent when the scanner does not say. */
  readonly symbology?: string | undefined;
  /** ISO 8601 in UTC. */
  readonly at: string;
};

export type Scanner = {
  readonly onScan: (listener: (scan: Scan) => void) => () => void;
  readonly status: () => DeviceState;
  readonly onStatus: (listener: (state: DeviceState) => void) => () => void;
  readonly close: () => Promise<void>;
};

export type HidContext = {
  /** ISO 8601 in UTC. */
  readonly now: () => string;
  /** One for all HID devices of the machine; node-hid's own when absent. */
  readonly hid?: HidPort;
  readonly timers?: Timers;
  readonly log?: Log;
};

/** HID usage page of bar code scanners. */
const SCANNER_PAGE = 0x8c;
/** The pieces of a long code come within milliseconds; what is still missing then is lost. */
const PIECE_WAIT_MS = 1_000;

/** A scanner in HID-POS mode, found by its identity and found again after each plugging in. */
export function scannerOf(configuration: ScannerConfiguration, context: HidContext): Scanner {
  const timers = context.timers ?? systemTimers;
  const board = deviceBoard(configuration.id, context.now);
  const listeners = new Set<(scan: Scan) => void>();
  const reader = scanReader();
  let cancelWait = (): void => undefined;

  const held = new HeldDevice({
    port: context.hid ?? nodeHidPort(),
    identity: configuration,
    usagePage: SCANNER_PAGE,
    name: 'Le scanner',
    timers,
    log: context.log ?? silentLog,
    board,
    async onOpen(line) {
      reader.reset();
      const maker = scannerMakerOf(configuration.vendorId);
      for (const report of maker?.switchOn ?? []) await line.sendFeature(Uint8Array.from(report));
    },
    onReport(report) {
      cancelWait();
      const scanned = reader.push(report);
      if (reader.isInside()) cancelWait = timers.after(PIECE_WAIT_MS, () => reader.reset());
      if (scanned === undefined) return;
      const symbology = scanned.aim === undefined ? undefined : symbologyOf(scanned.aim);
      const scan = { code: scanned.code, symbology, at: context.now() };
      for (const listener of listeners) listener(scan);
    },
  });

  return {
    onScan(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    status: board.state,
    onStatus: board.onState,
    async close() {
      cancelWait();
      await held.close();
    },
  };
}
