import { type Device, devicesAsync, HIDAsync } from 'node-hid';

import type { HidDevice, HidLine, HidListener, HidPort } from './port.ts';

/** Listing stops the USB bus for a moment (README of node-hid): several devices share one answer. */
export const LIST_EVERY_MS = 5_000;
/** Reports kept for a listener that is not there yet. */
const EARLY_MAX = 64;

/**
 * The HID devices that node-hid sees, by its asynchronous side only: the other one blocks the
 * process. `clock`: milliseconds that only grow.
 */
export function nodeHidPort(clock: () => number = () => performance.now()): HidPort {
  let last: { readonly atMs: number; readonly devices: Promise<readonly HidDevice[]> } | undefined;
  return {
    list() {
      const atMs = clock();
      if (last === undefined || atMs - last.atMs >= LIST_EVERY_MS) {
        last = { atMs, devices: devicesAsync().then((devices) => devices.flatMap(deviceOf)) };
      }
      return last.devices;
    },
    async open(path) {
      try {
        return { status: 'open', line: lineOver(await HIDAsync.open(path)) };
      } catch (fault) {
        return { status: 'failed', detail: String(fault) };
      }
    },
  };
}

function deviceOf(device: Device): readonly HidDevice[] {
  const { path, vendorId, productId, serialNumber, product, usagePage, usage } = device;
  if (path === undefined) return [];
  return [{ path, vendorId, productId, serialNumber, product, usagePage, usage }];
}

function lineOver(device: HIDAsync): HidLine {
  const early: Uint8Array[] = [];
  let listener: HidListener | undefined;
  let isOver = false;

  async function close(): Promise<void> {
    isOver = true;
    try {
      await device.close();
    } catch {
      // A device that was pulled out can no longer be closed, and need not be.
    }
  }
  async function taken(sending: Promise<number>): Promise<boolean> {
    try {
      return (await sending) >= 0;
    } catch {
      // The caller is told; what happened to the device comes as `over`.
      return false;
    }
  }
  device.on('data', (report: Uint8Array) => {
    if (isOver) return;
    if (listener !== undefined) listener.report(report);
    else if (early.length < EARLY_MAX) early.push(report);
  });
  device.on('error', () => {
    if (isOver) return;
    void close();
    listener?.over();
  });
  return {
    onReport(added) {
      listener = added;
      for (const report of early.splice(0)) added.report(report);
      if (isOver) added.over();
    },
    write: (report) => taken(device.write(Buffer.from(report))),
    sendFeature: (report) => taken(device.sendFeatureReport(Buffer.from(report))),
    close,
  };
}
