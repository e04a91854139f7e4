import { afterEach, beforeEach, expect, test } from 'vitest';

import { type BumpBar, bumpBarOf } from '#hardware/bump-bar/of-configuration.ts';
import { nodeHidPort } from '#hardware/hid/node-hid-port.ts';
import { busHidPort, joinedHidPort } from '#hardware/hid/virtual/bus-port.ts';
import type { Timers } from '#hardware/link/timers.ts';
import { type Scan, type Scanner, scannerOf } from '#hardware/scanner/of-configuration.ts';
import {
  startVirtualScanner,
  VIRTUAL_BUMP_BAR,
  VIRTUAL_SCANNER,
  type VirtualScanner,
} from '#hardware/scanner/virtual/server.ts';

import { until } from '../../until.ts';

/** Looks every few milliseconds instead of every few seconds. */
const QUICK: Timers = {
  after(delayMs, run) {
    const timer = setTimeout(run, delayMs / 100);
    return () => clearTimeout(timer);
  },
};

let virtual: VirtualScanner;
let scanner: Scanner;
let bumpBar: BumpBar;
let scans: Scan[];
const heard = new Set<() => void>();

beforeEach(async () => {
  virtual = await startVirtualScanner({ name: 'Essai', port: 0, pagePort: 0 });
  const context = {
    now: () => '2026-11-20T19:00:00.000Z',
    hid: joinedHidPort(nodeHidPort(), busHidPort({ host: '127.0.0.1', port: virtual.port })),
    timers: QUICK,
  };
  scans = [];
  scanner = scannerOf({ kind: 'scanner', id: 's', name: 'Scanner', ...VIRTUAL_SCANNER }, context);
  scanner.onScan((scan) => {
    scans.push(scan);
    for (const check of [...heard]) check();
  });
  bumpBar = bumpBarOf({ kind: 'bump-bar', id: 'b', name: 'Four', ...VIRTUAL_BUMP_BAR }, context);
  await until(virtual.onChange, () => virtual.isOpen('scanner') && virtual.isOpen('bump-bar'));
});

afterEach(async () => {
  await scanner.close();
  await bumpBar.close();
  await virtual.close();
});

function scanned(count: number): Promise<void> {
  return until(
    (listener) => {
      heard.add(listener);
      return () => void heard.delete(listener);
    },
    () => scans.length >= count,
  );
}

test('a code passed before the virtual scanner reaches the till by the real driver', async () => {
  const long = `https://oc-pizza.example/c/${'é7F3K'.repeat(40)}`;
  for (const code of ['OCP-7F3K-2209', '2000000000015', long])
    expect(virtual.scan(code)).toBe(true);
  await scanned(3);
  expect(scans).toMatchObject([
    { code: 'OCP-7F3K-2209', symbology: 'code-128' },
    { code: '2000000000015', symbology: 'ean' },
    { code: long, symbology: 'qr-code' },
  ]);
});

test('pulled out and plugged in again, the scanner is found under its new path', async () => {
  virtual.setPlugged('scanner', false);
  await until(scanner.onStatus, () => scanner.status().status === 'trouble');
  expect(virtual.scan('LOST')).toBe(false);
  virtual.setPlugged('scanner', true);
  await until(virtual.onChange, () => virtual.isOpen('scanner'));
  expect(virtual.scan('FOUND')).toBe(true);
  await scanned(1);
  expect(scans).toMatchObject([{ code: 'FOUND' }]);
});

test('the keys of the virtual kitchen keypad reach the till', async () => {
  const pressed: string[] = [];
  const isDone = new Promise<void>((resolve) => {
    bumpBar.onKey((key) => {
      pressed.push(key);
      if (key === 'Enter') resolve();
    });
  });
  for (const key of ['1', '1', '9', '0', 'backspace', 'up', 'enter']) {
    expect(virtual.press(key)).toBe(true);
  }
  await isDone;
  expect(pressed).toEqual(['1', '1', '9', '0', 'Backspace', 'ArrowUp', 'Enter']);
  expect(virtual.press('F1')).toBe(false);
});

function ask(path: string, body?: object): Promise<Response> {
  const post = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
  return fetch(`http://127.0.0.1:${virtual.pagePort}${path}`, body === undefined ? {} : post);
}

test('the page scans, presses keys and pulls the plug', async () => {
  expect(await (await ask('/')).text()).toContain('<html lang="fr">');
  expect((await ask('/scan', { code: 'OCP-7F3K-2209' })).status).toBe(200);
  await scanned(1);
  expect((await ask('/press', { key: '3' })).status).toBe(200);
  expect((await ask('/scan', { code: '' })).status).toBe(400);
  expect((await ask('/unplug', { name: 'scanner' })).status).toBe(200);
  expect((await ask('/scan', { code: 'LOST' })).status).toBe(400);
  expect((await ask('/unplug', { name: 'printer' })).status).toBe(404);
  const state = await (await ask('/state')).json();
  expect(state).toMatchObject({
    scanner: { isPlugged: false, isOpen: false },
    bumpBar: { isPlugged: true, isOpen: true },
    scans: [
      { code: 'LOST', isHeard: false },
      { code: 'OCP-7F3K-2209', isHeard: true },
    ],
  });
});
