import { afterEach, beforeEach, expect, test } from 'vitest';

import { parseHidCapture } from '#hardware/hid/capture.ts';
import { playHid, VirtualHid } from '#hardware/hid/virtual/port.ts';
import { type Scan, type Scanner, scannerOf } from '#hardware/scanner/of-configuration.ts';

import { manualTimers, type ManualTimers } from '../manual-timers.ts';
import { until } from '../until.ts';
import { scanReport, scanReports, VOYAGER_CAPTURE } from './reports.ts';

const DEVICE = { path: '/dev/hidraw3', vendorId: 0x0c2e, productId: 0x0be1, usagePage: 0x8c };
const NOW = '2026-11-20T19:00:00.000Z';

let hid: VirtualHid;
let timers: ManualTimers;
let scanner: Scanner;
let scans: Scan[];

beforeEach(() => {
  hid = new VirtualHid();
  timers = manualTimers();
  scans = [];
});

afterEach(() => scanner.close());

function start(serialNumber?: string): void {
  scanner = scannerOf(
    {
      ...{ kind: 'scanner', id: 'scanner-1', name: 'Scanner du comptoir', serialNumber },
      ...{ vendorId: DEVICE.vendorId, productId: DEVICE.productId },
    },
    { now: () => NOW, hid: hid.port, timers },
  );
  scanner.onScan((scan) => scans.push(scan));
}

async function ready(): Promise<void> {
  await until(scanner.onStatus, () => scanner.status().status === 'ready');
}

test('a scanner is found, switched to its mode and read', async () => {
  hid.plug(DEVICE);
  start();
  await ready();
  expect(hid.written).toEqual([
    { path: DEVICE.path, kind: 'feature', report: Uint8Array.of(254, 1) },
  ]);
  hid.report(DEVICE.path, scanReport(']Q3', 'OCP-7F3K-2209\r'));
  expect(scans).toEqual([{ code: 'OCP-7F3K-2209', symbology: 'qr-code', at: NOW }]);
});

test('pulled out in the middle of a code and plugged in elsewhere, it is found again', async () => {
  hid.plug(DEVICE);
  start();
  await ready();
  const [half] = scanReports(']Q3', 'A'.repeat(80));
  hid.report(DEVICE.path, half ?? new Uint8Array());
  hid.unplug(DEVICE.path);
  expect(scanner.status()).toMatchObject({
    status: 'trouble',
    detail: 'Le scanner est débranché',
    action: 'Rebrancher sur un port USB',
  });
  const elsewhere = { ...DEVICE, path: '/dev/hidraw7' };
  hid.plug(elsewhere);
  await timers.pass(5_000);
  await ready();
  hid.report(elsewhere.path, scanReport(']Q3', 'B'));
  expect(scans.map(({ code }) => code)).toEqual(['B']);
});

test('a scanner that is not there is looked for every five seconds, not more', async () => {
  start();
  await timers.pass(60_000);
  expect(hid.lists).toBe(13);
  expect(scanner.status()).toMatchObject({ status: 'trouble' });
});

test('of two scanners of one model the one with the right serial number is taken', async () => {
  hid.plug({ ...DEVICE, path: '/dev/hidraw1', serialNumber: 'A' });
  hid.plug({ ...DEVICE, path: '/dev/hidraw2', serialNumber: 'B' });
  start('B');
  await ready();
  expect([hid.isOpen('/dev/hidraw1'), hid.isOpen('/dev/hidraw2')]).toEqual([false, true]);
});

test('of the faces of one scanner the one that scans is taken, not its keyboard', async () => {
  hid.plug({ ...DEVICE, path: '/dev/hidraw1', usagePage: 1 });
  hid.plug({ ...DEVICE, path: '/dev/hidraw2' });
  start();
  await ready();
  expect(hid.isOpen('/dev/hidraw2')).toBe(true);
});

test('a scanner that another program holds is tried less and less often, until it is free', async () => {
  hid.plug(DEVICE);
  hid.lock(DEVICE.path);
  start();
  await timers.pass(600_000);
  expect(scanner.status()).toMatchObject({ detail: 'Le scanner ne peut pas être ouvert' });
  expect(hid.lists).toBeLessThan(20);
  hid.unlock(DEVICE.path);
  await timers.pass(60_000);
  await ready();
});

test('a system that cannot list its devices is told, and asked again', async () => {
  hid.plug(DEVICE);
  hid.breakListing('no udev');
  start();
  await timers.pass(0);
  expect(scanner.status()).toMatchObject({ detail: 'Les appareils USB ne peuvent pas être lus' });
  hid.breakListing(undefined);
  await timers.pass(5_000);
  await ready();
});

test('the rest of a long code that never comes is not joined to the next scan', async () => {
  hid.plug(DEVICE);
  start();
  await ready();
  const [half] = scanReports(']Q3', 'A'.repeat(80));
  hid.report(DEVICE.path, half ?? new Uint8Array());
  await timers.pass(1_000);
  hid.report(DEVICE.path, scanReport(']Q3', 'B'));
  expect(scans.map(({ code }) => code)).toEqual(['B']);
});

test('what was recorded in a store is scanned here', async () => {
  start();
  await playHid(hid, parseHidCapture(VOYAGER_CAPTURE), async () => {
    await timers.pass(5_000);
    await ready();
  });
  expect(scans).toHaveLength(1);
  expect(scans[0]?.code).toMatch(/^Product Name: Voyager 1602g/);
});

test('a closed scanner is let go and looked for no more', async () => {
  hid.plug(DEVICE);
  start();
  await ready();
  await scanner.close();
  expect(hid.isOpen(DEVICE.path)).toBe(false);
  hid.unplug(DEVICE.path);
  expect(timers.waiting()).toBe(0);
});
