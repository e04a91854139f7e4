import type { BumpBarConfiguration, DeviceState } from '../configuration.ts';
import { deviceBoard } from '../device-board.ts';
import { HeldDevice } from '../hid/held-device.ts';
import { nodeHidPort } from '../hid/node-hid-port.ts';
import type { HidPort } from '../hid/port.ts';
import { type Log, silentLog } from '../link/log.ts';
import { systemTimers, type Timers } from '../link/timers.ts';
import { type BumpKey, bumpReader } from './frame.ts';

export type BumpBar = {
  readonly onKey: (listener: (key: BumpKey) => void) => () => void;
  readonly status: () => DeviceState;
  readonly onStatus: (listener: (state: DeviceState) => void) => () => void;
  readonly close: () => Promise<void>;
};

/** HID usage page of keyboards and keypads. */
const DESKTOP_PAGE = 0x01;

/**
 * A bump bar read by its reports. Windows keeps keyboards to itself: one that types as a keyboard
 * there needs no driver, the kitchen screen reads its keys.
 */
export function bumpBarOf(
  configuration: BumpBarConfiguration,
  context: {
    readonly now: () => string;
    /** One for all HID devices of the machine; node-hid's own when absent. */
    readonly hid?: HidPort;
    readonly timers?: Timers;
    readonly log?: Log;
  },
): BumpBar {
  const board = deviceBoard(configuration.id, context.now);
  const listeners = new Set<(key: BumpKey) => void>();
  const reader = bumpReader();
  const held = new HeldDevice({
    port: context.hid ?? nodeHidPort(),
    identity: configuration,
    usagePage: DESKTOP_PAGE,
    name: 'Le clavier de cuisine',
    timers: context.timers ?? systemTimers,
    log: context.log ?? silentLog,
    board,
    onOpen() {
      reader.reset();
      return Promise.resolve();
    },
    onReport(report) {
      for (const key of reader.push(report)) for (const listener of listeners) listener(key);
    },
  });
  return {
    onKey(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    status: board.state,
    onStatus: board.onState,
    close: () => held.close(),
  };
}
