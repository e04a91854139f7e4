import { afterEach, beforeEach, expect, test } from 'vitest';

import type { CustomerDisplayConfiguration } from '#hardware/configuration.ts';
import {
  articleLines,
  type CustomerDisplay,
  customerDisplayOf,
  idleLines,
  totalLines,
} from '#hardware/display/of-configuration.ts';
import { startVirtualDisplay, type VirtualDisplay } from '#hardware/display/virtual/server.ts';

import { pseudoTerminal } from '../link/pseudo-terminal.ts';
import { manualTimers, type ManualTimers } from '../manual-timers.ts';
import { until } from '../until.ts';

const NOW = '2026-11-20T19:00:00.000Z';

let virtual: VirtualDisplay;
let timers: ManualTimers;
const open: { close: () => Promise<void> }[] = [];

function configuration(path: string): CustomerDisplayConfiguration {
  return {
    ...{ kind: 'customer-display', id: 'display-1', name: 'Afficheur' },
    line: {
      ...{ path, baudRate: 9_600, dataBits: 8, parity: 'none', stopBits: 1, flow: 'none' },
    },
  };
}

function connect(change: Partial<CustomerDisplayConfiguration> = {}): CustomerDisplay {
  const display = customerDisplayOf(
    { ...configuration(`tcp://127.0.0.1:${virtual.port}`), ...change },
    { now: () => NOW, timers },
  );
  open.push(display);
  return display;
}

function shows(upper: string, lower: string): Promise<void> {
  return until(virtual.onChange, () => {
    const { rows } = virtual.display();
    return rows[0].trimEnd() === upper && rows[1].trimEnd() === lower;
  });
}

function isNow(display: CustomerDisplay, status: string): Promise<void> {
  return until(display.onStatus, () => display.status().status === status);
}

beforeEach(async () => {
  timers = manualTimers();
  virtual = await startVirtualDisplay({ name: 'Essai', port: 0, pagePort: 0 });
  open.push(virtual);
});

afterEach(async () => {
  for (const opened of open.splice(0).reverse()) await opened.close();
});

test('the customer sees the article, the total and the change', async () => {
  const display = connect();
  display.show(idleLines('OC Pizza Bastille'));
  await shows('Bienvenue', 'OC Pizza Bastille');
  display.show(
    articleLines({ label: 'Reine, mâche & crème brûlée', amountCents: 1390, totalCents: 2580 }),
  );
  await shows('Reine, mâche 13,90 €', 'Total        25,80 €');
  display.show(totalLines(2580, 420));
  await shows('Total        25,80 €', 'Rendu         4,20 €');
  expect(virtual.unknownCommands()).toBe(0);
  expect(virtual.display().hasCursor).toBe(false);
});

test('a display of the older letters shows the euro sign and accents too', async () => {
  connect({ codeTable: 19 }).show(['Crème brûlée 4,50 €', 'Bœuf']);
  await shows('Crème brûlée 4,50 €', 'Boeuf');
});

test('the same text again sends nothing, one changed line sends that line', async () => {
  const display = connect();
  display.show(['Total', '25,80 €']);
  await shows('Total', '25,80 €');
  await isNow(display, 'ready');
  const before = virtual.taken();
  display.show(['Total', '25,80 €']);
  display.show(['Total', '27,80 €']);
  await shows('Total', '27,80 €');
  expect(virtual.taken() - before).toBe(24);
});

test('plugged in again, it shows what is due now', async () => {
  const display = connect();
  display.show(['Total', '25,80 €']);
  await shows('Total', '25,80 €');
  virtual.unplug();
  await isNow(display, 'trouble');
  expect(display.status()).toMatchObject({
    detail: 'L’afficheur client est débranché',
    action: 'Vérifier son câble et son alimentation',
  });
  display.show(['Merci', 'À bientôt']);
  virtual.plug();
  await timers.pass(60_000);
  await shows('Merci', 'À bientôt');
  await isNow(display, 'ready');
});

test('a display that lost its power while its line stayed open has its letters and lines back', async () => {
  const display = connect();
  display.show(['Crème brûlée', '4,50 €']);
  await shows('Crème brûlée', '4,50 €');
  await isNow(display, 'ready');
  virtual.losePower();
  expect(virtual.display().rows[0].trim()).toBe('');
  await timers.pass(5_000);
  await shows('Crème brûlée', '4,50 €');
  expect(virtual.display().hasCursor).toBe(false);
});

test('a display that is not there is told, and found once it is', async () => {
  const { port } = virtual;
  await virtual.close();
  open.splice(open.indexOf(virtual), 1);
  const display = connect();
  display.show(['Bienvenue', '']);
  await isNow(display, 'trouble');
  virtual = await startVirtualDisplay({ name: 'Essai', port, pagePort: 0 });
  open.push(virtual);
  await timers.pass(30_000);
  await shows('Bienvenue', '');
});

test('a serial display that is pulled out while nobody sells is found by the heartbeat', async () => {
  const line = await pseudoTerminal();
  open.push(line);
  const display = customerDisplayOf(configuration(line.path), { now: () => NOW, timers });
  open.push(display);
  display.show(['Bienvenue', 'OC Pizza']);
  await isNow(display, 'ready');
  expect(await line.heard(57)).toContain('Bienvenue');
  await line.close();
  const isDown = isNow(display, 'trouble');
  for (let beat = 0; beat < 4; beat += 1) await timers.pass(5_000);
  await isDown;
});
